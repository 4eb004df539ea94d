from __future__ import annotations

from typing import Any

from generators.model.form import FieldSpec
from generators.pdf.grids import grid_view, label_widths
from generators.pdf.labels import label_for, text_mm

WIDTH = 168.0


def spec(field: str, **changes: Any) -> FieldSpec:
    return FieldSpec.model_validate({"field": field, "label": "地点", **changes})


def it_fills_every_row_from_edge_to_edge() -> None:
    specs = [spec("a", span="3"), spec("b", span="3", unit="人"), spec("c", span="8"), spec("d"), spec("e", span="12")]
    view = grid_view(specs, label_widths(specs, WIDTH), WIDTH)
    assert [[cell.spec.field for cell in row] for row in view.rows] == [["a", "b"], ["c"], ["d"], ["e"]]
    for row in view.rows:
        assert abs(sum(c.label_mm + c.value_mm + c.suffix_mm for c in row) - WIDTH) < 0.01


def it_gives_labels_of_a_form_one_width_so_that_lines_stand_below_one_another() -> None:
    specs = [spec("a", span="12"), spec("b", label="上级党组织", span="6"), spec("c", span="4")]
    widths = label_widths(specs, WIDTH)
    assert widths.wide >= text_mm("上级党组织") + 2
    assert len({cell.label_mm for row in grid_view(specs, widths, WIDTH).rows for cell in row}) == 1


def it_prints_short_options_for_those_who_write_by_hand() -> None:
    specs = [
        spec("a", kind="choice", choices=["设", "不设"]),
        spec("b", kind="choice", choices=["农村", "社区", "机关", "事业单位", "国有企业"]),
        spec("c", unit="元"),
    ]
    (first, second), (third,) = grid_view(specs, label_widths(specs, WIDTH), WIDTH).rows
    assert (first.suffix, second.suffix, third.suffix) == ("设／不设", "", "元")
    assert first.suffix_mm > text_mm("设／不设", 9)


def it_breaks_long_labels_in_the_middle_or_before_a_bracket() -> None:
    assert label_for("地点", 20).lines == ("地点",)
    assert label_for("统一社会信用代码", 20).lines == ("统一社会", "信用代码")
    assert label_for("议题（至多五项）", 28).lines == ("议题", "（至多五项）")
    assert label_for("参加工作（入学）时间", 15).size < 10.5
