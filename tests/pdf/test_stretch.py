from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from generators.pdf import measure
from generators.pdf.compiled import MM
from generators.pdf.markup import form_html
from generators.pdf.stretch import lay_out_full
from generators.plan.shape import shape_with
from generators.typeset import press
from tests.plan.nouns import form

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generators.plan.shape import Shape


def laid_out(shape: Shape) -> Any:
    return lay_out_full(shape, lambda heights: press.layout(form_html(shape, heights)))


def spots(blocks: list[dict[str, Any]], rows: Mapping[str, int]) -> Mapping[str, measure.Spot]:
    return measure.spots(laid_out(shape_with(form(blocks=blocks), rows, compact=True)))


def table(name: str, **changes: Any) -> dict[str, Any]:
    columns = [{"field": "name", "label": "姓名", "width": "30"}, {"field": "note", "label": "备注", "width": "60"}]
    return {"table": {"name": name, "rows": "3", "row_mm": "9", "columns": columns, **changes}}


def test_all_boxes_of_a_page_have_lines_of_one_distance() -> None:
    boxes = [
        {"long": {"field": field, "label": field, "fill": True, "lines": lines}}
        for field, lines in (("said", "10"), ("opinion", "4"), ("report", "2"))
    ]
    found = spots(boxes, {})
    pitches = [spot.leading for spot in found.values()]
    assert pitches == pytest.approx([pitches[0]] * 3, abs=0.02)
    assert 8 * MM <= pitches[0] + 0.02 < 9 * MM
    assert found["said"].rect.height > found["opinion"].rect.height > found["report"].rect.height


def a_few_rows_too_many_are_drawn_together_on_one_page() -> None:
    found = spots([{"heading": "上半年"}, table("half", per_page="20")], {"half": 23})
    assert {spot.page for spot in found.values()} == {0}
    assert min(spot.rect.height for spot in found.values()) >= 8 * MM - 0.1


def test_rows_that_cannot_be_drawn_together_keep_to_their_number_a_page() -> None:
    found = spots([table("half", per_page="30")], {"half": 34})
    pages = [found[f"half.{number:02d}.name"].page for number in range(1, 35)]
    assert max(pages) == 1


def test_two_tables_on_a_page_share_what_is_left_of_it() -> None:
    found = spots([table("out", label="流出"), table("back", label="流入")], {"out": 4, "back": 4})
    assert found["out.01.name"].rect.height == pytest.approx(9 * 1.5 * MM, abs=0.1)
    assert found["back.04.name"].rect.height == pytest.approx(found["out.01.name"].rect.height, abs=0.1)
