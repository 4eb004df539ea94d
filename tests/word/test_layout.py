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


def test_two_long_boxes_share_by_their_lines() -> None:
    laid_out = lay_out((Frame((row(10, weight=3), row(10, weight=1))),), 100, title=0)
    first, second = heights(laid_out.items[0])
    assert first - 10 == pytest.approx(3 * (second - 10))


def test_boxes_on_two_pages_fill_each_its_own() -> None:
    laid_out = lay_out((Frame((row(10, weight=1),)), Turn(), Frame((row(10, weight=5),))), 100, title=20)
    assert laid_out.pages == 2
    assert heights(laid_out.items[2])[0] - heights(laid_out.items[0])[0] == pytest.approx(20)


@pytest.mark.parametrize(("count", "pages"), [(1, 1), (8, 1), (9, 2), (17, 2), (18, 3)])
def a_table_goes_on_over_as_many_pages_as_it_needs(count: int, pages: int) -> None:
    rows = (row(5, head=True), *(row(10) for _ in range(count)))
    assert lay_out((Frame(rows),), 100, title=9).pages == pages


def test_rows_grow_to_fill_their_pages_evenly() -> None:
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


def counted(*rows: Row, per_page: int | None = None) -> Frame:
    return Frame(rows, counted=True, per_page=per_page)


def sizes(items: tuple[object, ...]) -> list[int]:
    return [len(item.rows) for item in items if isinstance(item, Frame)]


def a_counted_frame_has_a_table_with_heads_on_every_page() -> None:
    laid_out = lay_out((counted(row(5, head=True), *(row(8) for _ in range(7)), per_page=3),), 100, title=10)
    assert laid_out.pages == 3
    assert sizes(laid_out.items) == [4, 4, 2]
    assert [type(item) for item in laid_out.items] == [Frame, Turn, Frame, Turn, Frame]


def the_rows_of_a_card_stay_together() -> None:
    card = (row(20), row(20, follows=True))
    laid_out = lay_out((counted(*card, *card, *card),), 100, title=10)
    assert laid_out.pages == 2
    assert sizes(laid_out.items) in ([2, 4], [4, 2])


def test_heads_do_not_stand_alone_at_the_foot_of_a_page() -> None:
    frames = (Frame((row(70),)), counted(row(10, head=True), row(20), row(20)))
    laid_out = lay_out(frames, 100, title=10)
    assert [type(item) for item in laid_out.items] == [Frame, Turn, Frame]


def the_page_is_turned_where_a_word_processor_might_do_so_a_row_later() -> None:
    unsure = lay_out((Frame((row(90, weight=1), row(9.5))),), 100, title=0)
    assert [type(item) for item in unsure.items] == [Frame, Turn, Frame]
    certain = lay_out((Frame((row(90, weight=1), row(20))),), 100, title=0)
    assert [type(item) for item in certain.items] == [Frame]


def test_low_rows_shrink_a_little_to_save_a_page() -> None:
    laid_out = lay_out((Frame(tuple(row(8.5) for _ in range(11))),), 100, title=6)
    assert laid_out.pages == 1
    assert 8.0 <= heights(laid_out.items[0])[0] < 8.5


def test_rows_grow_less_where_that_keeps_a_card_from_leaving_a_page_half_empty() -> None:
    cards = counted(*(row(27) for _ in range(9)), per_page=3)
    laid_out = lay_out((cards,), 100, title=12)
    frames = [item for item in laid_out.items if isinstance(item, Frame)]
    assert [len(frame.rows) for frame in frames] == [3, 3, 3]
