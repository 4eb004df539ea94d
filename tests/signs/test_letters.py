from __future__ import annotations

import pytest

from generators.problems import ZhibuError
from generators.signs.letters import column, line_mm, numeral
from generators.typeset.fonts import Face, missing_characters
from generators.typeset.ink import ink


def a_column_has_one_cell_for_each_character() -> None:
    assert "".join(cell.char for cell in column("示例村 支部")) == "示例村支部"
    assert {cell.height for cell in column("示例村支部")} == {1}
    assert [cell.char for cell in column("示例\ufe00村")] == ["示", "例\ufe00", "村"]


def the_punctuation_of_a_column_turns() -> None:
    cells = column("示例（试行）、“一”——")
    assert "".join(cell.char for cell in cells) == "示例︵试行︶︑﹃一﹄︱︱"
    assert [cell.char for cell in cells if cell.height < 1] == list("︵︶︑﹃﹄")


def no_cell_parts_two_digits_or_letters() -> None:
    cells = column("第12联合A2楼宇3区2027年B座")
    assert [cell.char for cell in cells] == ["第", "12", "联", "合", "A2", *"楼宇3区2027年B座"]
    assert all(cell.width * cell.squeeze <= 1.001 for cell in cells)
    assert {cell.char for cell in cells if cell.squeeze < 1} == {"12", "A2"}


@pytest.mark.parametrize("mark", "（）“”《》【】、·—-")
def the_ink_of_a_mark_stands_in_the_middle_of_its_cell(mark: str) -> None:
    (cell,) = column(mark)
    drawn = ink(Face.SONG_BLACK, cell.char)
    assert drawn
    assert drawn.middle - cell.shift == pytest.approx(0.38)
    assert drawn.height < cell.height


def the_fonts_have_every_turned_mark() -> None:
    marks = "，、。：；！？…—–（）()｛｝{}〔〕【】《》〈〉「」『』“”‘’"
    assert missing_characters("".join(cell.char for cell in column(marks))) == ""


def a_line_fills_its_width() -> None:
    assert line_mm("三会一课制度", 300, at_least=20, at_most=90) == 50
    assert line_mm("党费", 300, at_least=20, at_most=90) == 90
    assert line_mm("党", 300, at_least=20, at_most=400, face=Face.SONG_BLACK) == 300


def a_line_too_long_is_refused() -> None:
    with pytest.raises(ZhibuError, match="「三会一课制度」太长，一行放不下：字高要小于 20 毫米"):
        line_mm("三会一课制度", 100, at_least=20, at_most=90)


@pytest.mark.parametrize(
    ("number", "text"), [(1, "一"), (8, "八"), (10, "十"), (11, "十一"), (20, "二十"), (25, "二十五")]
)
def the_numerals_are_chinese(number: int, text: str) -> None:
    assert numeral(number) == text
