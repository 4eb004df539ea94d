"""Lines of edges as SVG path data: round bends and arrowheads."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from generators.chart.style import CORNER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generators.chart.geometry import Point

_ARROW, _ARROW_HALF = 8.0, 3.6
"""Length and half width of an arrowhead, px."""


def polyline(points: Sequence[Point], *, arrow: bool) -> str:
    """Upright and level pieces with round bends; where an arrow follows, the line ends inside its head."""
    parts = [f"M{px(points[0].x)} {px(points[0].y)}"]
    for before, at, after in zip(points, points[1:], points[2:], strict=False):
        (x, y), into, out = at, _span(before, at), _span(at, after)
        radius = min(CORNER, into / 2, out / 2)
        if before.x == x:
            y1, x2 = _toward(y, before.y, radius), _toward(x, after.x, radius)
            parts.append(f"V{px(y1)}Q{px(x)} {px(y)} {px(x2)} {px(y)}")
        else:
            x1, y2 = _toward(x, before.x, radius), _toward(y, after.y, radius)
            parts.append(f"H{px(x1)}Q{px(x)} {px(y)} {px(x)} {px(y2)}")
    (x0, y0), (x, y) = points[-2:]
    inside = _ARROW - 1 if arrow else 0.0
    parts.append(f"V{px(_toward(y, y0, inside))}" if x0 == x else f"H{px(_toward(x, x0, inside))}")
    return "".join(parts)


def arrowhead(before: Point, tip: Point) -> str:
    """A filled triangle at `tip`, for a line that comes from `before`."""
    x, y = tip
    if before.x == x:
        back = px(_toward(y, before.y, _ARROW))
        return f"M{px(x)} {px(y)}L{px(x - _ARROW_HALF)} {back}H{px(x + _ARROW_HALF)}Z"
    back = px(_toward(x, before.x, _ARROW))
    return f"M{px(x)} {px(y)}L{back} {px(y - _ARROW_HALF)}V{px(y + _ARROW_HALF)}Z"


@lru_cache(maxsize=65536)
def px(value: float) -> str:
    """A length as SVG writes it: to a tenth of a pixel, no zeros to spare."""
    return f"{value:.1f}".removesuffix(".0")


def _span(a: Point, b: Point) -> float:
    """The length of an upright or level piece."""
    return abs(a.x - b.x) + abs(a.y - b.y)


def _toward(start: float, goal: float, distance: float) -> float:
    """The place `distance` px from `start` on the way to `goal`."""
    return start + distance if goal > start else start - distance
