from __future__ import annotations

import pytest

from generators.chart.geometry import Point
from generators.chart.lines import arrowhead, polyline, px


@pytest.mark.parametrize(("value", "said"), [(3, "3"), (3.0, "3"), (3.14, "3.1"), (0.04, "0"), (1234.56, "1234.6")])
def test_lengths_are_written_short(value: float, said: str) -> None:
    assert px(value) == said


def test_bends_are_round_and_the_line_ends_inside_its_arrowhead() -> None:
    points = (Point(0, 0), Point(0, 50), Point(60, 50))
    assert polyline(points, arrow=True) == "M0 0V43Q0 50 7 50H53"
    assert polyline(points, arrow=False) == "M0 0V43Q0 50 7 50H60"


def test_short_pieces_bend_less() -> None:
    assert polyline((Point(0, 0), Point(0, 6), Point(60, 6)), arrow=False) == "M0 0V3Q0 6 3 6H60"


def test_arrowheads_point_where_the_line_goes() -> None:
    assert arrowhead(Point(0, 0), Point(0, 50)) == "M0 50L-3.6 42H3.6Z"
    assert arrowhead(Point(60, 0), Point(0, 0)) == "M0 0L8 -3.6V3.6Z"
