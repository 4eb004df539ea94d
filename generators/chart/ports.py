"""Ports: the places where edges leave a box, with the ground that their answers and marks need."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generators.chart.style import ANSWER, MARK, MARK_HEIGHT, MARK_PAD_X, MARK_PAD_Y, STUB
from generators.chart.wrap import words

if TYPE_CHECKING:
    from generators.chart.flow import Exit, Node
    from generators.chart.wrap import Words

_ONE_LINE = 1e6


@dataclass(slots=True)
class Port:
    """Where an edge leaves a box."""

    leaving: Exit
    back: bool
    """Whether it leads to this step again or to an earlier one."""
    label: Words
    mark: Words | None
    """What the pill at its tip says, when it leads out of the chart."""
    over: bool = False
    """Whether the answer stands on the line, before it bends; else it stands beside the bend."""
    dy: float = 0.0
    """Of its line from the row's middle, downwards; only for ports at a box's sides."""

    @property
    def mark_width(self) -> float:
        """Of the pill, 0 without one."""
        return self.mark.width + 2 * MARK_PAD_X if self.mark else 0.0

    @property
    def mark_height(self) -> float:
        """Of the pill, 0 without one; at a side its first line stands at the edge's tip, whatever follows below."""
        return max(MARK_HEIGHT, self.mark.height + 2 * MARK_PAD_Y) if self.mark else 0.0

    @property
    def above(self) -> float:
        """Free height over the line of a side port."""
        if self.mark:
            return MARK_HEIGHT / 2 + 2 + self.label.height
        return self.label.height + 3 if self.over else self.label.height / 2 + 3

    @property
    def below(self) -> float:
        """Free height under the line of a side port."""
        if self.mark:
            return self.mark_height - MARK_HEIGHT / 2 + 3
        return 5.0 if self.over else self.label.height / 2 + 3

    @property
    def reach(self) -> float:
        """How much level ground the answer and the pill of a side port take."""
        return max(self.label.width, STUB + self.mark_width if self.mark else 0.0)

    @property
    def drop(self) -> float:
        """How far under the box the pill of a port below hangs: past the answer."""
        return max(STUB, self.label.height + 11)

    @property
    def depth(self) -> float:
        """The height a port below needs for its answer and pill."""
        if self.mark:
            return self.drop + self.mark_height
        return self.label.height + 3 if self.label.lines else 0.0


def side_port(node: Node, leaving: Exit, box_width: float) -> Port:
    """A port at a box's side; its answer and pill find room on the next lane's ground."""
    return _port(node, leaving, box_width - 4, box_width - 4 - STUB)


def port_below(node: Node, leaving: Exit, box_width: float) -> Port:
    """The port under a box; its answer must not reach the lines between lanes."""
    return _port(node, leaving, box_width / 2 + 2, box_width)


def _port(node: Node, leaving: Exit, limit: float, pill: float) -> Port:
    room = pill - 2 * MARK_PAD_X if leaving.procedure else _ONE_LINE
    mark = words(leaving.goal, room, MARK) if leaving.target is None else None
    back = leaving.target is not None and leaving.target <= node.index
    return Port(leaving, back, words(leaving.label, limit, ANSWER), mark, over=back)
