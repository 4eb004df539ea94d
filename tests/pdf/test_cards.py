from __future__ import annotations

from typing import Any

import pytest

from generators.model.form import Table
from generators.pdf.cards import card_mm, cards_view, turns
from generators.pdf.compile import compile_form
from generators.pdf.compiled import MM, CompiledForm
from generators.plan.shape import local_fields
from tests.pdf.nouns import shape_of
from tests.plan.nouns import form

COLUMNS: list[dict[str, Any]] = [
    {"field": "date", "label": "日期", "kind": "date", "span": "4", "required": True},
    {"field": "place", "label": "地点", "span": "8"},
    {"field": "points", "label": "谈话要点", "kind": "long", "lines": "2", "span": "12"},
    {"field": "count", "label": "条数", "kind": "number", "unit": "条", "span": "6"},
    {"field": "sign", "label": "签名", "kind": "signature", "span": "6"},
]
TALKS: dict[str, Any] = {
    "name": "talks",
    "rows": "6",
    "cards": True,
    "per_page": "4",
    "total": "合计",
    "columns": COLUMNS,
}


def table(**changes: Any) -> Table:
    return Table.model_validate(TALKS | changes)


def laid_out(**changes: Any) -> CompiledForm:
    return compile_form(shape_of(form("R94", title="谈心谈话记录", blocks=[{"table": TALKS | changes}])))


@pytest.fixture(scope="module")
def talks() -> CompiledForm:
    return laid_out()


def it_makes_a_grid_of_each_row() -> None:
    view = cards_view(table(), 6, 168, 0, None)
    assert len(view.cards) == 6 + 1
    assert [[cell.spec.field for cell in row] for row in view.cards[0].grid.rows] == [
        ["date", "place"],
        ["points"],
        ["count", "sign"],
    ]
    assert view.cards[4].prefix == "talks.05"
    assert [cell.spec.field for row in view.cards[-1].grid.rows for cell in row] == ["count"]
    assert [card.turned for card in view.cards] == [False, False, False, False, True, False, False]


def it_grows_where_several_lines_are_written() -> None:
    small, large = (cards_view(table(), 1, 168, growth, None) for growth in (0, 12))
    assert card_mm(large) - card_mm(small) == pytest.approx(12)
    (points,) = large.cards[0].grid.rows[1]
    assert points.height_mm == pytest.approx(2 * 8 + 12)
    assert points.pitch_mm >= 8


def it_names_cards_or_numbers_them_or_does_neither() -> None:
    named = cards_view(table(row_labels=["一月", "二月"]), 2, 168, 0, None)
    assert [card.head.lines for card in named.cards if card.head] == [("一月",), ("二月",), ("合计",)]
    assert cards_view(table(numbered=False), 2, 168, 0, None).first_mm == 0


def it_turns_the_page_behind_each_full_page() -> None:
    assert [number for number in range(1, 10) if turns(number, 4)] == [5, 9]
    assert not any(turns(number, None) for number in range(1, 10))


def it_names_the_fields_of_cards_as_those_of_rows(talks: CompiledForm) -> None:
    shape = shape_of(form("R94", blocks=[{"table": TALKS}]))
    assert [f.name for f in talks.fields] == [local.name for local in local_fields(shape)]
    assert "talks.06.points" in {f.name for f in talks.fields}
    assert CompiledForm.from_json(talks.to_json()).to_json() == talks.to_json()


def it_puts_as_many_cards_on_a_page_as_the_form_says(talks: CompiledForm) -> None:
    pages = [f.page for f in talks.fields if f.name.endswith(".date")]
    assert pages == [0, 0, 0, 0, 1, 1]


def it_fills_the_page_with_cards_and_rules_what_grew(talks: CompiledForm) -> None:
    points = [f for f in talks.fields if f.name.endswith(".points")]
    assert len({round(f.rect.height, 1) for f in points}) == 1
    assert points[0].rect.height > 2 * 8 * MM
    assert points[0].leading >= 8 * MM


def it_keeps_fewer_cards_on_each_page_when_they_are_too_high() -> None:
    tall = laid_out(columns=[*COLUMNS[:2], COLUMNS[2] | {"lines": "6"}, *COLUMNS[3:]])
    pages = [f.page for f in tall.fields if f.name.endswith(".date")]
    assert pages == [0, 0, 0, 1, 1, 1]


def it_breaks_a_table_behind_as_many_rows_as_the_form_says() -> None:
    columns = [{"field": "name", "label": "姓名"}]
    rows = {"name": "members", "rows": "20", "per_page": "8", "columns": columns}
    made = compile_form(shape_of(form("R94", layout="landscape", blocks=[{"table": rows}])))
    pages = [f.page for f in made.fields]
    assert [pages.count(page) for page in range(len(made.pages))] == [8, 8, 4]
