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
        into, out = _span(before, at), _span(at, after)
        radius = min(CORNER, into / 2, out / 2)
        x1, y1 = _toward(at, before, radius, into)
        x2, y2 = _toward(at, after, radius, out)
        parts.append(f"L{px(x1)} {px(y1)}Q{px(at.x)} {px(at.y)} {px(x2)} {px(y2)}")
    before, end = points[-2:]
    x, y = _toward(end, before, _ARROW - 1, _span(before, end)) if arrow else end
    parts.append(f"L{px(x)} {px(y)}")
    return "".join(parts)


def arrowhead(before: Point, tip: Point) -> str:
    """A filled triangle at `tip`, for a line that comes from `before`."""
    x, y = _toward(tip, before, _ARROW, _span(before, tip))
    dx, dy = (0.0, _ARROW_HALF) if before.y == tip.y else (_ARROW_HALF, 0.0)
    return f"M{px(tip.x)} {px(tip.y)}L{px(x - dx)} {px(y - dy)}L{px(x + dx)} {px(y + dy)}Z"


@lru_cache(maxsize=65536)
def px(value: float) -> str:
    """A length as SVG writes it: to a tenth of a pixel, no zeros to spare."""
    return f"{value:.1f}".removesuffix(".0")


def _span(a: Point, b: Point) -> float:
    """The length of an upright or level piece."""
    return abs(a.x - b.x) + abs(a.y - b.y)


def _toward(start: Point, goal: Point, distance: float, span: float) -> tuple[float, float]:
    """The place `distance` px from `start` on the piece of length `span` to `goal`."""
    share = distance / (span or 1)
    return start.x + (goal.x - start.x) * share, start.y + (goal.y - start.y) * share
