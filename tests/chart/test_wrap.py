from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generators.chart.wrap import CLOSING, OPENING, Type, words

TYPE = Type(10, 14)
HANZI = st.text(st.sampled_from("党支部员大会申请审查的和"), min_size=1, max_size=2)
SENTENCE = st.lists(
    st.one_of(HANZI, st.sampled_from(["，", "。", "：", "《入党》", "（草）", "24", "R30", " "])), max_size=14
)


@pytest.mark.parametrize(
    ("text", "limit", "lines"),
    [
        ("递交入党申请书", 70, ["递交入党申请书"]),
        ("递交入党申请书", 50, ["递交入党", "申请书"]),
        ("推荐并确定积极分子", 60, ["推荐并确定", "积极分子"]),
        ("预审合格吗？", 40, ["预审", "合格吗？"]),
        ("通知时间、地点、议题", 60, ["通知时间、", "地点、议题"]),
        ("编入支部和党小组", 50, ["编入支部", "和党小组"]),
        ("≥3天或24学时", 50, ["≥3天", "或24学时"]),
        ("填写《中国共产党入党志愿书》", 80, ["填写《中国共产党", "入党志愿书》"]),
    ],
)
def test_lines_break_between_words(text: str, limit: float, lines: list[str]) -> None:
    assert list(words(text, limit, TYPE).lines) == lines


def test_lines_are_of_like_length() -> None:
    assert [len(line) for line in words("甲乙丙丁戊己庚辛壬", 80, TYPE).lines] in ([5, 4], [4, 5])


@given(parts=SENTENCE, limit=st.sampled_from([60, 80, 110]))
@settings(deadline=None, derandomize=True)
def test_no_line_is_too_wide_and_no_mark_is_out_of_place(parts: list[str], limit: float) -> None:
    text = "".join(parts)
    if any(a in CLOSING and b in CLOSING for a, b in pairwise(text)):
        return
    lines = words(text, limit, TYPE).lines
    assert all(TYPE.width(line) <= limit for line in lines)
    assert not [line for line in lines[1:] if line[0] in CLOSING]
    assert not [line for line in lines[:-1] if line[-1] in OPENING]


@given(text=st.text(max_size=40), limit=st.floats(20, 200))
@settings(deadline=None, derandomize=True)
def test_no_character_is_lost(text: str, limit: float) -> None:
    assert "".join("".join(words(text, limit, TYPE).lines).split()) == "".join(text.split())


def test_a_word_too_wide_for_a_line_is_cut() -> None:
    assert len(words("ABCDEFGHIJKLMNOPQRSTUVWXYZ", 40, TYPE).lines) > 1


def test_widths_are_those_of_the_face() -> None:
    assert TYPE.width("党支部") == 30
    assert TYPE.width("iii") < TYPE.width("WWW") < 30
    assert words("党支部", 100, TYPE).width == 30


def test_white_space_counts_once() -> None:
    assert words("  会 \n 议 ", 100, TYPE).lines == ("会 议",)
    assert words("", 100, TYPE).lines == ()
