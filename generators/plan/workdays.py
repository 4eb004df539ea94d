"""Working days: the week, corrected by the national calendar of days off."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generators.model.holidays import HolidayStatus

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generators.model.holidays import HolidayYear

_SATURDAY = 5


@dataclass(frozen=True)
class Workdays:
    """Which days are working days."""

    off: frozenset[dt.date]
    """Days from Monday to Friday without work."""
    on: frozenset[dt.date]
    """Saturdays and Sundays with work."""
    settled: frozenset[int]
    """The years whose notice has been published."""

    @classmethod
    def of(cls, years: Iterable[HolidayYear]) -> Workdays:
        """The calendar of these years; other years have ordinary weeks only."""
        known = tuple(years)
        return cls(
            frozenset(day for year in known for day in year.off),
            frozenset(day for year in known for day in year.on),
            frozenset(int(year.id) for year in known if year.status is HolidayStatus.SETTLED),
        )

    def is_workday(self, day: dt.date) -> bool:
        """Whether people work on this day."""
        return day in self.on or (day.weekday() < _SATURDAY and day not in self.off)

    def after(self, day: dt.date, count: int) -> dt.date:
        """The last of `count` working days that follow a day; the day itself does not count."""
        while count:
            day += dt.timedelta(days=1)
            count -= self.is_workday(day)
        return day

    def before(self, day: dt.date, count: int) -> dt.date:
        """The first of `count` working days that precede a day; the day itself does not count."""
        while count:
            day -= dt.timedelta(days=1)
            count -= self.is_workday(day)
        return day
