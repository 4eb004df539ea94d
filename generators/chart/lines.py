"""Lines of edges as SVG path data: round bends and arrowheads."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from generators.chart.geometry import Point
from generators.chart.style import CORNER

if TYPE_CHECKING:
    from collections.abc import Sequence

_ARROW, _ARROW_HALF = 8.0, 3.6
"""Length and half width of an arrowhead, px."""


def polyline(points: Sequence[Point], *, arrow: bool) -> str:
    """Upright and level pieces with round bends; where an arrow follows, the line ends inside its head.

    Pieces are told from where the last one ended: bends are then all alike, and a page packs them well.
    """
    pen = _Pen(points[0])
    for before, at, after in zip(points, points[1:], points[2:], strict=False):
        radius = min(CORNER, _span(before, at) / 2, _span(at, after) / 2)
        pen.line(_toward(at, before, radius))
        pen.bend(at, _toward(at, after, radius))
    pen.line(_toward(points[-1], points[-2], _ARROW - 1 if arrow else 0.0))
    return "".join(pen.path)


def arrowhead(before: Point, tip: Point) -> str:
    """A filled triangle at `tip`, for a line that comes from `before`."""
    ahead = _ARROW if (before.x, before.y) > (tip.x, tip.y) else -_ARROW
    half, side = px(_ARROW_HALF), px(2 * _ARROW_HALF)
    if before.x == tip.x:
        return f"M{px(tip.x)} {px(tip.y)}l-{half} {px(ahead)}h{side}z"
    return f"M{px(tip.x)} {px(tip.y)}l{px(ahead)} -{half}v{side}z"


class _Pen:
    """Writes path data; it knows where it stands, to the tenth that is written, so that no error adds up."""

    def __init__(self, start: Point) -> None:
        self._at = _tenths(start)
        self.path = [f"M{px(start.x)} {px(start.y)}"]

    def line(self, goal: Point) -> None:
        """An upright or a level piece."""
        dx, dy = self._to(goal)
        self._at = _tenths(goal)
        self.path.append(f"v{dy}" if dx == "0" else f"h{dx}")

    def bend(self, corner: Point, goal: Point) -> None:
        """A quarter of a circle, near enough."""
        turn, end = self._to(corner), self._to(goal)
        self._at = _tenths(goal)
        self.path.append(f"q{' '.join((*turn, *end))}")

    def _to(self, goal: Point) -> tuple[str, str]:
        there = _tenths(goal)
        return px(there.x - self._at.x), px(there.y - self._at.y)


def _tenths(point: Point) -> Point:
    return Point(round(point.x, 1), round(point.y, 1))


@lru_cache(maxsize=65536)
def px(value: float) -> str:
    """A length as SVG writes it: to a tenth of a pixel, no zeros to spare."""
    written = f"{value:.1f}".removesuffix(".0")
    return "0" if written == "-0" else written


def _span(a: Point, b: Point) -> float:
    """The length of an upright or level piece."""
    return abs(a.x - b.x) + abs(a.y - b.y)


def _toward(start: Point, goal: Point, distance: float) -> Point:
    """The place `distance` px from `start` on the way to `goal`, which lies straight above, below or beside it."""
    if start.x == goal.x:
        return Point(start.x, start.y + (distance if goal.y > start.y else -distance))
    return Point(start.x + (distance if goal.x > start.x else -distance), start.y)
