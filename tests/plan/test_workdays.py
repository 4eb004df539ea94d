"""Working days follow the national calendar."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from generators.model.holidays import HolidayYear
from generators.plan.workdays import Workdays

CALENDAR = Workdays.of(
    [
        HolidayYear.model_validate({"id": "2026", "title": "2026年", "status": "已公布", "verified": "checked",
                                    "off": ["2026-10-01", "2026-10-02", "2026-10-05", "2026-10-06", "2026-10-07"], "on": ["2026-09-20", "2026-10-10"]}),
        HolidayYear.model_validate({"id": "2027", "title": "2027年", "status": "暂定", "verified": "derived", "off": ["2027-01-01"]}),
    ]
)  # fmt: skip


def a_week_has_five_of_them() -> None:
    week = [dt.date(2026, 11, 16) + dt.timedelta(days=n) for n in range(7)]
    assert [CALENDAR.is_workday(day) for day in week] == [True] * 5 + [False] * 2


def test_days_off_and_days_made_up_for_them_count() -> None:
    assert not CALENDAR.is_workday(dt.date(2026, 10, 1))
    assert CALENDAR.is_workday(dt.date(2026, 10, 10))


def test_five_of_them_over_the_national_day_last_until_the_tenth() -> None:
    assert CALENDAR.after(dt.date(2026, 9, 28), 5) == dt.date(2026, 10, 10)
    assert CALENDAR.before(dt.date(2026, 10, 10), 5) == dt.date(2026, 9, 28)


def test_only_published_years_are_settled() -> None:
    assert CALENDAR.settled == {2026}


@given(st.dates(dt.date(2025, 1, 1), dt.date(2028, 1, 1)), st.integers(1, 40))
def the_last_of_them_is_one_and_the_count_is_right(day: dt.date, count: int) -> None:
    end = CALENDAR.after(day, count)
    between = [day + dt.timedelta(days=n) for n in range(1, (end - day).days + 1)]
    assert CALENDAR.is_workday(end)
    assert sum(map(CALENDAR.is_workday, between)) == count
