from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generators.pdf.compiled import MM
from generators.pdf.contents import Line, chinese_number, contents_lines, contents_pages
from generators.pdf.volume import Copy, MakeUp, Part
from tests.pdf.nouns import CONTENTS, MEETING, ROSTER, shape_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generators.pdf import CompiledForm
    from generators.plan.shape import Shape


def make_up(compiled: Mapping[Shape, CompiledForm]) -> MakeUp:
    meeting, roster, front = (compiled[shape_of(kind)] for kind in (MEETING, ROSTER, CONTENTS))
    copies = tuple(Copy(meeting, f"R92.{n:02d}", "大会", "大会（共2份）") for n in (1, 2))
    parts = (
        Part("前置", front=True, copies=(Copy(front, "R91.01", "目录", "目录"),)),
        Part("组织生活", front=False, copies=copies),
        Part("党员队伍", front=False, copies=(Copy(roster, "R93.01", "名册", "名册"),)),
    )
    return MakeUp("2027年度", parts)


def it_lists_each_form_once_under_its_numbered_chapter(compiled: Mapping[Shape, CompiledForm]) -> None:
    lines = contents_lines(make_up(compiled))
    assert [(line.code, line.text, line.prefix) for line in lines] == [
        ("", "一、组织生活", "R92.01"),
        ("R92", "大会（共2份）", "R92.01"),
        ("", "二、党员队伍", "R93.01"),
        ("R93", "名册", "R93.01"),
    ]


def it_never_leaves_a_chapter_alone_at_the_foot_of_a_page(compiled: Mapping[Shape, CompiledForm]) -> None:
    lines = [Line("" if n % 4 == 0 else "R93", "x", "R93.01") for n in range(120)]
    pages = contents_pages(lines, compiled[shape_of(CONTENTS)])
    assert [line for page in pages for line in page] == lines
    assert len(pages) > 2
    assert all(page[-1].code for page in pages)
    assert all(sum(line.height for line in page) <= 240 * MM for page in pages)


def it_has_a_page_even_when_there_is_nothing_to_list(compiled: Mapping[Shape, CompiledForm]) -> None:
    assert contents_pages([], compiled[shape_of(CONTENTS)]) == [[]]


@pytest.mark.parametrize(("number", "text"), [(1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (34, "三十四")])
def it_counts_chapters_in_chinese(number: int, text: str) -> None:
    assert chinese_number(number) == text
