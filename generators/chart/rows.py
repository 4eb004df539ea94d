"""The rows of a chart: which boxes stand in one row, how large they are, and on which side each edge leaves them.

A row reads from left to right: a step follows another in the same row when its post stands farther right and nothing
but that one edge enters or leaves between them. So left of a row's first box and right of its last the row is empty,
and answers, marks and loop-backs have free ground there.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generators.chart.style import (
    ANSWER,
    ASK_PAD_X,
    BOX_MIN_HEIGHT,
    BOX_PAD_X,
    BOX_PAD_Y,
    MARK,
    MARK_HEIGHT,
    MARK_PAD_X,
    NOTCH,
    SMALL,
    STUB,
    TEXT,
)
from generators.chart.wrap import Words, words

if TYPE_CHECKING:
    from generators.chart.flow import Exit, Flow, Node


@dataclass(slots=True)
class Cell:
    """A box before it has a place."""

    node: Node
    texts: tuple[Words, ...]
    w: float
    h: float

    def side(self, dy: float) -> float:
        """From the middle to the right side, at `dy` below the middle."""
        return self.w / 2 - (NOTCH * abs(dy) * 2 / self.h if self.node.step.is_decision else 0)


@dataclass(slots=True)
class Port:
    """Where an edge leaves the row's last box, or, without `leaving`, where loop-backs enter it."""

    leaving: Exit | None
    label: Words
    mark: Words | None
    above: float
    below: float
    """Free height it needs on either side of its line."""
    dy: float = 0.0
    """Of its line from the row's middle, downwards."""

    @property
    def mark_width(self) -> float:
        """Of the pill at the edge's tip, 0 without one."""
        return self.mark.width + 2 * MARK_PAD_X if self.mark else 0.0

    @property
    def mark_height(self) -> float:
        """Of the pill, 0 without one."""
        return max(MARK_HEIGHT, self.mark.height + 6) if self.mark else 0.0

    @property
    def drop(self) -> float:
        """How far below the box its pill hangs: past the answer."""
        return max(STUB, self.label.height + 11)

    @property
    def depth(self) -> float:
        """The height an edge that leaves below needs for its answer and mark."""
        return self.drop + self.mark_height if self.mark else self.label.height + 3 if self.label.lines else 0.0

    @property
    def reach(self) -> float:
        """How much level ground its label and mark take."""
        return max(self.label.width, STUB + self.mark_width if self.mark else 0.0)


@dataclass(slots=True)
class Row:
    """Boxes side by side, with the ports of the last one."""

    cells: list[Cell]
    right: list[Port] = field(default_factory=list)
    left: Port | None = None
    down: Port | None = None
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
        return (*self.right, *([self.left] if self.left else []))


def rows(flow: Flow, box_width: float) -> list[Row]:
    """All rows, in order."""
    targets = {leaving.target for node in flow.nodes for leaving in node.exits if not leaving.onward}
    made: list[Row] = []
    for node in flow.nodes:
        cell = _cell(node, box_width)
        if made and _follows(node, made[-1].last.node, targets):
            made[-1].cells.append(cell)
        else:
            made.append(Row([cell]))
    for row in made:
        _place_ports(row, flow, row.last.node.index in targets and _looped(flow, row.last.node), box_width)
        _set_heights(row)
    return made


def _follows(node: Node, before: Node, targets: set[int | None]) -> bool:
    return (
        not before.step.is_decision
        and before.stage == node.stage
        and before.lane < node.lane
        and before.index not in targets
        and node.index not in targets
    )


def _looped(flow: Flow, node: Node) -> bool:
    return any(
        leaving.target == node.index and other.exit_back(leaving) for other in flow.nodes for leaving in other.exits
    )


def _cell(node: Node, w: float) -> Cell:
    step = node.step
    inset = ASK_PAD_X if step.is_decision else BOX_PAD_X
    texts = [words(step.text, w - 2 * inset, TEXT)]
    if step.within:
        texts.append(words(step.within, w - 2 * inset, SMALL))
    return Cell(node, tuple(texts), w, max(BOX_MIN_HEIGHT, sum(t.height for t in texts) + 2 * BOX_PAD_Y))


def _place_ports(row: Row, flow: Flow, looped: bool, box_width: float) -> None:  # noqa: FBT001
    """The answer that leads on leaves below; loop-backs to the right; the others where there is room."""
    node = row.last.node
    rest = list(node.exits)
    down = next((e for e in rest if e.onward), None) or next((e for e in rest if e.target is None), None)
    if down:
        rest.remove(down)
        row.down = _port(node, down, box_width / 2 + 2, box_width)
    left = _leftward(row, flow, rest, looped)
    if left:
        rest.remove(left)
        row.left = _port(node, left, box_width - 4, box_width)
    backs = [e for e in rest if node.exit_back(e)]
    away = [e for e in rest if e.target is None]
    skips = [e for e in rest if e not in backs and e not in away]
    row.right = [_port(node, e, box_width - 4, box_width) for e in (*backs, *away, *skips)]
    if looped:
        row.right.insert(0, Port(None, words("", 1, ANSWER), None, 6, 6))


def _leftward(row: Row, flow: Flow, rest: list[Exit], looped: bool) -> Exit | None:  # noqa: FBT001
    """The one exit that leaves to the left, where the row is free."""
    node = row.last.node
    if len(row.cells) > 1 or node.lane == 0:
        return None
    ahead = [e for e in rest if e.target is None or e.target > node.index]
    for leaving in ahead:
        if leaving.target is not None and flow.nodes[leaving.target].lane < node.lane:
            return leaving
    crowded = looped or len(rest) > 1 or node.lane == len(flow.lanes) - 1
    return ahead[0] if ahead and crowded else None


def _port(node: Node, leaving: Exit, limit: float, box_width: float) -> Port:
    label = words(leaving.label, limit, ANSWER)
    if leaving.target is None:
        mark = words(leaving.goal, box_width - STUB - 2 * MARK_PAD_X, MARK)
        port = Port(leaving, label, mark, 0, 0)
        half = port.mark_height / 2
        port.above, port.below = half + 2 + label.height, half + 3
        return port
    if node.exit_back(leaving):
        return Port(leaving, label, None, label.height + 3, 5)
    return Port(leaving, label, None, label.height / 2 + 3, label.height / 2 + 3)


def _set_heights(row: Row) -> None:
    """Spread the ports of the right side, and make the box and the row as high as they need."""
    depth = 0.0
    for before, port in zip([None, *row.right], row.right, strict=False):
        depth += before.below + port.above if before else 0.0
        port.dy = depth
    for port in row.right:
        port.dy -= depth / 2
    row.last.h = max(row.last.h, depth + 20)
    tallest = max(cell.h for cell in row.cells) / 2
    row.up = max([tallest, *(port.above - port.dy for port in row.sides())])
    row.skirt = max([row.last.h / 2, *(port.below + port.dy for port in row.sides())])
    row.low = max(tallest, row.skirt + (row.down.depth if row.down else 0))
