"""The level grid of a chart: where lanes stand, and the tracks of upright lines between and beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generators.chart.style import GAP, TRACK
from generators.chart.tracks import Span, tracks

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generators.chart.rows import Port, Row

_CLEAR = 12.0
"""Between a track and the boxes beside it."""
_BESIDE = 8.0
"""Between a line or box and the answer beside it."""


class Grid:
    """Where lanes and tracks stand; `left` is the x where the first lane begins.

    Gap 0 lies left of lane 0, gap n right of the last of n lanes. An answer that skips steps runs down in a gap beside
    its lane; loop-backs run up in the gutter right of everything.
    """

    def __init__(
        self, rows: Sequence[Row], lanes: int, row_of: Mapping[int, int], box_width: float, left: float
    ) -> None:
        self._rows = rows
        self._row_of = row_of
        self._w = box_width
        self._gaps, self._gutter_tracks = self._plan(lanes)
        self.lefts = self._lefts(left)
        self.lanes_right = self._lanes_right()
        self._gutter = max([self.lanes_right + _CLEAR, *self._reaches()])
        used = _used(self._gutter_tracks)
        self.right = self._gutter + used * TRACK if used else self._gutter - _CLEAR + 1

    def _plan(self, lanes: int) -> tuple[list[Mapping[int, tuple[int, Span]]], Mapping[int, tuple[int, Span]]]:
        gaps: list[list[Span]] = [[] for _ in range(lanes + 1)]
        gutter = []
        for index, row in enumerate(self._rows):
            for port in row.sides():
                if port.leaving is None or port.leaving.target is None:
                    continue
                target = self._row_of[port.leaving.target]
                if target <= index:
                    gutter.append(Span(target, target, index))
                else:
                    gaps[self.gap(row, port)].append(Span(target, index, target - 1))
        return list(map(tracks, gaps)), tracks(gutter)

    def _lefts(self, left: float) -> list[float]:
        lefts = [left + GAP / 2]
        for gap in self._gaps[1:-1]:
            lefts.append(lefts[-1] + self._w + max(GAP, 2 * _CLEAR + (_used(gap) - 1) * TRACK))
        return lefts

    def _lanes_right(self) -> float:
        used = _used(self._gaps[-1])
        return self.lefts[-1] + self._w + max(GAP / 2, _CLEAR + used * TRACK)

    def _reaches(self) -> list[float]:
        return [
            self.ground(index, row, port) + port.reach + _CLEAR
            for index, row in enumerate(self._rows)
            if row.last.node.lane == len(self.lefts) - 1
            for port in row.right
        ]

    @staticmethod
    def gap(row: Row, port: Port) -> int:
        """The gap that a side port opens on."""
        return row.last.node.lane + (port is not row.left)

    def middle(self, lane: int) -> float:
        """The middle of a lane's boxes."""
        return self.lefts[lane] + self._w / 2

    def boundaries(self) -> list[float]:
        """Where lanes meet, from the left side of the first to the right side of the last."""
        between = [(a + self._w + b) / 2 for a, b in zip(self.lefts, self.lefts[1:], strict=False)]
        return [self.lefts[0] - GAP / 2, *between, self.lanes_right]

    def track(self, gap: int, target: int) -> float:
        """The x of the line in a gap that leads down to a row."""
        number, _ = self._gaps[gap][target]
        if gap == len(self.lefts):
            return self.lefts[-1] + self._w + _CLEAR + number * TRACK
        middle = (self.lefts[gap - 1] + self._w + self.lefts[gap]) / 2
        return middle + (number - (_used(self._gaps[gap]) - 1) / 2) * TRACK

    def gutter(self, target: int) -> float:
        """The x of the line in the gutter that leads back to a row."""
        return self._gutter + self._gutter_tracks[target][0] * TRACK

    def ground(self, index: int, row: Row, port: Port) -> float:
        """Where the free ground beside a port begins: past its box, and past the lines that run down there."""
        gap = self.gap(row, port)
        running = [self.track(gap, t) for t, (_, span) in self._gaps[gap].items() if span.first <= index <= span.last]
        if port is row.left:
            return min([self.lefts[gap], *running]) - _BESIDE
        return max([self.lefts[gap - 1] + self._w, *running]) + _BESIDE


def _used(placed: Mapping[int, tuple[int, Span]]) -> int:
    """How many tracks stand side by side."""
    return max((number for number, _ in placed.values()), default=-1) + 1
