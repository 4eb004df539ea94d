from __future__ import annotations

import pytest

from generators.model.form import Table
from generators.plan.pages import rows_a_page, turned_before


def table(per_page: int | None, *, cards: bool = False) -> Table:
    columns = [{"field": "name", "label": "姓名", "span": 12}]
    raw = {"name": "members", "rows": 5, "columns": columns, "cards": cards}
    return Table.model_validate(raw | ({"per_page": per_page} if per_page else {}))


@pytest.mark.parametrize(
    ("rows", "most"), [(19, 20), (20, 20), (21, 21), (24, 24), (25, 20), (43, 22), (44, 22), (45, 20)]
)
def a_few_rows_do_not_get_a_page_of_their_own(rows: int, most: int) -> None:
    assert rows_a_page(table(20), rows) == most


def test_tables_without_a_limit_and_cards_are_left_alone() -> None:
    assert rows_a_page(table(None), 23) is None
    assert rows_a_page(table(4, cards=True), 5) == 4


def test_only_a_repeated_form_of_two_pages_is_brought_onto_a_left_page() -> None:
    assert turned_before(27, 2, 6)
    assert not turned_before(28, 2, 6)
    assert not turned_before(27, 2, 1)
    assert not turned_before(27, 1, 6)
