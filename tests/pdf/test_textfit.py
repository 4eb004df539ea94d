from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generators.pdf.glyphs import width
from generators.pdf.textfit import FACE, MIN_SIZE, PADDING, fit, wrap
from tests.pdf.nouns import text_box


def it_keeps_the_size_of_a_text_that_fits() -> None:
    fitted = fit("张示例", text_box())
    assert fitted
    assert (fitted.lines, fitted.size) == (("张示例",), 10.5)


def it_shrinks_a_text_that_is_a_little_too_long() -> None:
    fitted = fit("一二三四五六七八九十", text_box())
    assert fitted
    assert len(fitted.lines) == 1
    assert 8.4 <= fitted.size < 10.5
    assert width(fitted.lines[0], FACE) * fitted.size <= 100 - 2 * PADDING


def it_sets_a_longer_text_on_two_lines() -> None:
    fitted = fit("中国共产党示例镇示例村支部", text_box())
    assert fitted
    assert len(fitted.lines) == 2
    assert len(fitted.lines) * fitted.leading <= 24


def it_gives_up_on_a_text_that_would_become_unreadable() -> None:
    assert fit("很长" * 40, text_box()) is None
    assert fit("一\n二\n三\n四", text_box()) is None


def it_writes_on_the_ruled_lines_while_there_are_enough() -> None:
    box = text_box(width=120, height=66.4, multiline=True, leading=22.68)
    fitted = fit("第一项。\n第二项。\n第三项。", box)
    assert fitted
    assert fitted.leading == 22.68
    crowded = fit("第一项。\n第二项。\n第三项。\n第四项。", box)
    assert crowded
    assert crowded.leading < 22.68


def it_begins_no_line_with_a_closing_mark_and_ends_none_with_an_opening_one() -> None:
    assert wrap("一二三四，五六", 4) == ("一二三", "四，五六")
    assert wrap("一二三（四五）六", 4) == ("一二三", "（四五）", "六")


def it_keeps_words_and_numbers_whole_unless_they_are_wider_than_the_line() -> None:
    assert wrap("电话13800000000", 7) == ("电话", "13800000000")
    assert "".join(wrap("1" * 100, 7)) == "1" * 100


@given(text=st.text(max_size=60), ems=st.floats(2, 20))
def it_loses_no_character_and_keeps_to_the_width(text: str, ems: float) -> None:
    lines = wrap(text, ems)
    assert "".join(lines) == text.replace("\n", "")
    assert all(width(line, FACE) <= ems + 1e-6 or len(line) == 1 for line in lines)


def it_never_goes_below_the_smallest_size() -> None:
    for length in range(1, 30):
        fitted = fit("字" * length, text_box(width=60, height=24))
        assert fitted is None or fitted.size >= MIN_SIZE


def it_sets_a_text_a_little_smaller_rather_than_break_it_before_its_last_character() -> None:
    fitted = fit("牌匾标识规范（减牌）", text_box(width=10 * 10.5 + 2 * PADDING - 4, height=40, multiline=True))
    assert fitted is not None
    assert len(fitted.lines) == 1
    assert fitted.size >= 10.5 * 0.93
