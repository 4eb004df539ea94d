"""Edges with their answers and marks, once every row and lane has its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generators.chart.geometry import Anchor, Edge, Label, Mark, Point, Rect, Text
from generators.chart.style import ANSWER_GROUND, CORNER, STUB, TURN
from generators.model.procedure import END

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generators.chart.grid import Grid
    from generators.chart.rows import Port, Row


class Wiring:
    """Draws the edges of all rows; `middles` is the y of each row's middle."""

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
                if port.leaving:
                    self._aside(index, port)

    def _across(self, index: int) -> None:
        """Between boxes of one row."""
        row, y = self._rows[index], self._middles[index]
        for a, b in zip(row.cells, row.cells[1:], strict=False):
            start = Point(self._grid.middle(a.node.lane) + a.w / 2, y)
            self._edge(a.node.step.id, b.node.step.id, start, Point(self._grid.middle(b.node.lane) - b.w / 2, y))

    def _down(self, index: int) -> None:
        """The way on, to the next row or to a mark under the box."""
        row, y = self._rows[index], self._middles[index]
        port = row.down
        if port is None or port.leaving is None:
            return
        cell = row.last
        start = Point(self._grid.middle(cell.node.lane), y + cell.h / 2)
        self._label(row, port, start.x + ANSWER_GROUND, y + row.skirt + 3, Anchor.START)
        if port.mark:
            tip = Point(start.x, y + row.skirt + port.drop)
            self._edge(cell.node.step.id, port.leaving.to, start, tip)
            self._mark(port, Rect(tip.x - port.mark_width / 2, tip.y, port.mark_width, port.mark_height))
        else:
            self._edge(cell.node.step.id, port.leaving.to, start, *self._entry(index + 1, start.x))

    def _entry(self, index: int, x: float) -> tuple[Point, ...]:
        """Into the first box of a row from above, coming down at `x`."""
        row, y = self._rows[index], self._middles[index]
        cell = row.cells[0]
        middle, turn = self._grid.middle(cell.node.lane), y - row.up - TURN
        tip = Point(middle, y - cell.h / 2)
        return (tip,) if x == middle else (Point(x, turn), Point(middle, turn), tip)

    def _aside(self, index: int, port: Port) -> None:
        """An edge that leaves to the right or to the left."""
        row = self._rows[index]
        left = port is row.left
        way = -1 if left else 1
        y = self._middles[index] + port.dy
        start = Point(self._grid.middle(row.last.node.lane) + way * row.last.side(port.dy), y)
        ground = self._grid.ground(index, row, port)
        anchor = Anchor.END if left else Anchor.START
        leaving = port.leaving
        if leaving is None:
            return
        if port.mark:
            tip = Point(ground + way * STUB, y)
            self._edge(row.last.node.step.id, leaving.to, start, tip)
            half = port.mark_height / 2
            self._mark(port, Rect(tip.x - port.mark_width * left, y - half, port.mark_width, 2 * half))
            self._label(row, port, ground, y - half - 2 - port.label.height, anchor)
        elif row.last.node.exit_back(leaving):
            self._label(row, port, ground, y - 3 - port.label.height, anchor)
            self._back(index, port, start)
        elif leaving.target is not None:
            target = self._row_of[leaving.target]
            x = self._grid.track(self._grid.gap(row, port), target)
            self._label(row, port, ground, y - port.label.height / 2, anchor)
            self._edge(row.last.node.step.id, leaving.to, start, Point(x, y), *self._entry(target, x))

    def _back(self, index: int, port: Port, start: Point) -> None:
        """Out to the gutter, up, and into the right side of the earlier box; or into the line that goes there already."""
        row, leaving = self._rows[index], port.leaving
        if leaving is None or leaving.target is None:
            return
        target = self._row_of[leaving.target]
        x = self._grid.gutter(target)
        points = [start, Point(x, start.y)]
        if target in self._looped:
            points.append(Point(x, start.y - CORNER))
        else:
            entered = self._rows[target]
            y = self._middles[target] + entered.right[0].dy
            side = self._grid.middle(entered.last.node.lane) + entered.last.side(entered.right[0].dy)
            points += [Point(x, y), Point(side, y)]
        self.edges.append(Edge(row.last.node.step.id, leaving.to, tuple(points), True, target not in self._looped))
        self._looped.add(target)

    def _edge(self, source: str, target: str, *points: Point) -> None:
        self.edges.append(Edge(source, target, points, back=False, arrow=True))

    def _label(self, row: Row, port: Port, x: float, y: float, anchor: Anchor) -> None:
        if port.label.lines and port.leaving:
            self.labels.append(Label(row.last.node.step.id, port.leaving.to, Text(port.label, x, y, anchor)))

    def _mark(self, port: Port, rect: Rect) -> None:
        if port.mark and port.leaving:
            text = Text(port.mark, rect.cx, rect.cy - port.mark.height / 2)
            self.marks.append(Mark(rect, text, port.leaving.to == END))
