from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generators.word import compile_form
from generators.word.contents import chinese_numeral, headings, place
from generators.word.makeup import make_up
from tests.word.opened import W, text_of

if TYPE_CHECKING:
    from generators.plan.book import BookPlan
    from tests.word.opened import Opened


@pytest.mark.parametrize(
    ("number", "written"), [(1, "一"), (9, "九"), (10, "十"), (11, "十一"), (20, "二十"), (34, "三十四")]
)
def it_writes_chapter_numbers(number: int, written: str) -> None:
    assert chinese_numeral(number) == written


def every_page_belongs_to_one_copy_or_is_for_notes(village_plan: BookPlan) -> None:
    placed = place(make_up(village_plan, {shape: compile_form(shape) for shape in village_plan.shapes()}))
    at = 1
    for copy in placed:
        assert copy.page == at + copy.turned
        at += copy.pages + copy.turned


def the_contents_lists_chapters_and_copies_but_nothing_in_front(village_plan: BookPlan) -> None:
    listed = headings(place(make_up(village_plan, {shape: compile_form(shape) for shape in village_plan.shapes()})))
    chapters = [chapter for chapter in village_plan.chapters if not chapter.front]
    assert [h.text for h in listed if h.level == 1] == [
        f"{chinese_numeral(number)}　{chapter.title}" for number, chapter in enumerate(chapters, start=1)
    ]
    assert [h.text for h in listed if h.level == 2] == [e.title for chapter in chapters for e in chapter.entries]
    assert len({h.anchor for h in listed}) == len(listed)


def the_contents_is_one_field_that_word_can_update(opened: Opened) -> None:
    instructions = [e.text.strip() for e in opened.document.iter(f"{W}instrText")]
    assert instructions.count(r'TOC \o "1-2" \h \z \u') == 1
    kinds = [e.get(f"{W}fldCharType") for e in opened.document.iter(f"{W}fldChar")]
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end")


def the_headings_are_seen_in_the_navigation_pane(village_plan: BookPlan, opened: Opened) -> None:
    styles = [
        (p.find(f"{W}pPr/{W}pStyle").get(f"{W}val"), text_of(p))
        for p in opened.document.iter(f"{W}p")
        if p.find(f"{W}pPr/{W}pStyle") is not None
    ]
    assert ("Heading1", "三　组织生活") in styles
    assert ("Heading2", "主题党日（党员活动日）记录（第12次）") in styles
    assert [s for s, _ in styles].count("Heading1") == len(village_plan.chapters) - 1
