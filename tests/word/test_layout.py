from __future__ import annotations

import pytest

from generators.word.layout import BORDER_MM, RESERVE_MM, Frame, Text, Turn, lay_out
from generators.word.rows import Row


def row(height: float, **changes: object) -> Row:
    return Row((), height, **changes)  # type: ignore[arg-type]


def heights(frame: object) -> list[float]:
    assert isinstance(frame, Frame)
    return [r.height for r in frame.rows]


def a_long_box_takes_what_is_left_of_the_page() -> None:
    laid_out = lay_out((Frame((row(20), row(30, weight=3))),), 100, title=10)
    assert laid_out.pages == 1
    assert sum(heights(laid_out.items[0])) == pytest.approx(100 - 10 - RESERVE_MM - 2 * BORDER_MM)


def two_long_boxes_share_by_their_lines() -> None:
    laid_out = lay_out((Frame((row(10, weight=3), row(10, weight=1))),), 100, title=0)
    first, second = heights(laid_out.items[0])
    assert first - 10 == pytest.approx(3 * (second - 10))


def boxes_on_two_pages_fill_each_its_own() -> None:
    laid_out = lay_out((Frame((row(10, weight=1),)), Turn(), Frame((row(10, weight=5),))), 100, title=20)
    assert laid_out.pages == 2
    assert heights(laid_out.items[2])[0] - heights(laid_out.items[0])[0] == pytest.approx(20)


@pytest.mark.parametrize(("count", "pages"), [(1, 1), (8, 1), (9, 2), (17, 2), (18, 3)])
def a_table_goes_on_over_as_many_pages_as_it_needs(count: int, pages: int) -> None:
    rows = (row(5, head=True), *(row(10) for _ in range(count)))
    assert lay_out((Frame(rows),), 100, title=9).pages == pages


def rows_grow_to_fill_their_pages_evenly() -> None:
    laid_out = lay_out((Frame((row(5, head=True), *(row(10) for _ in range(6)))),), 100, title=10)
    head, *others = heights(laid_out.items[0])
    assert head == 5
    assert set(others) == {13.0}


def the_line_below_a_table_does_not_stand_alone_on_a_page() -> None:
    rows = tuple(row(10) for _ in range(9))
    laid_out = lay_out((Frame(rows), Text("<tip/>", 5)), 100, title=5)
    assert laid_out.pages == 2
    assert heights(laid_out.items[0])[0] > 10


def a_row_higher_than_a_page_stands_on_one_of_its_own() -> None:
    assert lay_out((Frame((row(120), row(10))),), 100, title=10).pages == 3
