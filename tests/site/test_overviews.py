"""The pages that show many nouns at once: the year, the history, posts against procedures."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from generators.model.milestone import Milestone
from generators.model.occasion import Occasion
from generators.site.address import CALENDAR
from generators.site.calendars import Calendars
from generators.site.composer import Composer
from generators.site.overviews import MATRIX, TIMELINE, calendar_page, matrix_page, timeline_page
from generators.site.relations import Relations
from tests.site.sample import HOSTILE, blank_offers, small_library

if TYPE_CHECKING:
    from generators.model.library import Library
    from generators.site.page import Page

NUMBERED = [
    "develop-member",
    "full-membership",
    "dues",
    "transfer",
    "branch-meeting",
    "committee-meeting",
    "group-meeting",
    "party-lecture",
    "party-day",
    "organisation-life",
    "democratic-review",
    "heart-talks",
    "election",
    "branch-setup",
    "floating-members",
    "unqualified-members",
    "leaders-dual-life",
    "openness",
    "reporting",
    "member-rights",
    "decision-making",
    "plan-and-review",
    "star-rating",
    "target-list",
    "work-admission",
    "community-service",
    "commendation",
    "care",
    "funds",
    "rectification",
]
"""P01 to P30."""
APPENDIX_E = {
    "secretary": "5 6 10 11 12 13 16 19 20 21 22 23 24 30 1 2 3 4 8 9 14 15 17 18 25 26 27 28 29",
    "deputy-secretary": "24 22 5 6 13",
    "organisation-member": "1 2 3 4 13 14 15 27 28 11 16 26",
    "publicity-member": "8 9 18 10 23 27",
    "discipline-member": "16 20 29 1 13 21",
    "group-leader": "7 1 3 9 11 15",
    "mentor": "1",
    "introducer": "1 2",
    "organiser": "1 2 4",
    "superior-committee": "1 2 4 13 14 16 22 27 30",
    "municipal-committee": "23 24 30",
}
"""Post → numbers of the procedures in which it has a part, by the facts; only 党小组会 is its leader's alone."""


def occasion(identifier: str, **changes: Any) -> Occasion:
    plain = {"id": identifier, "title": f"事项{HOSTILE}", "summary": HOSTILE, "every": "每月", "post": "secretary"}
    return Occasion.model_validate({**plain, "verified": "practice", **changes})


def milestone(identifier: str, date: str, **changes: Any) -> Milestone:
    return Milestone.model_validate(
        {"id": identifier, "title": identifier, "date": date, "text": HOSTILE, "verified": "memory", **changes}
    )


def page(library: Library, make: Any) -> Page:
    made: Page = make(
        Composer.of(library), Relations.of(library), replace(blank_offers(library), calendars=Calendars.of(library))
    )
    return made


@pytest.fixture
def year() -> Library:
    """The small library with a monthly, a quarterly and a rural matter."""
    occasions = [
        occasion("z-monthly", needs_groups=True),
        occasion("a-monthly", needs_committee=True),
        occasion("quarter", every="每季", months=["3", "6", "9", "12"], forms=["R44"], basis={"policy": "DF08"}),
        occasion("rural", every="每年", months=["3"], applies_to=["village"], procedure="dues", note=HOSTILE),
    ]
    return replace(small_library(), occasion={o.id: o for o in occasions})


def section(markdown: str, anchor: str) -> str:
    return next(
        part for part in re.split(r"^## ", markdown, flags=re.MULTILINE) if f"{{#{anchor}}}" in part.split("\n")[0]
    )


def the_year_has_a_section_a_month(year: Library) -> None:
    markdown = page(year, calendar_page).markdown
    assert page(year, calendar_page).path == CALENDAR
    assert [f"## {n}月 {{#month-{n}}}" in markdown for n in range(1, 13)] == [True] * 12
    assert section(markdown, "monthly").count("<li") == 2
    assert [section(markdown, f"month-{n}").count("<li") for n in (2, 3, 6)] == [0, 2, 1]
    assert "只有每月都办的那几件" in section(markdown, "month-2")


def the_year_can_be_narrowed_to_a_sector(year: Library) -> None:
    markdown = page(year, calendar_page).markdown
    assert '<li data-sectors="village" markdown="block">' in section(markdown, "month-3")
    assert "data-sectors" not in section(markdown, "monthly")
    assert '<option value="village">农村</option>' in markdown


def the_year_says_whom_it_does_not_concern(year: Library) -> None:
    monthly = section(page(year, calendar_page).markdown, "monthly")
    assert monthly.index("分党小组的") < monthly.index("设支委会的"), "in the order of the content"


def the_year_offers_its_file_and_warns_while_days_off_are_not_published(year: Library) -> None:
    markdown = page(year, calendar_page).markdown
    assert re.search(r"\(\.\./downloads/calendars/\d{4}-\w{10}\.ics\)", markdown)
    assert "**暂定**" in markdown


def the_history_shows_the_latest_first_and_what_is_known_to_the_year_last() -> None:
    found = [
        milestone("a", "2017"),
        milestone("b", "2017-04-13"),
        milestone("c", "2017-12"),
        milestone("d", "2026-05-11"),
        milestone("e", "2018-07"),
    ]
    markdown = page(replace(small_library(), milestone={m.id: m for m in found}), timeline_page).markdown
    assert re.findall(r"^### (\w) ", markdown, re.MULTILINE) == ["d", "e", "c", "b", "a"]
    assert re.findall(r"^## (\d{4})年", markdown, re.MULTILINE) == ["2026", "2018", "2017"]
    assert markdown.count("月份待核") == 1
    assert "2017年4月13日" in markdown


def the_matrix_counts_what_a_post_leads_and_marks_what_it_joins(library: Library) -> None:
    markdown = page(library, matrix_page).markdown
    head, *rows = [line for line in markdown.splitlines() if line.startswith("|") and "---" not in line]
    assert page(library, matrix_page).path == MATRIX
    assert {row.count(" |") for row in rows} == {head.count(" |")}
    posts = re.findall(r"\]\((?:\.\./posts/)?([\w-]+)\.md\)", head)
    for procedure, row in zip(
        sorted(library.procedure), sorted(rows, key=lambda r: re.findall(r"procedures/([\w-]+)\.md", r)[0]), strict=True
    ):
        led = re.findall(r"\[(\d+)\]\(([\w-]+)\.md#in-([\w-]+)\)", row)
        expected = {post: sum(step.post == post for step in library.procedure[procedure].steps()) for post in posts}
        assert {post: int(count) for count, post, _ in led} == {post: n for post, n in expected.items() if n}
        assert {found for *_, found in led} <= {procedure}


@pytest.mark.parametrize(("post", "numbers"), APPENDIX_E.items())
def every_part_of_appendix_e_is_in_the_steps(library: Library, post: str, numbers: str) -> None:
    if not set(NUMBERED) <= library.procedure.keys():
        pytest.skip("other content")
    missing = []
    for number in map(int, numbers.split()):
        steps = tuple(library.procedure[NUMBERED[number - 1]].steps())
        if not any(step.post == post or post in step.together for step in steps):
            missing.append(f"P{number:02} {NUMBERED[number - 1]}")
    assert missing == []


def every_page_shows_foreign_text_as_text(year: Library) -> None:
    history = replace(year, milestone={"a": milestone("a", "2017", title=HOSTILE)})
    for make in (calendar_page, timeline_page, matrix_page):
        assert "<script>alert" not in page(history, make).markdown
    assert page(history, timeline_page).path == TIMELINE
