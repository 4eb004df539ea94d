"""Tracks: side by side places for upright lines, so that no two that lead to different steps lie on each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generators.chart.ports import Port
    from generators.chart.rows import Row


@dataclass(frozen=True, slots=True)
class Span:
    """The rows an upright line runs along, first and last included, on its way to a target row."""

    target: int
    first: int
    last: int

    def meets(self, other: Span) -> bool:
        """Whether both run along some row."""
        return self.first <= other.last and other.first <= self.last


class Track(NamedTuple):
    """A line's place among those beside it, 0 nearest to the boxes, and all the rows it runs along."""

    number: int
    span: Span


@dataclass(frozen=True, slots=True)
class Tracks:
    """The tracks of all upright lines that pass rows; each maps a target row to the track of the lines to it.

    Gap 0 lies left of lane 0, gap n right of the last of n lanes. An answer that skips steps runs down in a gap beside
    its lane; loop-backs run up in the gutter right of everything.
    """

    gaps: tuple[Mapping[int, Track], ...]
    gutter: Mapping[int, Track]
    rooms: Mapping[tuple[int, bool], float]
    """Gap and whether it is left by its left lane → width kept free there for answers.

    Where several lines run side by side, an answer beside a bend would seem to belong to all of them; there it stands
    on its line, before the bend.
    """


def plan_tracks(rows: Sequence[Row], lanes: int, row_of: Mapping[int, int]) -> Tracks:
    """Find a track for every edge that leaves a box at its side and leads to a row; order the ports to suit them."""
    gaps: list[list[Span]] = [[] for _ in range(lanes + 1)]
    gutter = []
    skips: list[tuple[Row, Port]] = []
    for index, row in enumerate(rows):
        for port in row.sides():
            if port.leaving.target is None:
                continue
            target = row_of[port.leaving.target]
            if port.back:
                gutter.append(Span(target, target, index))
            else:
                gaps[row.gap(port)].append(Span(target, index, target - 1))
                skips.append((row, port))
    placed = tuple(map(tracks, gaps))
    for row in rows:
        _untangle(row, placed[row.last.node.lane + 1], row_of)
    return Tracks(placed, tracks(gutter), _rooms(skips, placed))


def _rooms(skips: Iterable[tuple[Row, Port]], gaps: Sequence[Mapping[int, Track]]) -> dict[tuple[int, bool], float]:
    rooms: dict[tuple[int, bool], float] = {}
    for row, port in skips:
        gap, rightward = row.gap(port), port is not row.left
        if width(gaps[gap]) > 1:
            port.over = True
            rooms[gap, rightward] = max(rooms.get((gap, rightward), 0.0), port.label.width)
    return rooms


def _untangle(row: Row, gap: Mapping[int, Track], row_of: Mapping[int, int]) -> None:
    """Of several lines that leave to the right and run down, let the upper ones have the nearer tracks."""

    def track(port: Port) -> int:
        if port.leaving.target is None or port.back:
            return -1
        return gap[row_of[port.leaving.target]].number

    row.right.sort(key=track)


def tracks(spans: Iterable[Span]) -> dict[int, Track]:
    """Target → its track; lines to one target share a track, and short ones lie nearest."""
    whole: dict[int, Span] = {}
    for span in spans:
        known = whole.get(span.target, span)
        whole[span.target] = Span(span.target, min(known.first, span.first), max(known.last, span.last))
    placed: list[Track] = []
    for span in sorted(whole.values(), key=lambda s: (s.last - s.first, s.first)):
        taken = {track.number for track in placed if track.span.meets(span)}
        placed.append(Track(next(k for k in range(len(placed) + 1) if k not in taken), span))
    return {track.span.target: track for track in placed}


def width(placed: Mapping[int, Track]) -> int:
    """How many tracks stand side by side."""
    return max((track.number for track in placed.values()), default=-1) + 1
