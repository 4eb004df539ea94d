from __future__ import annotations

import re

from generators.word.ooxml import paragraph
from generators.word.rows import Cell, Merge, Row, table_xml


def cell(start: float, width: float, merge: Merge = Merge.NONE) -> Cell:
    return Cell(start, width, (paragraph("Cell"),), merge=merge)


def xml(*rows: Row) -> str:
    return "".join(map(str, table_xml(rows, 100)))


def the_grid_has_a_line_wherever_a_row_has_one() -> None:
    table = xml(Row((cell(0, 50), cell(50, 50)), 8), Row((cell(0, 30), cell(30, 70)), 8))
    assert [int(w) for w in re.findall(r'gridCol w:w="(\d+)"', table)] == [1701, 1134, 2834]
    assert re.findall(r'gridSpan w:val="(\d+)"', table) == ["2", "2"]


def test_sums_of_millimetres_that_are_equal_on_paper_share_a_line() -> None:
    third = 100 / 3
    table = xml(
        Row((cell(0, third * 2), cell(third * 2, third)), 8), Row((cell(0, 66.66666), cell(66.66666, 33.33334)), 8)
    )
    assert table.count("gridCol") == 2


def a_head_row_is_repeated_and_only_long_text_may_break() -> None:
    table = xml(Row((cell(0, 100),), 8, head=True), Row((cell(0, 100),), 40, splits=True))
    assert table.count("<w:tblHeader/>") == 1
    assert table.count("<w:cantSplit/>") == 1


def a_cell_may_reach_over_rows() -> None:
    table = xml(Row((cell(0, 100, Merge.FIRST),), 8), Row((cell(0, 100, Merge.FURTHER),), 8))
    assert table.count('<w:vMerge w:val="restart"/>') == 1
    assert table.count("<w:vMerge/>") == 1
