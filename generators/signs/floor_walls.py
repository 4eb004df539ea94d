"""The walls of a floor plan: every wall once, open where a door is."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from generators.model.floor_plan import SpaceKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generators.model.floor_plan import FloorPlan
    from generators.model.walls import Rectangle

_SAME = 0.02
"""Lines nearer to each other than this are one, metres."""
_OUT, _FREE = -1, None
"""What is not of the floor, and what is of no space."""


class Wall(NamedTuple):
    """A straight piece of wall along the middle of its thickness, metres."""

    upright: bool
    line: float
    """Its distance from the left, or from the top where it lies across."""
    start: float
    end: float
    cut: tuple[bool, bool] = (False, False)
    """Whether it ends at a door, at its start and at its end; elsewhere it meets another wall."""

    def ground(self, thick: float) -> tuple[float, float, float, float]:
        """Left, top, width and height of the wall, which fills the corners where it meets another."""
        reach = 0.48 * thick  # a hair less than half, so that no pixel of it shows beyond the wall it meets
        start = self.start - (0 if self.cut[0] else reach)
        end = self.end + (0 if self.cut[1] else reach)
        near = self.line - thick / 2
        return (near, start, thick, end - start) if self.upright else (start, near, end - start, thick)


def walls(plan: FloorPlan) -> tuple[Wall, ...]:
    """Every wall of the floor: between inside and outside, and round each space that has walls of its own."""
    holes = [_hole(door.ground(room, 0.0), door.wall in "左右") for door, room in plan.doorways()]
    found = []
    for upright in (True, False):
        for line, pieces in _lines(plan, upright=upright):
            for start, end in _joined(pieces):
                gaps = [(a, b) for turned, at, a, b in holes if turned is upright and abs(at - line) < _SAME]
                found += [Wall(upright, line, *piece) for piece in _open(start, end, sorted(gaps))]
    return tuple(found)


def _hole(ground: Rectangle, upright: bool) -> tuple[bool, float, float, float]:  # noqa: FBT001 # private
    if upright:
        return upright, ground.x, ground.y, ground.y + ground.d
    return upright, ground.y, ground.x, ground.x + ground.w


def _lines(plan: FloorPlan, *, upright: bool) -> Iterator[tuple[float, list[tuple[float, float]]]]:
    """Each line on which a wall can stand, with the stretches of it that are wall."""
    across = _grid([0, plan.w, *(edge for s in plan.spaces for edge in (s.x, s.x + s.w))])
    down = _grid([0, plan.d, *(edge for s in plan.spaces for edge in (s.y, s.y + s.d))])
    lines, steps = (across, down) if upright else (down, across)
    beyond = (lines[0] - 1, *lines, lines[-1] + 1)
    for before, line, after in zip(beyond[:-2], lines, beyond[2:], strict=True):
        pieces = []
        for start, end in pairwise(steps):
            middle = (start + end) / 2
            sides = [
                _owner(plan, *((at, middle) if upright else (middle, at)))
                for at in ((before + line) / 2, (line + after) / 2)
            ]
            if _parted(plan, *sides):
                pieces.append((start, end))
        yield line, pieces


def _grid(edges: Iterable[float]) -> tuple[float, ...]:
    kept: list[float] = []
    for edge in sorted(edges):
        if not kept or edge - kept[-1] >= _SAME:
            kept.append(edge)
    return tuple(kept)


def _owner(plan: FloorPlan, x: float, y: float) -> int | None:
    if not plan.outline.holds(x, y):
        return _OUT
    index = next((n for n, space in enumerate(plan.spaces) if space.footprint.holds(x, y)), _FREE)
    return _OUT if index is not None and plan.spaces[index].kind is SpaceKind.OUTSIDE else index


def _parted(plan: FloorPlan, one: int | None, other: int | None) -> bool:
    """Whether a wall stands between two sides."""
    if one == other:
        return False
    return _OUT in (one, other) or any(side is not None and plan.spaces[side].kind.walled for side in (one, other))


def _joined(pieces: Sequence[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    start, end = pieces[0] if pieces else (0.0, 0.0)
    for piece in pieces[1:]:
        if piece[0] - end > _SAME:
            yield start, end
            start = piece[0]
        end = piece[1]
    if pieces:
        yield start, end


def _open(
    start: float, end: float, gaps: Iterable[tuple[float, float]]
) -> Iterator[tuple[float, float, tuple[bool, bool]]]:
    """What the doors leave of a wall from `start` to `end`."""
    cut = False
    for a, b in gaps:
        if b <= start or a >= end:
            continue
        if a > start:
            yield start, a, (cut, True)
        start, cut = b, True
    if end > start:
        yield start, end, (cut, False)
