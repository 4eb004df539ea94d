from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from generators.chart import lay_out

if TYPE_CHECKING:
    from collections.abc import Callable

    from generators.chart.geometry import Chart, Edge
    from generators.model.procedure import Procedure


@pytest.fixture
def laid_out(read_procedure: Callable[[str], Procedure], make_posts: Callable[..., Any]) -> Callable[[str], Chart]:
    return lambda text: lay_out(read_procedure(text), make_posts("甲", "乙", "丙"))


def edge(chart: Chart, source: str, target: str) -> Edge:
    (found,) = [e for e in chart.edges if (e.source, e.target) == (source, target)]
    return found


def test_loop_backs_to_one_step_are_one_line_with_one_arrow(laid_out: Callable[[str], Chart]) -> None:
    chart = laid_out("# 一\n a p0 做\n b p0 问 是>c 否>a\n c p1 做\n d p1 问 是>e 否>a\n e p2 做")
    upper, lower = edge(chart, "b", "a"), edge(chart, "d", "a")
    assert (upper.arrow, lower.arrow) == (False, True)
    assert max(p.x for p in upper.points) == max(p.x for p in lower.points)


def test_an_answer_that_skips_steps_runs_beside_its_lane_and_arrives_from_above(
    laid_out: Callable[[str], Chart],
) -> None:
    chart = laid_out("# 一\n a p0 问 是>b 否>d\n b p0 做\n c p0 做\n d p1 做")
    boxes = {box.step: box.rect for box in chart.boxes}
    points = edge(chart, "a", "d").points
    assert boxes["a"].right < points[1].x < boxes["d"].x
    assert points[-1] == (boxes["d"].cx, boxes["d"].y)
    assert points[-2].x == boxes["d"].cx


def test_an_answer_to_a_post_farther_left_leaves_to_the_left(laid_out: Callable[[str], Chart]) -> None:
    chart = laid_out("# 一\n z p0 做\n y p1 做\n a p1 问 是>b 否>d\n b p1 做\n c p1 做\n d p0 做")
    points = edge(chart, "a", "d").points
    assert points[1].x < points[0].x


def test_of_several_lines_side_by_side_each_answer_stands_on_its_own(laid_out: Callable[[str], Chart]) -> None:
    chart = laid_out("# 一\n a p0 问 是>b 否>c 略>d\n b p0 做\n c p0 做\n d p0 做")
    for label in chart.labels:
        if label.target != "b":
            start, bend = edge(chart, "a", label.target).points[:2]
            assert start.x < label.text.rect.x
            assert label.text.rect.right <= bend.x
            assert label.text.rect.bottom <= start.y


def test_a_way_on_in_the_same_lane_is_straight(laid_out: Callable[[str], Chart]) -> None:
    chart = laid_out("# 一\n a p0 做\n b p0 做")
    start, end = edge(chart, "a", "b").points
    assert start.x == end.x
