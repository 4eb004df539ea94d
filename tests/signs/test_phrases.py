from __future__ import annotations

import re

import pytest

from generators.signs.phrases import phrased


def lines(text: str, ems: float, **wanted: float) -> list[str]:
    """What must stay together."""
    return re.findall(r">([^<]+)<", phrased(text, ems, **wanted))  # type: ignore[arg-type]


def it_breaks_after_marks_where_that_costs_no_line() -> None:
    assert lines("到会签到，写好过程记录，需要的留影像。", 18) == ["到会签到，", "写好过程记录，", "需要的留影像。"]


def it_keeps_the_last_three_characters_together_where_sense_would_cost_a_line() -> None:
    text = "甲乙丙丁戊己庚辛，甲乙丙丁戊己庚辛，甲乙丙丁。"
    assert lines(text, 12) == ["乙丙丁。"]
    assert lines(text, 12, spare=1) == ["甲乙丙丁戊己庚辛，", "甲乙丙丁戊己庚辛，", "甲乙丙丁。"]


@pytest.mark.parametrize("text", ["短。", "", "党员大会"])
def a_short_text_stays_as_it_is(text: str) -> None:
    assert phrased(text) == text


def a_piece_longer_than_a_line_may_be_broken() -> None:
    assert lines("没有标点的一句很长很长的话放不进一行", 8) == ["进一行"]


def the_text_before_it_counts() -> None:
    assert lines("线下为主，可视频", 8, lead=0) == ["线下为主，", "可视频"]
    assert lines("线下为主为辅，可视频直播", 9, lead=5) == ["频直播"]


def the_text_is_never_markup() -> None:
    assert "<b>" not in phrased("<b>甲</b>，乙丙丁戊己", 30)
