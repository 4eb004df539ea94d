"""The calendar files: right by RFC 5545, stable, honest about days off that are not settled."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from icalendar import Calendar

from generators.model.holidays import HolidayYear
from generators.model.occasion import Occasion
from generators.site.calendars import Calendars, settled
from tests.site.sample import small_library

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generators.model.branch import Branch
    from generators.model.library import Library
    from generators.site.files import Download


def occasion(identifier: str, **changes: Any) -> Occasion:
    plain = {
        "id": identifier,
        "title": "主题党日，学习；“讨论”",
        "summary": "学一学。" * 20,
        "every": "每月",
        "day": "活动日",
    }
    return Occasion.model_validate({**plain, "post": "secretary", "verified": "checked", **changes})


def made(small: Library, *occasions: Occasion, branches: Mapping[str, Branch] | None = None) -> Library:
    return replace(small, occasion={o.id: o for o in occasions}, branch=small.branch if branches is None else branches)


@pytest.fixture
def year() -> Library:
    """The small library with two occasions."""
    return made(
        small_library(),
        occasion("party-day", forms=["R44"], basis={"policy": "DF08"}),
        occasion("plan", every="每年", months=["1"], day="月末"),
    )


def events(download: Download | None) -> list[Any]:
    assert download
    calendar = Calendar.from_ical(download.content)
    assert not calendar.errors
    return list(calendar.walk("VEVENT"))


def a_site_without_occasions_has_no_calendar() -> None:
    assert list(Calendars.of(made(small_library())).files()) == []


def every_event_is_a_whole_day_with_a_name_of_its_own(year: Library) -> None:
    found = events(Calendars.of(year).whole)
    assert len(found) == 13
    assert len({event["uid"] for event in found}) == 13
    for event in found:
        assert isinstance(event.start, dt.date)
        assert event.end - event.start == dt.timedelta(days=1)
        assert event["dtstamp"].dt.tzinfo
        assert not event.errors


def the_lines_are_folded_and_end_as_the_standard_says(year: Library) -> None:
    whole = Calendars.of(year).whole
    assert whole
    assert whole.content.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in whole.content.replace(b"\r\n", b"")
    lines = whole.content.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    for line in lines:
        line.decode("utf-8")  # no character is cut in two


def the_texts_come_back_as_they_were_written(year: Library) -> None:
    event = next(e for e in events(Calendars.of(year).whole) if e["uid"].startswith("party-day"))
    assert event["summary"].startswith("主题党日，学习；“讨论”")
    assert "学一学。" * 20 in event["description"]
    assert "填表：R44 党费收缴登记" in event["description"]
    assert "〔核实〕" in event["description"]


def an_event_says_whom_it_concerns() -> None:
    only = made(small_library(), occasion("a", applies_to=["village"], needs_groups=True), occasion("b"))
    said = {event["uid"][0]: event["description"] for event in events(Calendars.of(only).whole)}
    assert "适用：农村、划分党小组的支部" in said["a"]
    assert "适用" not in said["b"]


def test_a_meeting_is_called_to_mind_a_day_before_and_a_limit_a_week_before(year: Library) -> None:
    reminders = {event["uid"].split("-")[0]: event.walk("VALARM") for event in events(Calendars.of(year).whole)}
    assert {name: [alarm["trigger"].dt for alarm in alarms] for name, alarms in reminders.items()} == {
        "party": [dt.timedelta(hours=9 - 24)],
        "plan": [dt.timedelta(hours=9 - 7 * 24)],
    }


def the_same_event_keeps_its_name_from_build_to_build(year: Library) -> None:
    found = {event["uid"] for event in events(Calendars.of(year).whole)}
    number = year.publication.year
    assert f"party-day-{number}01@zhibu" in found
    assert f"plan-{number}01@zhibu" in found


def the_same_content_gives_the_same_bytes(year: Library) -> None:
    assert list(Calendars.of(year).files()) == list(Calendars.of(year).files())


def a_year_whose_days_off_are_not_published_is_provisional(year: Library) -> None:
    assert not settled(year, year.publication.year)
    assert all(event["summary"].endswith("（暂定）") for event in events(Calendars.of(year).whole))


def a_settled_year_is_not(year: Library) -> None:
    number = str(year.publication.year)
    notice = {"id": number, "title": "放假", "status": "已公布", "off": [], "verified": "checked"}
    known = replace(year, holidays={number: HolidayYear.model_validate(notice)})
    assert not any("暂定" in event["summary"] for event in events(Calendars.of(known).whole))


def a_day_that_moved_says_from_where(year: Library) -> None:
    number = year.publication.year
    branch = next(iter(year.branch.values()))
    moved = made(
        year, occasion("party-day"), branches={"example": branch.model_copy(update={"activity_day": "每月31日"})}
    )
    said = {event["uid"][-12:-6]: event["description"] for event in events(Calendars.of(moved).branches["example"])}
    sunday = [m for m in (1, 3, 5, 7, 8, 10, 12) if dt.date(number, m, 31).weekday() > 4]
    assert sunday
    for month in sunday:
        assert f"原定{month}月31日，那天不上班，提前到这天。" in said[f"{number}{month:02}"]


def test_branches_with_the_same_year_share_a_file(year: Library) -> None:
    branch = next(iter(year.branch.values()))
    others = {
        "same": branch.model_copy(update={"id": "same", "short": "另一支部", "secretary": "李示例"}),
        "other": branch.model_copy(update={"id": "other", "activity_day": "每月20日"}),
    }
    branches = Calendars.of(made(year, *year.occasion.values(), branches={branch.id: branch, **others})).branches
    assert branches["same"].address == branches[branch.id].address != branches["other"].address
    assert "另一支部" in branches["same"].file_name


def nothing_of_a_branch_but_its_year_is_in_its_file(year: Library) -> None:
    content = Calendars.of(year).branches["example"].content.replace(b"\r\n ", b"").decode("utf-8")
    branch = year.branch["example"]
    for private in (branch.secretary, branch.unit, branch.name, "钱绝密", "13900000001"):
        assert private not in content
    assert re.search(r"^SUMMARY:", content, re.MULTILINE)


def every_calendar_of_our_content_is_read_back(library: Library) -> None:
    calendars = Calendars.of(library)
    for download in {d.address: d for d in calendars.files()}.values():
        found = events(download)
        assert len({event["uid"] for event in found}) == len(found) > 50
        assert {event.start.year for event in found} == {library.publication.year}
        assert max(map(len, download.content.split(b"\r\n"))) <= 75
    assert len(calendars.branches) == len(library.branch)
