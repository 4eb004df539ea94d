"""Edges with their answers and marks, once every row and lane has its place."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from generators.chart.geometry import Anchor, Edge, Label, Mark, Point, Rect, Text
from generators.chart.style import ANSWER_GROUND, CORNER, MARK_HEIGHT, STUB, TURN
from generators.model.procedure import END

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generators.chart.grid import Grid
    from generators.chart.ports import Port
    from generators.chart.rows import Cell, Row
    from generators.chart.wrap import Words


class Wiring:
    """The edges of all rows; `middles` is the y of each row's middle."""

    def __init__(self, rows: Sequence[Row], row_of: Mapping[int, int], grid: Grid, middles: Sequence[float]) -> None:
        self._rows, self._row_of, self._grid, self._middles = rows, row_of, grid, middles
        self.edges: list[Edge] = []
        self.labels: list[Label] = []
        self.marks: list[Mark] = []
        self._looped: set[int] = set()
        for index in reversed(range(len(rows))):  # the lowest loop-back to a step carries the whole line
            self._across(index)
            self._down(index)
            for port in rows[index].sides():
                self._aside(index, port)

    def _across(self, index: int) -> None:
        """Between boxes of one row."""
        y = self._middles[index]
        for a, b in pairwise(self._rows[index].cells):
            start = Point(self._grid.middle(a.node.lane) + a.w / 2, y)
            self._edge(a, b.node.step.id, start, Point(self._grid.middle(b.node.lane) - b.w / 2, y))

    def _down(self, index: int) -> None:
        """The way on, to the next row or to a mark under the box."""
        row, y = self._rows[index], self._middles[index]
        port, cell = row.down, row.last
        if port is None:
            return
        start = Point(self._grid.middle(cell.node.lane), y + cell.h / 2)
        self._label(cell, port, start.x + ANSWER_GROUND, y + row.skirt + 3, Anchor.START)
        if port.mark:
            tip = Point(start.x, y + row.skirt + port.drop)
            self._edge(cell, port.leaving.to, start, tip)
            self._mark(port, port.mark, Rect(tip.x - port.mark_width / 2, tip.y, port.mark_width, port.mark_height))
        else:
            self._edge(cell, port.leaving.to, start, *self._entry(index + 1, start.x))

    def _entry(self, index: int, x: float) -> tuple[Point, ...]:
        """Into the first box of a row from above, coming down at `x`."""
        row, y = self._rows[index], self._middles[index]
        middle, turn = self._grid.middle(row.cells[0].node.lane), y - row.up - TURN
        tip = Point(middle, y - row.cells[0].h / 2)
        return (tip,) if x == middle else (Point(x, turn), Point(middle, turn), tip)

    def _aside(self, index: int, port: Port) -> None:
        """An edge that leaves to the right or to the left."""
        row = self._rows[index]
        way, anchor = (-1, Anchor.END) if port is row.left else (1, Anchor.START)
        cell, y = row.last, self._middles[index] + port.dy
        start = Point(self._grid.middle(cell.node.lane) + way * cell.side(port.dy), y)
        ground = self._grid.ground(index, row, port)
        if port.mark:
            tip = Point(ground + way * STUB, y)
            left = min(tip.x, tip.x + way * port.mark_width)
            self._edge(cell, port.leaving.to, start, tip)
            self._mark(port, port.mark, Rect(left, y - MARK_HEIGHT / 2, port.mark_width, port.mark_height))
        elif port.leaving.target is not None:
            target = self._row_of[port.leaving.target]
            if port.back:
                self._back(cell, target, start)
            else:
                x = self._grid.track(row.gap(port), target)
                self._edge(cell, port.leaving.to, start, Point(x, y), *self._entry(target, x))
        self._label(cell, port, ground, y - port.above + 1, anchor)

    def _back(self, source: Cell, target: int, start: Point) -> None:
        """Out to the gutter, up, and into the earlier box from the right; or into the line that goes there already."""
        x = self._grid.gutter(target)
        entered = self._rows[target]
        points = [start, Point(x, start.y)]
        first = target not in self._looped
        if first:
            dy = entered.entry or 0.0
            y = self._middles[target] + dy
            points += [Point(x, y), Point(self._grid.middle(entered.last.node.lane) + entered.last.side(dy), y)]
        else:
            points.append(Point(x, start.y - CORNER))
        self._looped.add(target)
        ends = source.node.step.id, entered.last.node.step.id
        self.edges.append(Edge(*ends, tuple(points), back=True, arrow=first))

    def _edge(self, source: Cell, target: str, *points: Point) -> None:
        self.edges.append(Edge(source.node.step.id, target, points, back=False, arrow=True))

    def _label(self, source: Cell, port: Port, x: float, y: float, anchor: Anchor) -> None:
        if port.label.lines:
            self.labels.append(Label(source.node.step.id, port.leaving.to, Text(port.label, x, y, anchor)))

    def _mark(self, port: Port, words: Words, rect: Rect) -> None:
        text, other = Text(words, rect.cx, rect.cy - words.height / 2), port.leaving.procedure
        self.marks.append(Mark(rect, text, port.leaving.to == END and not other, other))
