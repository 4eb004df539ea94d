"""Paths, boxes and matrices of a page, in points with y up."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Box = tuple[float, float, float, float]
"""Left, bottom, right and top."""
Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)
_Point = tuple[float, float]
_BENDS = 6
"""Into so many straight pieces a curve is cut."""


class Segment(NamedTuple):
    """A step of a path: m, l, c or h, with its coordinates."""

    operator: str
    numbers: tuple[float, ...]


class Clip(NamedTuple):
    """A path that limits what is painted, already on the page's coordinates."""

    path: tuple[Segment, ...]
    even_odd: bool

    def holds(self, points: Iterable[_Point]) -> bool:
        """Whether all the points lie inside."""
        lines = [line for outline in flattened(self.path) for line in pairwise([*outline, outline[0]])]
        return all(self._within(lines, *point) for point in points)

    def _within(self, lines: Iterable[tuple[_Point, _Point]], x: float, y: float) -> bool:
        """By the lines that a ray to the right crosses upwards and downwards (PDF 32000-1, 8.5.3.3)."""
        winding = 0
        for (x1, y1), (x2, y2) in lines:
            if (y1 <= y) != (y2 <= y) and x1 + (y - y1) / (y2 - y1) * (x2 - x1) > x:
                winding += 1 if y2 > y1 else -1
        return winding % 2 == 1 if self.even_odd else winding != 0


def times(first: Matrix, then: Matrix) -> Matrix:
    """The matrix that applies `first`, then `then`."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def moved(path: Iterable[Segment], by: Matrix) -> tuple[Segment, ...]:
    """The path with its points transformed."""
    return tuple(Segment(s.operator, tuple(v for p in _points(s) for v in _point(p, by))) for s in path)


def rectangle(x: float, y: float, w: float, h: float) -> tuple[Segment, ...]:
    """A rectangle's path."""
    corners = ((x, y), (x + w, y), (x + w, y + h), (x, y + h))
    return (*(Segment("l" if n else "m", corner) for n, corner in enumerate(corners)), Segment("h", ()))


def box_of(path: Iterable[Segment]) -> Box:
    """Left, bottom, right and top of a path's points."""
    points = [point for segment in path for point in _points(segment)] or [(0.0, 0.0)]
    across, up = [p[0] for p in points], [p[1] for p in points]
    return min(across), min(up), max(across), max(up)


def meet(one: Box, other: Box) -> bool:
    """Whether two boxes have something in common."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def shapes_of(path: Sequence[Segment]) -> tuple[tuple[Segment, ...], ...]:
    """The path's closed or open parts."""
    starts = [at for at, segment in enumerate(path) if segment.operator == "m"]
    return tuple(tuple(path[a:b]) for a, b in pairwise([*starts, len(path)]))


def flattened(path: Sequence[Segment]) -> Iterator[list[_Point]]:
    """The corners of each part of the path, its curves cut into straight pieces."""
    for shape in shapes_of(path):
        corners: list[_Point] = []
        for segment in shape:
            points = _points(segment)
            corners += _bent(corners[-1], *points) if segment.operator == "c" else points
        yield corners


def _bent(start: _Point, one: _Point, other: _Point, end: _Point) -> Iterator[_Point]:
    for step in range(1, _BENDS + 1):
        t, u = step / _BENDS, 1 - step / _BENDS
        shares = u**3, 3 * u * u * t, 3 * u * t * t, t**3
        x, y = (
            sum(share * p[axis] for share, p in zip(shares, (start, one, other, end), strict=True)) for axis in (0, 1)
        )
        yield x, y


def _points(segment: Segment) -> list[_Point]:
    numbers = segment.numbers
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def _point(point: _Point, by: Matrix) -> _Point:
    x, y = point
    return x * by[0] + y * by[2] + by[4], x * by[1] + y * by[3] + by[5]
