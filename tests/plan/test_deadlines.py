"""Dates follow the rules of developing members and of elections."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from generators.plan.deadlines import due_dates, months_later
from generators.plan.workdays import Workdays

if TYPE_CHECKING:
    from generators.model.library import Library


def dates(library: Library, event: str, on: str) -> list[tuple[str, str]]:
    chain = library.calculator["deadlines"].deadlines
    assert chain
    found = next(e for e in chain.events if e.id == event)
    calendar = Workdays.of(library.holidays.values())
    return [(d.deadline.bound.value, d.day.isoformat()) for d in due_dates(found, dt.date.fromisoformat(on), calendar)]


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        ("2026-01-31", 1, "2026-02-28"),
        ("2024-01-31", 1, "2024-02-29"),
        ("2026-08-31", 6, "2027-02-28"),
        ("2026-12-15", 1, "2027-01-15"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2027-03-31", -1, "2027-02-28"),
        ("2026-11-22", -12, "2025-11-22"),
    ],
)
def a_month_later_is_the_same_day_or_the_last_one(day: str, months: int, expected: str) -> None:
    assert months_later(dt.date.fromisoformat(day), months).isoformat() == expected


def an_application_asks_for_a_talk_within_a_month(library: Library) -> None:
    assert dates(library, "application", "2026-11-22") == [("最迟", "2026-12-22")]


def an_activist_is_looked_at_twice_in_a_year(library: Library) -> None:
    assert dates(library, "activist", "2026-03-01") == [
        ("到期", "2026-09-01"),
        ("到期", "2027-03-01"),
        ("最早", "2027-03-01"),
    ]


def a_public_notice_skips_the_national_day(library: Library) -> None:
    assert dates(library, "notice", "2026-09-28") == [("最早", "2026-10-10")]


def the_probation_begins_at_the_meeting(library: Library) -> None:
    assert ("最早", "2027-06-30") in dates(library, "admission", "2026-06-30")


def test_some_things_come_before(library: Library) -> None:
    assert dates(library, "leaving", "2027-06-30") == [("到期", "2027-03-30")]
    assert dates(library, "term-ends", "2027-01-31")[0] == ("到期", "2026-07-31")
