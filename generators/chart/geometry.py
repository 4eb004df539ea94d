"""A chart as geometry: where everything stands, in px, x to the right and y down, before it becomes SVG.

Its parts are named tuples: a chart has hundreds of them, and they are made twice as fast as frozen dataclasses.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from generators.chart.wrap import Words


class Point(NamedTuple):
    """A place."""

    x: float
    y: float


class Rect(NamedTuple):
    """An upright rectangle by its top left corner."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """The x of its right side."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """The y of its lower side."""
        return self.y + self.h

    @property
    def cx(self) -> float:
        """The x of its middle."""
        return self.x + self.w / 2

    @property
    def cy(self) -> float:
        """The y of its middle."""
        return self.y + self.h / 2


class Anchor(Enum):
    """Which point of each line stands at a text's x."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


class Text(NamedTuple):
    """Words with a place: `x` by the anchor, `y` the top of the first line."""

    words: Words
    x: float
    y: float
    anchor: Anchor = Anchor.MIDDLE

    @property
    def rect(self) -> Rect:
        """What the lines cover."""
        shift = {Anchor.START: 0.0, Anchor.MIDDLE: 0.5, Anchor.END: 1.0}[self.anchor]
        return Rect(self.x - shift * self.words.width, self.y, self.words.width, self.words.height)


class Lane(NamedTuple):
    """A post's column: the whole strip, its head with the post's title on top."""

    post: str
    rect: Rect
    head: Rect
    title: Text


class Band(NamedTuple):
    """A stage: its strip across all lanes and the label in the left margin, set vertically."""

    rect: Rect
    label: Rect
    numeral: Text | None
    """一, 二, 三 above the title, when there is more than one stage."""
    columns: tuple[Text, ...]
    """The columns of the label from right to left; each `line` is one character under another."""


class Box(NamedTuple):
    """A step: a numbered rectangle for something to do, a hexagon for a question."""

    step: str
    rect: Rect
    number: int | None
    """None for a question."""
    terminal: bool
    """Whether the whole procedure begins or ends here; such a box has round ends."""
    texts: tuple[Text, ...]
    """What is done, and in small letters the time limit."""
    name: str
    """What a screen reader says."""


class Mark(NamedTuple):
    """A small pill at an edge's tip: the end (终), a step outside this chart (第12步), another procedure (转「…」)."""

    rect: Rect
    text: Text
    end: bool
    procedure: str | None = None
    """The id of the other procedure."""


class Edge(NamedTuple):
    """A line from one step to another, in upright and level pieces."""

    source: str
    target: str
    """The id of a step, or `end`."""
    points: tuple[Point, ...]
    back: bool
    """Whether it leads to an earlier step (drawn dashed)."""
    arrow: bool
    """False when it runs into another edge to the same target, which carries the arrow."""


class Label(NamedTuple):
    """An answer, beside the edge it leads along."""

    source: str
    target: str
    text: Text


@dataclass(frozen=True, slots=True)
class Chart:
    """A procedure laid out. `stages` holds one smaller chart a stage; theirs are empty."""

    id: str
    """Unique on a page: the procedure's id, with `-1`, `-2`, … for its stages."""
    title: str
    summary: str
    """What a screen reader says of the whole."""
    width: float
    height: float
    heading: Text | None
    """A stage chart's own heading."""
    lanes: tuple[Lane, ...]
    bands: tuple[Band, ...]
    boxes: tuple[Box, ...]
    edges: tuple[Edge, ...]
    labels: tuple[Label, ...]
    marks: tuple[Mark, ...]
    stages: tuple[Chart, ...] = ()
