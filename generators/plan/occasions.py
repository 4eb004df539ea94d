"""The year of a branch: which day each occasion falls on."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generators.model.occasion import PartOfMonth
from generators.plan.activity_day import activity_days

if TYPE_CHECKING:
    from generators.model.branch import Branch
    from generators.model.library import Library
    from generators.model.occasion import Occasion
    from generators.plan.workdays import Workdays

_MONTHS = range(1, 13)


@dataclass(frozen=True)
class Dated:
    """An occasion on a day."""

    occasion: Occasion
    day: dt.date
    meant: dt.date
    """The day without regard to days off: differs from `day` where people do not work then."""


@dataclass(frozen=True)
class Year:
    """The year's occasions of a branch, or of all branches that share them."""

    year: int
    activity_day: str | None
    """The branch's fixed day, as in its profile; without one the activity stands at the month's start."""
    dated: tuple[Dated, ...]
    """In order of day; on one day, in the order of the content."""


def occasions_of(library: Library, branch: Branch) -> tuple[Occasion, ...]:
    """What concerns a branch, by its sector, committee and groups."""
    return tuple(
        occasion
        for occasion in library.occasion.values()
        if (not occasion.applies_to or branch.sector in occasion.applies_to)
        and (branch.has_committee or not occasion.needs_committee)
        and (branch.groups or not occasion.needs_groups)
    )


def year_of(occasions: tuple[Occasion, ...], year: int, workdays: Workdays, activity_day: str | None = None) -> Year:
    """Put occasions on the days of a year."""
    found = (
        _dated(occasion, year, month, workdays, activity_day)
        for month in _MONTHS
        for occasion in occasions
        if occasion.falls_in(month)
    )
    return Year(year, activity_day, tuple(sorted(found, key=lambda dated: dated.day)))


def _dated(occasion: Occasion, year: int, month: int, workdays: Workdays, activity_day: str | None) -> Dated:
    first, last = dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1])
    if occasion.day is PartOfMonth.END:
        # A limit is met before the month ends, so it moves back where everything else moves on.
        day = workdays.before(last + dt.timedelta(days=1), 1)
        return Dated(occasion, day, day)
    fixed = activity_day if occasion.day is PartOfMonth.ACTIVITY_DAY else None
    days = activity_days(fixed, year, workdays) if fixed else None
    meant = days[month - 1] if days else workdays.after(first - dt.timedelta(days=1), 1)
    moved = workdays.after(meant - dt.timedelta(days=1), 1)
    # Every month has its own: what would move on into the next month moves back.
    return Dated(occasion, moved if moved.month == month else workdays.before(meant, 1), meant)
