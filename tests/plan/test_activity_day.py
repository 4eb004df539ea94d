"""A branch's fixed day is read as people write it."""

from __future__ import annotations

import datetime as dt

import pytest

from generators.model.holidays import HolidayYear
from generators.plan.activity_day import activity_days
from generators.plan.workdays import Workdays

CALENDAR = Workdays.of(
    [
        HolidayYear.model_validate(
            {
                "id": "2026",
                "title": "2026年",
                "status": "已公布",
                "verified": "checked",
                "off": ["2026-01-01", "2026-01-02"],
            }
        )
    ]
)


@pytest.mark.parametrize(
    ("rule", "january", "february", "november"),
    [
        ("每月5日", 5, 5, 5),
        ("每月５日", 5, 5, 5),
        ("每月25号", 25, 25, 25),
        ("每月五日", 5, 5, 5),
        ("每月十日", 10, 10, 10),
        ("每月十五日", 15, 15, 15),
        ("每月二十日", 20, 20, 20),
        ("每月二十五号", 25, 25, 25),
        ("每月31日", 31, 28, 30),
        ("每月三十一日", 31, 28, 30),
        ("每月第一个周五", 2, 6, 6),
        ("每月第1个星期五", 2, 6, 6),
        ("每月的第三个礼拜天", 18, 15, 15),
        ("每个月第二个星期日", 11, 8, 8),
        ("每月最后一个周五", 30, 27, 27),
        ("每月 最后一个 星期五 下午", 30, 27, 27),
        ("每月第一个工作日", 5, 2, 2),
        ("每月最后一个工作日", 30, 27, 30),
        ("每月最后一天", 31, 28, 30),
    ],
)
def test_the_days_of_a_year(rule: str, january: int, february: int, november: int) -> None:
    days = activity_days(rule, 2026, CALENDAR)
    assert days
    assert [day.month for day in days] == list(range(1, 13))
    assert [days[month].day for month in (0, 1, 10)] == [january, february, november]


def the_last_of_february_is_the_29th_in_a_leap_year() -> None:
    days = activity_days("每月30日", 2028, CALENDAR)
    assert days
    assert days[1] == dt.date(2028, 2, 29)


@pytest.mark.parametrize(
    "rule",
    ["", "每月", "每周五", "每月5日左右", "每月0日", "每月32日", "每月三十二日", "每月百日", "每月十十日", "每月二十二十日",
     "每月第五个周五", "每月第一个周八", "每月二三日", "每季度5日", "不定", "每月5日、20日", "下午", "每月三十九日"],
)  # fmt: skip
def nothing_else_is_guessed_at(rule: str) -> None:
    assert activity_days(rule, 2026, CALENDAR) is None
