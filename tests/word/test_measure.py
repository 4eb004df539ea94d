from __future__ import annotations

import pytest

from generators.word.measure import Room, ems, line_count, twips


def a_page_of_210_mm_is_11906_twips() -> None:
    assert twips(210) == 11906


def a_chinese_character_is_one_em_broad() -> None:
    assert ems("党支部") == 3
    assert ems("") == 0


def it_counts_the_space_between_chinese_and_figures() -> None:
    assert ems("1月") > ems("1") + ems("月")


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("", 10, 1),
        ("一二三四五", 5, 1),
        ("一二三四五六", 5, 2),
        ("一二三四，五", 4, 2),
        ("一\n二\n三", 5, 3),
        ("甲 13800001001", 5, 2),
    ],
)
def it_counts_lines(text: str, room: float, lines: int) -> None:
    assert line_count(text, room) == lines


def test_one_smaller_line_is_preferred_to_two() -> None:
    assert Room(20, 2, 10.5).fitting_size("六个字的栏目") == 9
    assert Room(20, 2, 10.5).fitting_size("四个字目") == 10.5


def a_long_text_shrinks_until_its_lines_fit() -> None:
    room = Room(20, 2, 10.5)
    size = room.fitting_size("一二三四五六七八九十甲乙")
    assert size < 10.5
    assert room.holds("一二三四五六七八九十甲乙", size)


def test_what_fits_at_no_size_is_left_at_six_points() -> None:
    assert Room(5, 1, 10.5).fitting_size("一二三四五六七八九十") == 6


def test_airy_lines_keep_their_size_when_a_text_takes_two_of_them() -> None:
    assert Room(20, 2, 10.5, airy=True).fitting_size("六个字的栏目") == 10.5
