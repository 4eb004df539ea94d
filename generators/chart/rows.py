"""The rows of a chart: which boxes stand in one row, how large they are, and on which side each edge leaves them.

A row reads from left to right: a step follows another in the same row when its post stands farther right. Only the
first box of a row is entered from above, only the last is looped back to and left by answers. So left of a row's first
box and right of its last the row is empty, and answers, marks and loop-backs have free ground there.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from generators.chart.ports import Port, port_below, side_port
from generators.chart.style import ASK_PAD_X, BOX_MIN_HEIGHT, BOX_PAD_X, BOX_PAD_Y, NOTCH, SMALL, TEXT
from generators.chart.wrap import Words, words

if TYPE_CHECKING:
    from generators.chart.flow import Exit, Flow, Node

_ENTRY = 6.0
"""Free height on either side of the line by which loop-backs enter a box."""
_SHOULDER = 10.0
"""From a box's corner to the nearest line at its side."""


@dataclass(slots=True)
class Cell:
    """A box before it has a place."""

    node: Node
    texts: tuple[Words, ...]
    w: float
    h: float

    def side(self, dy: float) -> float:
        """From the middle to the left or right side, at `dy` below the middle."""
        return self.w / 2 - (NOTCH * abs(dy) * 2 / self.h if self.node.step.is_decision else 0)


@dataclass(slots=True)
class Row:
    """Boxes side by side, with the ports of the last one."""

    cells: list[Cell]
    right: list[Port] = field(default_factory=list)
    left: Port | None = None
    down: Port | None = None
    entry: float | None = None
    """From its middle down to the line by which loop-backs enter its last box, if there are any."""
    up: float = 0.0
    low: float = 0.0
    """From its middle to its upper and lower bound."""
    skirt: float = 0.0
    """From its middle to where the ground under its last box is free."""

    @property
    def last(self) -> Cell:
        """The box that edges leave from."""
        return self.cells[-1]

    def sides(self) -> tuple[Port, ...]:
        """The ports to the right, and the one to the left."""
        return (*self.right, self.left) if self.left else tuple(self.right)

    def gap(self, port: Port) -> int:
        """The gap between lanes that a side port opens on."""
        return self.last.node.lane + (port is not self.left)


def rows(flow: Flow, box_width: float) -> list[Row]:
    """All rows, in order, with their ports; their heights are still to be set."""
    skipped, looped = _targets(flow)
    made: list[Row] = []
    for node in flow.nodes:
        cell = _cell(node, box_width)
        if made and _follows(node, made[-1].last.node, skipped, looped):
            made[-1].cells.append(cell)
        else:
            made.append(Row([cell]))
    for row in made:
        row.entry = 0.0 if row.last.node.index in looped else None
        _place_ports(row, flow, box_width)
    return made


def _targets(flow: Flow) -> tuple[set[int], set[int]]:
    """The nodes that are reached by skipping steps, and those that are looped back to."""
    skipped: set[int] = set()
    looped: set[int] = set()
    for node in flow.nodes:
        for leaving in node.exits:
            if leaving.target is not None and not leaving.onward:
                (looped if leaving.target <= node.index else skipped).add(leaving.target)
    return skipped, looped


def _follows(node: Node, before: Node, skipped: set[int], looped: set[int]) -> bool:
    return (
        not before.step.is_decision
        and before.stage == node.stage
        and before.lane < node.lane
        and before.index not in looped
        and node.index not in skipped
    )


def _cell(node: Node, w: float) -> Cell:
    step = node.step
    inset = ASK_PAD_X if step.is_decision else BOX_PAD_X
    texts = [words(step.text, w - 2 * inset, TEXT)]
    if step.within:
        texts.append(words(step.within, w - 2 * inset, SMALL))
    return Cell(node, tuple(texts), w, max(BOX_MIN_HEIGHT, sum(t.height for t in texts) + 2 * BOX_PAD_Y))


def _place_ports(row: Row, flow: Flow, box_width: float) -> None:
    """The answer that leads on leaves below; loop-backs to the right; the others where there is room."""
    node = row.last.node
    if not node.exits:
        return
    rest = list(node.exits)
    down = next((e for e in rest if e.onward), None) or next((e for e in rest if e.target is None), None)
    if down:
        rest.remove(down)
        row.down = port_below(node, down, box_width)
    if not rest:
        return
    left = _leftward(row, flow, rest)
    if left:
        rest.remove(left)
        row.left = side_port(node, left, box_width)
    ports = [side_port(node, leaving, box_width) for leaving in rest]
    row.right = sorted(ports, key=lambda port: (not port.back, port.mark is None))


def _leftward(row: Row, flow: Flow, rest: list[Exit]) -> Exit | None:
    """The one exit that leaves to the left, where the row is free."""
    node = row.last.node
    if len(row.cells) > 1 or node.lane == 0:
        return None
    ahead = [e for e in rest if e.target is None or e.target > node.index]
    for leaving in ahead:
        if leaving.target is not None and flow.nodes[leaving.target].lane < node.lane:
            return leaving
    crowded = row.entry is not None or len(rest) > 1 or node.lane == len(flow.lanes) - 1
    return ahead[0] if ahead and crowded else None


def set_heights(row: Row) -> None:
    """Spread the lines at the right side in their order, and make the box and the row as high as they need."""
    if row.right or row.entry is not None:
        _spread(row)
    tallest = max(cell.h for cell in row.cells) / 2
    row.up, row.skirt = tallest, row.last.h / 2
    for port in row.sides():
        row.up = max(row.up, port.above - port.dy)
        row.skirt = max(row.skirt, port.below + port.dy)
    row.low = max(tallest, row.skirt + (row.down.depth if row.down else 0))


def _spread(row: Row) -> None:
    lines = [(port.above, port.below) for port in row.right]
    if row.entry is not None:
        lines.insert(0, (_ENTRY, _ENTRY))
    levels = [0.0]
    for (_, below), (above, _) in pairwise(lines):
        levels.append(levels[-1] + below + above)
    levels = [level - levels[-1] / 2 for level in levels]
    row.last.h = max(row.last.h, 2 * (levels[-1] + _SHOULDER))
    if row.entry is not None:
        row.entry = levels.pop(0)
    for port, level in zip(row.right, levels, strict=False):
        port.dy = level
