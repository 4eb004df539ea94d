"""A branch's year: what concerns it, and on which day."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest
from pydantic import ValidationError

from generators.model.holidays import HolidayYear
from generators.model.occasion import Occasion
from generators.plan.occasions import occasions_of, year_of
from generators.plan.workdays import Workdays
from tests.plan.nouns import branch

if TYPE_CHECKING:
    from generators.model.library import Library

OFF = ["2026-01-01", "2026-01-02", "2026-05-01", "2026-05-04", "2026-05-05", "2026-09-25", "2026-10-01", "2026-10-02"]
CALENDAR = Workdays.of(
    [
        HolidayYear.model_validate(
            {
                "id": "2026", "title": "2026年", "status": "已公布", "verified": "checked",
                "off": [*OFF, "2026-10-05", "2026-10-06", "2026-10-07"], "on": ["2026-02-28", "2026-10-10"],
            }
        )
    ]
)  # fmt: skip


def occasion(identifier: str = "party-day", **changes: Any) -> Occasion:
    plain = {
        "id": identifier,
        "title": "主题党日",
        "summary": "学习",
        "every": "每月",
        "day": "活动日",
        "post": "secretary",
    }
    return Occasion.model_validate({**plain, "verified": "checked", **changes})


def days(activity_day: str | None = None, **changes: Any) -> list[str]:
    return [f"{d.day:%m-%d}" for d in year_of((occasion(**changes),), 2026, CALENDAR, activity_day).dated]


def the_activity_falls_on_the_branchs_own_day() -> None:
    assert days("每月10日") == [
        "01-12", "02-10", "03-10", "04-10", "05-11", "06-10", "07-10", "08-10", "09-10", "10-10", "11-10", "12-10",
    ]  # fmt: skip


def the_activity_is_put_off_over_the_national_day_and_may_stand_on_a_worked_saturday() -> None:
    assert days("每月1日", every="每年", months=["10"]) == ["10-08"]
    assert days("每月第二个周六", every="每年", months=["10"]) == ["10-10"]


def the_activity_stays_in_its_month() -> None:
    planned = year_of((occasion(),), 2026, CALENDAR, "每月31日")
    assert [(d.meant.month, d.day.month) for d in planned.dated] == [(n, n) for n in range(1, 13)]
    # 31 January and 31 May 2026 are days off, and the next working day is in the next month.
    assert [f"{d.day:%m-%d}" for d in planned.dated][:5] == ["01-30", "02-28", "03-31", "04-30", "05-29"]


def the_activity_knows_the_day_that_was_meant() -> None:
    moved, *_ = year_of((occasion(every="每年", months=["5"]),), 2026, CALENDAR, "每月第一个周五").dated
    assert (moved.meant, moved.day) == (dt.date(2026, 5, 1), dt.date(2026, 5, 6))


def test_without_a_day_of_its_own_the_activity_stands_at_the_months_start() -> None:
    assert days()[:2] == ["01-05", "02-02"] == days(day="月初")[:2]


def a_limit_is_met_before_the_month_ends() -> None:
    assert days("每月10日", day="月末")[:5] == ["01-30", "02-28", "03-31", "04-30", "05-29"]


def test_quarterly_and_yearly_matters_fall_in_their_months() -> None:
    assert [day[:2] for day in days(every="每季", months=["3", "6", "9", "12"])] == ["03", "06", "09", "12"]
    assert [day[:2] for day in days(every="每半年", months=["6", "12"])] == ["06", "12"]


@pytest.mark.parametrize(
    ("every", "months"), [("每季", ["1"]), ("每月", ["1"]), ("每年", []), ("每半年", ["6", "6"]), ("每年", ["13"])]
)
def test_months_that_do_not_agree_with_how_often_are_refused(every: str, months: list[str]) -> None:
    with pytest.raises(ValidationError):
        occasion(every=every, months=months)


def the_year_is_in_order_of_day_and_then_of_the_content() -> None:
    both = (occasion("b", day="月初"), occasion("a", day="月初"), occasion("c", day="月末"))
    dated = year_of(both, 2026, CALENDAR).dated
    assert [d.day for d in dated] == sorted(d.day for d in dated)
    assert [d.occasion.id for d in dated][:3] == ["b", "a", "c"]


def test_only_what_concerns_a_branch_is_in_its_year(library: Library) -> None:
    village = branch(sector="village", has_committee=True, committee_size=3, groups=["一组"])
    office = branch(sector="office", has_committee=False, committee_size=0, groups=[])
    of_village = {o.id for o in occasions_of(library, village)}
    of_office = {o.id for o in occasions_of(library, office)}
    assert {"committee-meeting", "group-meeting", "village-publication"} <= of_village
    assert not {"committee-meeting", "group-meeting", "village-publication"} & of_office
    assert {"community-service", "leaders-record"} <= of_office - of_village
    assert {"party-day", "dues", "branch-meeting", "party-lecture", "organisation-life"} <= of_village & of_office


def every_duty_of_appendix_f_is_in_the_content(library: Library) -> None:
    """The rhythm of the rules: how often in a year each of them comes."""
    times = {o.id: o.every.times for o in library.occasion.values()}
    monthly = ("committee-meeting", "group-meeting", "party-day", "dues", "dispatch")
    quarterly = ("branch-meeting", "quarter-review", "party-lecture")
    half_yearly = ("activist-review", "abroad-contact")
    yearly = (
        "year-plan", "target-list", "star-application", "dues-assessment", "member-survey", "activity-day", "half-year-summary",
        "year-summary", "heart-talks", "study-hours", "secretary-lecture", "dues-publication", "openness", "organisation-life",
        "democratic-review", "secretary-report", "star-check", "list-settlement", "archive", "spring-visit",
    )  # fmt: skip
    expected = dict.fromkeys(monthly, 12) | dict.fromkeys(quarterly, 4) | dict.fromkeys(half_yearly, 2)
    assert expected | dict.fromkeys(yearly, 1) == {key: times.get(key) for key in (*expected, *yearly)}


def every_occasion_says_how_it_is_done(library: Library) -> None:
    assert [o.id for o in library.occasion.values() if not o.procedure] == []
