"""The branch's fixed day (党员活动日): which day of every month a text such as `每月第一个星期五` means."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import TYPE_CHECKING
from unicodedata import normalize

from generators.model.branch import Branch
from generators.plan.workdays import Workdays

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generators.content.draft import Draft
    from generators.problems import Problem

_ONES = "一二三四五六七八九"
_NUMBERS = {
    f"{ten}{one}": 10 * tens + ones
    for tens, ten in enumerate(("", "十", "二十", "三十"))
    for ones, one in enumerate(("", *_ONES))
    if ten or one
}
"""一 to 三十九."""
_WEEKDAYS = dict(zip("一二三四五六日天", (0, 1, 2, 3, 4, 5, 6, 6), strict=True))
_ORDINALS = {"第一": 0, "第二": 1, "第三": 2, "第四": 3, "第1": 0, "第2": 1, "第3": 2, "第4": 3, "最后一": -1}
_EVERY_MONTH = re.compile(r"每(?:个)?月(?:的)?(.+?)(?:上午|下午|晚上)?")
_BY_DATE = re.compile(r"([0-9]{1,2}|[一二三四五六七八九十]{1,3})[日号]")
_BY_WEEKDAY = re.compile(r"(第[一二三四1-4]|最后一)个?(?:周|星期|礼拜)([一二三四五六日天])")
_BY_WORKDAY = re.compile(r"(第[一二三四1-4]|最后一)个?工作日")
_LAST = ("最后一天", "最后1天")
_ANY_YEAR = 2027


def activity_days(rule: str, year: int, workdays: Workdays) -> tuple[dt.date, ...] | None:
    """The twelve days that a branch's text means, without regard to days off; None when it names no such day.

    Read are `每月5日`, `每月二十五号`, `每月第一个周五`, `每月最后一个星期五下午`, `每月最后一个工作日` and
    `每月最后一天`. A day that a month lacks (31 in April) is the month's last.
    """
    said = _EVERY_MONTH.fullmatch("".join(normalize("NFKC", rule).split()))
    if not said:
        return None
    found = tuple(_day(said[1], year, month, workdays) for month in range(1, 13))
    return tuple(day for day in found if day) if all(found) else None


def check_activity_days(draft: Draft) -> Iterator[Problem]:
    """Every branch's activity day can be put into its calendar."""
    for branch in draft.of(Branch).values():
        if activity_days(branch.activity_day, _ANY_YEAR, Workdays.of(())) is None:
            what = f"「{branch.activity_day}」看不出是每月的哪一天，支部日历排不出来"
            fix = "请写成「每月5日」「每月第一个星期五」「每月最后一个工作日」的样子"
            yield draft.problem(branch, ("activity_day",), what, fix)


def _day(said: str, year: int, month: int, workdays: Workdays) -> dt.date | None:
    last = dt.date(year, month, calendar.monthrange(year, month)[1])
    if said in _LAST:
        return last
    if match := _BY_DATE.fullmatch(said):
        number = _NUMBERS.get(match[1]) or (int(match[1]) if match[1].isdigit() else 0)
        return dt.date(year, month, min(number, last.day)) if 1 <= number <= 31 else None
    if match := _BY_WEEKDAY.fullmatch(said):
        weekday = _WEEKDAYS[match[2]]
        return [day for day in _days_to(last) if day.weekday() == weekday][_ORDINALS[match[1]]]
    if match := _BY_WORKDAY.fullmatch(said):
        return [day for day in _days_to(last) if workdays.is_workday(day)][_ORDINALS[match[1]]]
    return None


def _days_to(last: dt.date) -> list[dt.date]:
    return [last.replace(day=number) for number in range(1, last.day + 1)]
