from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generators.word import compile_form
from generators.word.contents import chinese_numeral, headings, place
from tests.word.opened import W, text_of

if TYPE_CHECKING:
    from generators.plan.book import BookPlan
    from tests.word.opened import Opened


@pytest.mark.parametrize(
    ("number", "written"), [(1, "一"), (9, "九"), (10, "十"), (11, "十一"), (20, "二十"), (34, "三十四")]
)
def it_writes_chapter_numbers(number: int, written: str) -> None:
    assert chinese_numeral(number) == written


def every_page_belongs_to_one_copy(village_plan: BookPlan) -> None:
    placed = place(village_plan, {shape: compile_form(shape) for shape in village_plan.shapes()})
    at = 1
    for copy in placed:
        assert copy.page == at
        at += copy.pages


def the_contents_lists_chapters_and_copies_but_nothing_in_front(village_plan: BookPlan) -> None:
    listed = headings(place(village_plan, {shape: compile_form(shape) for shape in village_plan.shapes()}))
    assert [h.text for h in listed if h.level == 1] == ["一　基本情况", "二　目标任务", "三　组织生活", "四　党员队伍"]
    assert [h.text for h in listed if h.level == 2][:4] == [
        "支部基本情况表",
        "正式党员名册",
        "目标任务清单",
        "支部党员大会记录（第1次）",
    ]
    assert len({h.anchor for h in listed}) == len(listed)


def the_contents_is_one_field_that_word_can_update(opened: Opened) -> None:
    instructions = [e.text.strip() for e in opened.document.iter(f"{W}instrText")]
    assert instructions.count(r'TOC \o "1-2" \h \z \u') == 1
    kinds = [e.get(f"{W}fldCharType") for e in opened.document.iter(f"{W}fldChar")]
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end")


def the_headings_are_seen_in_the_navigation_pane(opened: Opened) -> None:
    styles = [
        (p.find(f"{W}pPr/{W}pStyle").get(f"{W}val"), text_of(p))
        for p in opened.document.iter(f"{W}p")
        if p.find(f"{W}pPr/{W}pStyle") is not None
    ]
    assert ("Heading1", "三　组织生活") in styles
    assert ("Heading2", "主题党日（党员活动日）记录（第12次）") in styles
    assert [s for s, _ in styles].count("Heading1") == 4
