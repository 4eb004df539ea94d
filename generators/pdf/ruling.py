"""The lines of a form as strokes, which readers keep crisp at every size; boxes of CSS borders go grey and vanish.

Cells, frames and ruled boxes say by their class that they have lines; here their measured edges are joined and drawn.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING, Any

from generators.pdf.compiled import Rect
from generators.pdf.measure import marked, outer
from generators.pdf.syntax import number, numbers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


@dataclass(frozen=True, order=True)
class Pen:
    """A weight in points and a grey from 0 (black) to 1; thin pale lines are drawn first."""

    weight: float
    grey: float


CELL = Pen(0.5, 0.25)
FRAME = Pen(1.0, 0.25)
BOX = Pen(0.6, 0.25)
"""The square of a tick box."""
WRITING = Pen(0.35, 0.8)
"""Lines to write on."""
HEAD = Pen(0.5, 0.55)
"""The hairline below the running head."""

_INSET = 5.7
"""Lines to write on end this far from the box's sides, in points."""


class Way(StrEnum):
    """Where a line runs."""

    ACROSS = "across"
    DOWN = "down"


@dataclass(frozen=True, order=True)
class Stroke:
    """A line from `start` to `end`."""

    pen: Pen
    way: Way
    at: float
    """y of a line across, x of a line down."""
    start: float
    end: float


def rulings(document: Any) -> tuple[bytes, ...]:
    """Operators that draw each page's lines."""
    strokes: list[list[Stroke]] = [[] for _ in document.pages]
    for page, height, box in marked(document, "class"):
        strokes[page] += _strokes(box, height)
    return tuple(draw(_joined(of_page)) for of_page in strokes)


def _strokes(box: Any, page_height: float) -> Iterator[Stroke]:
    classes = box.element.get("class").split()
    rect = outer(box, page_height)
    if "cell" in classes:
        yield from _edges(rect, CELL, {"left", "right", "top", "bottom"} - {c.removeprefix("no-") for c in classes})
    if "frame" in classes:
        ends = {side for name, side in (("first", "top"), ("last", "bottom")) if name in classes}
        yield from _edges(_hull(box, page_height), FRAME, {"left", "right"} | ends)
    if "box" in classes:
        yield from _edges(rect, BOX, {"left", "right", "top", "bottom"})
    if "line" in classes:
        yield from _edges(rect, BOX, {"bottom"})
    if "running-head" in classes:
        yield from _edges(rect, HEAD, {"bottom"})
    if "ruled" in classes:
        leading = float(box.element.get("data-leading"))
        for line in range(1, round(rect.height / leading)):
            yield Stroke(WRITING, Way.ACROSS, rect.y1 - line * leading, rect.x0 + _INSET, rect.x1 - _INSET)


def _hull(box: Any, page_height: float) -> Rect:
    """What the cells of a frame take up on this page; a broken table itself reaches down to the page's margin."""
    cells = [
        outer(inner, page_height)
        for inner in box.descendants()
        if inner.element is not None and "cell" in (inner.element.get("class") or "").split()
    ]
    return Rect(
        min(cell.x0 for cell in cells),
        min(cell.y0 for cell in cells),
        max(cell.x1 for cell in cells),
        max(cell.y1 for cell in cells),
    )


def _edges(rect: Rect, pen: Pen, sides: Iterable[str]) -> Iterator[Stroke]:
    lines = {
        "left": Stroke(pen, Way.DOWN, rect.x0, rect.y0, rect.y1),
        "right": Stroke(pen, Way.DOWN, rect.x1, rect.y0, rect.y1),
        "top": Stroke(pen, Way.ACROSS, rect.y1, rect.x0, rect.x1),
        "bottom": Stroke(pen, Way.ACROSS, rect.y0, rect.x0, rect.x1),
    }
    return (lines[side] for side in sorted(sides) if side in lines)


def _joined(strokes: Iterable[Stroke]) -> Iterator[Stroke]:
    """Strokes of one pen on one line that touch become one."""
    rounded = sorted(Stroke(s.pen, s.way, round(s.at, 1), round(s.start, 1), round(s.end, 1)) for s in strokes)
    for (pen, way, at), line in groupby(rounded, key=lambda s: (s.pen, s.way, s.at)):
        start, end = None, 0.0
        for stroke in line:
            if start is not None and stroke.start <= end + 0.1:
                end = max(end, stroke.end)
                continue
            if start is not None:
                yield Stroke(pen, way, at, start, end)
            start, end = stroke.start, stroke.end
        if start is not None:
            yield Stroke(pen, way, at, start, end)


def draw(strokes: Iterable[Stroke]) -> bytes:
    """Operators that draw the strokes; those of one pen stand together."""
    parts = []
    for pen, of_pen in groupby(strokes, key=lambda s: s.pen):
        # Projecting caps close the corners of frames.
        parts.append(b"2 J %s w %s G" % (number(pen.weight), number(pen.grey)))
        for s in of_pen:
            ends = ((s.at, s.start), (s.at, s.end)) if s.way is Way.DOWN else ((s.start, s.at), (s.end, s.at))
            parts.append(b"%s m %s l S" % (numbers(ends[0]), numbers(ends[1])))
    return b"\n".join(parts)
