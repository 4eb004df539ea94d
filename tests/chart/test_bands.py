from __future__ import annotations

from generators.chart.bands import bands, least_height, margin, ordinal


def columns(title: str, height: float) -> list[str]:
    (band,) = bands([title], [0, height], margin([title], [height]), 500)
    return ["".join(column.words.lines) for column in band.columns]


def test_a_title_stands_in_one_column_when_it_fits() -> None:
    assert columns("申请入党", 200) == ["申请入党"]
    assert columns("申请入党", least_height("申请入党")) == ["申请入党"]


def test_a_long_title_stands_in_two_columns_from_right_to_left() -> None:
    title = "积极分子的确定和培养"
    (band,) = bands([title], [0, least_height(title)], 60, 500)
    assert ["".join(column.words.lines) for column in band.columns] == ["积极分子的", "确定和培养"]
    assert band.columns[0].x > band.columns[1].x


def test_marks_take_their_upright_forms() -> None:
    assert columns("大会（每季）", 300) == ["大会︵每季︶"]


def test_stages_are_numbered_when_there_are_several() -> None:
    several = bands(["申请", "审批"], [0, 200, 400], 40, 500)
    assert [band.numeral.words.lines[0] for band in several if band.numeral] == ["一", "二"]
    assert bands(["申请"], [0, 200], 40, 500)[0].numeral is None
    assert [ordinal(9), ordinal(10)] == ["十", "11"]
