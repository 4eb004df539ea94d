"""The party emblem, computed from its official construction (党徽党旗条例附件制法, facts in 32 × 32 squares).

The hammer is one outline and the sickle with its handle another, both clockwise in one compound path, so that no seam
shows between the parts. The emblem may be scaled, never stretched, turned, mirrored, outlined or written upon
(党徽党旗条例); that is why nothing here takes a width apart from a height.
"""

from __future__ import annotations

from functools import cache
from html import escape
from math import hypot, sqrt
from typing import NamedTuple

BOX = 32
"""Side of the square the emblem fills."""


class Point(NamedTuple):
    """A point of the construction: x to the right, y down, the box's corners at 1 and 33."""

    x: float
    y: float


class Circle(NamedTuple):
    """A circle that an arc of the emblem belongs to."""

    centre: Point
    radius: float

    def on_antidiagonal(self, total: float, *, leftmost: bool) -> Point:
        """Where the circle meets the line x + y = `total`, which runs parallel to the diagonal BD."""
        offset = total - self.centre.x - self.centre.y
        half = sqrt(2 * self.radius**2 - offset**2) / 2
        x = self.centre.x + offset / 2 + (-half if leftmost else half)
        return Point(x, total - x)


def _through(centre: Point, point: Point) -> Circle:
    return Circle(centre, hypot(point.x - centre.x, point.y - centre.y))


@cache
def emblem_path() -> str:
    """SVG path of the emblem on a box of 32 × 32 with y down; fill it by the nonzero rule."""
    return f"{_hammer()} {_sickle()}"


def emblem_svg(fill: str, size: str) -> str:
    """An inline SVG of the emblem; `size` is one CSS length, for width and height alike."""
    side = escape(size)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {BOX} {BOX}" width="{side}" height="{side}" '
        f'role="img" aria-label="党徽"><path fill="{escape(fill)}" d="{emblem_path()}"/></svg>'
    )


def _hammer() -> str:
    """Head I–G–H–J, hollow arc J–L about K, and the handle to E–F, which leaves the head along the diagonal AC."""
    j = Point(17, 5)
    hollow = _through(Point(13.5, 1), j)
    l = hollow.on_antidiagonal(18, leftmost=True)  # noqa: E741 # the construction's own letter
    lower, upper = Point(11.5, 15.5), Point(15.5, 11.5)
    i, g, h, e, f = Point(4, 14), Point(8.5, 18.5), Point(19.5, 7.5), Point(29, 33), Point(33, 29)
    return " ".join(
        [_move(l), _arc(hollow, j, clockwise=False), *map(_line, (h, upper, f, e, lower, g, i)), "Z"],
    )


def _sickle() -> str:
    """Blade N–O–Q–W–U–S–N; its handle leaves the lower outer arc between x + y = 36 and 32 to the round knob X."""
    n, o = Point(17, 1), Point(17, 33)
    outer, lower = Circle(Point(17, 17), 16), Circle(Point(17, 15), 18)
    tip = _through(Point(11, 16.5), n)
    s = Point(11 + tip.radius, 16.5)
    quarter = _through(Point(16.5, 16.5), s)
    u = Point(16.5, 16.5 + quarter.radius)
    inner, w = _through(Point(16.5, 11), u), Point(4.5, 22.5)
    knob = Circle(Point(3.5, 30.5), 2.5)
    return " ".join(
        [
            _move(n),
            _arc(outer, o),
            _arc(lower, lower.on_antidiagonal(36, leftmost=True)),
            _line(knob.on_antidiagonal(36, leftmost=False)),
            _arc(knob, knob.on_antidiagonal(32, leftmost=False), large=True),
            _line(lower.on_antidiagonal(32, leftmost=True)),
            _arc(lower, lower.on_antidiagonal(27, leftmost=True)),
            _line(w),
            _arc(inner, u, clockwise=False),
            _arc(quarter, s, clockwise=False),
            _arc(tip, n, clockwise=False),
            "Z",
        ]
    )


def _place(point: Point) -> str:
    return f"{round(point.x - 1, 4):g},{round(point.y - 1, 4):g}"


def _move(point: Point) -> str:
    return f"M{_place(point)}"


def _line(point: Point) -> str:
    return f"L{_place(point)}"


def _arc(circle: Circle, to: Point, *, clockwise: bool = True, large: bool = False) -> str:
    radius = f"{round(circle.radius, 4):g}"
    return f"A{radius},{radius} 0 {int(large)} {int(clockwise)} {_place(to)}"
