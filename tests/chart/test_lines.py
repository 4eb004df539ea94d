from __future__ import annotations

import re

import pytest

from generators.chart.geometry import Point
from generators.chart.lines import arrowhead, polyline, px


@pytest.mark.parametrize(
    ("value", "said"),
    [(3, "3"), (3.0, "3"), (3.14, "3.1"), (0.04, "0"), (-0.04, "0"), (-2.0, "-2"), (1234.56, "1234.6")],
)
def test_lengths_are_written_short(value: float, said: str) -> None:
    assert px(value) == said


def test_bends_are_round_and_the_line_ends_inside_its_arrowhead() -> None:
    points = (Point(0, 0), Point(0, 50), Point(60, 50))
    assert polyline(points, arrow=True) == "M0 0v43q0 7 7 7h46"
    assert polyline(points, arrow=False) == "M0 0v43q0 7 7 7h53"


def test_no_error_of_rounding_adds_up() -> None:
    steps = tuple(Point(20.04 * (n // 2 + n % 2), 20.04 * (n // 2)) for n in range(60))
    moves = re.findall(r"[hvq]([-0-9. ]+)", polyline(steps, arrow=False))
    across = sum(float(numbers[-2] if len(numbers) > 1 else 0) for numbers in (move.split() for move in moves))
    level = sum(float(n) for n in re.findall(r"h([-0-9.]+)", polyline(steps, arrow=False)))
    assert across + level == pytest.approx(steps[-1].x, abs=0.1)


def test_short_pieces_bend_less() -> None:
    assert polyline((Point(0, 0), Point(0, 6), Point(60, 6)), arrow=False) == "M0 0v3q0 3 3 3h57"


def test_arrowheads_point_where_the_line_goes() -> None:
    assert arrowhead(Point(0, 0), Point(0, 50)) == "M0 50l-3.6 -8h7.2z"
    assert arrowhead(Point(60, 0), Point(0, 0)) == "M0 0l8 -3.6v7.2z"
