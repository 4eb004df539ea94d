"""The year of a branch: which day each occasion falls on."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generators.model.occasion import PartOfMonth

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generators.model.branch import Branch
    from generators.model.library import Library
    from generators.model.occasion import Occasion
    from generators.plan.workdays import Workdays

_MONTHS = range(1, 13)
_WEEKDAYS = dict(zip("一二三四五六日天", (0, 1, 2, 3, 4, 5, 6, 6), strict=True))
_ORDINALS = {"第一": 0, "第二": 1, "第三": 2, "第四": 3, "最后一": -1}
_BY_DATE = re.compile(r"每月(\d{1,2})[日号]")
_BY_WEEKDAY = re.compile(r"每月(第[一二三四]|最后一)个?(?:周|星期|礼拜)([一二三四五六日天])")


@dataclass(frozen=True)
class Dated:
    """An occasion on a day."""

    occasion: Occasion
    day: dt.date
    meant: dt.date
    """The day without regard to days off: differs from `day` where it was put off to the next working day."""


@dataclass(frozen=True)
class Year:
    """The year's occasions of a branch, or of all branches that share them."""

    year: int
    activity_day: str | None
    """The branch's fixed day, as in its profile; without one the activity stands at the month's start."""
    dated: tuple[Dated, ...]
    """In order of day."""


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
    found = [
        dated
        for occasion in occasions
        for month in _MONTHS
        if occasion.falls_in(month)
        for dated in _dated(occasion, year, month, workdays, activity_day)
    ]
    return Year(year, activity_day, tuple(sorted(found, key=lambda item: (item.day, item.occasion.id))))


def activity_days(rule: str, year: int) -> tuple[dt.date, ...] | None:
    """The twelve days that `每月5日`, `每月第一个周五` or `每月最后一个周五` means; None when it says no such day.

    A day that a month lacks (31 in April) is the month's last.
    """
    if match := _BY_DATE.fullmatch(rule):
        if not 1 <= int(match[1]) <= 31:
            return None
        return tuple(dt.date(year, month, min(int(match[1]), _length(year, month))) for month in _MONTHS)
    if match := _BY_WEEKDAY.fullmatch(rule):
        return tuple(_days_of(year, month, _WEEKDAYS[match[2]])[_ORDINALS[match[1]]] for month in _MONTHS)
    return None


def _dated(occasion: Occasion, year: int, month: int, workdays: Workdays, activity_day: str | None) -> Iterator[Dated]:
    first, last = dt.date(year, month, 1), dt.date(year, month, _length(year, month))
    if occasion.day is PartOfMonth.END:
        # A limit is met before the month ends, so it moves back where everything else moves on.
        day = workdays.before(last + dt.timedelta(days=1), 1)
        yield Dated(occasion, day, day)
        return
    days = activity_days(activity_day, year) if activity_day and occasion.day is PartOfMonth.ACTIVITY_DAY else None
    meant = days[month - 1] if days else workdays.after(first - dt.timedelta(days=1), 1)
    yield Dated(occasion, workdays.after(meant - dt.timedelta(days=1), 1), meant)


def _length(year: int, month: int) -> int:
    return ((dt.date(year, month, 28) + dt.timedelta(days=4)).replace(day=1) - dt.timedelta(days=1)).day


def _days_of(year: int, month: int, weekday: int) -> list[dt.date]:
    days = (dt.date(year, month, n) for n in range(1, _length(year, month) + 1))
    return [day for day in days if day.weekday() == weekday]
