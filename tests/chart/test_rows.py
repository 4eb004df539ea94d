from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from generators.chart.flow import flow
from generators.chart.rows import Row, rows, set_heights

if TYPE_CHECKING:
    from collections.abc import Callable

    from generators.model.procedure import Procedure


@pytest.fixture
def rows_of(read_procedure: Callable[[str], Procedure], make_posts: Callable[..., Any]) -> Callable[[str], list[Row]]:
    return lambda text: rows(flow(read_procedure(text), make_posts("甲", "乙", "丙")), 120)


def ids(made: list[Row]) -> list[list[str]]:
    return [[cell.node.step.id for cell in row.cells] for row in made]


def test_steps_at_posts_farther_right_share_a_row(rows_of: Callable[[str], list[Row]]) -> None:
    assert ids(rows_of("# 一\n a p0 做\n b p1 做\n c p2 做\n d p2 做\n e p0 做")) == [["a", "b", "c"], ["d"], ["e"]]


def test_a_row_ends_with_its_stage_and_with_a_question(rows_of: Callable[[str], list[Row]]) -> None:
    assert ids(rows_of("# 一\n a p0 做\n # 二\n b p1 问 是>c 否>b\n c p2 做")) == [["a"], ["b"], ["c"]]


def test_what_is_looped_back_to_ends_its_row(rows_of: Callable[[str], list[Row]]) -> None:
    assert ids(rows_of("# 一\n a p0 做\n b p1 做\n c p2 问 是>d 否>b\n d p2 做")) == [["a", "b"], ["c"], ["d"]]


def test_what_is_skipped_to_begins_a_row(rows_of: Callable[[str], list[Row]]) -> None:
    assert ids(rows_of("# 一\n a p0 问 是>b 否>c\n b p0 做\n c p1 做")) == [["a"], ["b"], ["c"]]


def test_the_way_on_leaves_below_loop_backs_right_and_the_end_where_there_is_room(
    rows_of: Callable[[str], list[Row]],
) -> None:
    row = rows_of("# 一\n a p0 做\n b p1 问 是>c 否>a 停>end\n c p1 做")[1]
    assert row.down is not None
    assert row.down.leaving.label == "是"
    assert [port.leaving.label for port in row.right] == ["否"]
    assert row.left is not None
    assert row.left.leaving.label == "停"


def test_in_the_first_lane_nothing_leaves_to_the_left(rows_of: Callable[[str], list[Row]]) -> None:
    row = rows_of("# 一\n a p0 做\n b p0 问 是>c 否>a 停>end 略>d\n c p0 做\n d p1 做")[1]
    assert row.left is None
    assert [port.leaving.label for port in row.right] == ["否", "停", "略"]


def test_a_box_grows_with_the_lines_at_its_side(rows_of: Callable[[str], list[Row]]) -> None:
    row = rows_of("# 一\n a p0 做\n b p0 问 是>c 否>a 停>end 略>d\n c p0 做\n d p1 做")[1]
    before = row.last.h
    set_heights(row)
    levels = [port.dy for port in row.right]
    assert row.last.h > before
    assert levels == sorted(levels)
    assert row.up >= row.last.h / 2
    assert max(levels) < row.last.h / 2
