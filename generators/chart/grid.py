"""The level grid of a chart: where lanes stand, and the upright lines between and beside them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from generators.chart.style import GAP, TRACK
from generators.chart.tracks import width

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generators.chart.ports import Port
    from generators.chart.rows import Row
    from generators.chart.tracks import Tracks

_CLEAR = 12.0
"""Between a track and the boxes beside it."""
_BESIDE = 8.0
"""Between a line or box and the answer beside it."""


class Grid:
    """Where lanes and tracks stand, px; `left` is the x where the first lane begins."""

    def __init__(
        self, rows: Sequence[Row], tracks: Tracks, row_of: Mapping[int, int], box_width: float, left: float
    ) -> None:
        self._tracks, self._row_of, self._w = tracks, row_of, box_width
        self.lefts = [left + GAP / 2]
        """The left side of each lane's boxes."""
        for gap in range(1, len(tracks.gaps) - 1):
            self.lefts.append(self.lefts[-1] + box_width + max(GAP, self._gap_width(gap)))
        last = len(tracks.gaps) - 1
        self.lanes_right = self.lefts[-1] + box_width + (self._gap_width(last) if tracks.gaps[last] else GAP / 2)
        self._gutter = max([self.lanes_right + _CLEAR, *self._reaches(rows)])
        loops = width(tracks.gutter)
        self.right = self._gutter + loops * TRACK if loops else self._gutter - _CLEAR + 1
        """Where the chart ends."""

    def _gap_width(self, gap: int) -> float:
        rooms = self._tracks.rooms.get((gap, True), 0.0) + self._tracks.rooms.get((gap, False), 0.0)
        return 2 * _CLEAR + rooms + (width(self._tracks.gaps[gap]) - 1) * TRACK

    def _reaches(self, rows: Sequence[Row]) -> list[float]:
        """How far the answers and marks right of the last lane reach."""
        return [
            self.ground(index, row, port) + port.reach + _CLEAR
            for index, row in enumerate(rows)
            if row.last.node.lane == len(self.lefts) - 1
            for port in row.right
        ]

    def middle(self, lane: int) -> float:
        """The middle of a lane's boxes."""
        return self.lefts[lane] + self._w / 2

    def boundaries(self) -> list[float]:
        """Where lanes meet, from the left side of the first to the right side of the last."""
        between = [(a + self._w + b) / 2 for a, b in pairwise(self.lefts)]
        return [self.lefts[0] - GAP / 2, *between, self.lanes_right]

    def track(self, gap: int, target: int) -> float:
        """The x of the line in a gap that leads down to a row."""
        first = self.lefts[gap - 1] + self._w + _CLEAR + self._tracks.rooms.get((gap, True), 0.0)
        return first + self._tracks.gaps[gap][target].number * TRACK

    def gutter(self, target: int) -> float:
        """The x of the line in the gutter that leads back to a row."""
        return self._gutter + self._tracks.gutter[target].number * TRACK

    def ground(self, index: int, row: Row, port: Port) -> float:
        """Where the free ground beside a port begins: past its box, and past the lines that run down there."""
        gap = row.gap(port)
        if port.over and not port.back:
            return self.lefts[gap] - _BESIDE if port is row.left else self.lefts[gap - 1] + self._w + _BESIDE
        below = {self._row_of[p.leaving.target] for p in row.sides() if p.leaving.target is not None and p.dy > port.dy}
        running = [
            self.track(gap, target)
            for target, (_, span) in self._tracks.gaps[gap].items()
            if span.first <= index <= span.last and not (span.first == index and target in below)
        ]
        if port is row.left:
            return min([self.lefts[gap], *running]) - _BESIDE
        return max([self.lefts[gap - 1] + self._w, *running]) + _BESIDE
