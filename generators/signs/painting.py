"""Reading what a finished page paints: every path with its place, ink and clip, in the order of painting."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

import pikepdf

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Box = tuple[float, float, float, float]
"""Left, bottom, right and top."""
Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)
_PATH = {"m", "l", "c", "h", "v", "y"}
_FILLS = {"f", "F", "f*", "B", "B*", "b", "b*"}
_STROKES = {"S", "s", "B", "B*", "b", "b*"}
_ENDS = _FILLS | _STROKES | {"n"}
_SHOWS = {"Tj", "TJ", "'", '"'}


class Segment(NamedTuple):
    """A step of a path: m, l, c or h, with its coordinates."""

    operator: str
    numbers: tuple[float, ...]


class Clip(NamedTuple):
    """A path that limits what is painted, already on the page's coordinates."""

    path: tuple[Segment, ...]
    even_odd: bool


@dataclass(frozen=True)
class Painted:
    """A path or a run of text on the page, in points with y up."""

    path: tuple[Segment, ...]
    """In its own coordinates; empty for text."""
    matrix: Matrix
    """From its own coordinates to the page's."""
    fill: tuple[float, ...] | None
    """Inks of the inside; None when only its line is drawn."""
    stroke: tuple[float, ...] | None
    line_width: float
    even_odd: bool
    clips: tuple[Clip, ...]
    box: Box
    """Left, bottom, right and top of its points on the page; for text, by whole ems."""
    is_text: bool = False

    @property
    def shapes(self) -> tuple[tuple[Segment, ...], ...]:
        """The path's closed or open parts."""
        starts = [at for at, segment in enumerate(self.path) if segment.operator == "m"]
        return tuple(self.path[a:b] for a, b in pairwise([*starts, len(self.path)]))


@dataclass
class _State:
    matrix: Matrix = IDENTITY
    fill: tuple[float, ...] = (0, 0, 0, 1)
    stroke: tuple[float, ...] = (0, 0, 0, 1)
    line_width: float = 1
    clips: tuple[Clip, ...] = ()
    font_size: float = 1


def painted(page: pikepdf.Page) -> Iterator[Painted]:
    """Everything the page paints, forms included."""
    yield from _Reader().read(pikepdf.parse_content_stream(page), page.get("/Resources", pikepdf.Dictionary()))


def times(first: Matrix, then: Matrix) -> Matrix:
    """The matrix that applies `first`, then `then`."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def moved(path: Iterable[Segment], by: Matrix) -> tuple[Segment, ...]:
    """The path with its points transformed."""
    return tuple(Segment(s.operator, tuple(v for p in _points(s) for v in _point(p, by))) for s in path)


def box_of(path: Iterable[Segment]) -> Box:
    """Left, bottom, right and top of a path's points."""
    points = [point for segment in path for point in _points(segment)] or [(0.0, 0.0)]
    across, up = [p[0] for p in points], [p[1] for p in points]
    return min(across), min(up), max(across), max(up)


def _points(segment: Segment) -> list[tuple[float, float]]:
    numbers = segment.numbers
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def _point(point: tuple[float, float], by: Matrix) -> tuple[float, float]:
    x, y = point
    return x * by[0] + y * by[2] + by[4], x * by[1] + y * by[3] + by[5]


@dataclass
class _Reader:
    """The graphics state while a content stream is read (PDF 32000-1, 8.4)."""

    state: _State = field(default_factory=_State)
    stack: list[_State] = field(default_factory=list)
    path: list[Segment] = field(default_factory=list)
    clipping: str = ""
    text: Matrix = IDENTITY

    def read(self, instructions: Iterable[Any], resources: Any) -> Iterator[Painted]:
        for instruction in instructions:
            operator = str(instruction.operator)
            if operator == "Do":
                yield from self._form(resources.XObject[str(instruction.operands[0])])
            elif operator in _SHOWS:
                yield self._shown(instruction.operands[-1])
            elif operator in _ENDS:
                yield from self._end(operator)
            else:
                self._take(operator, instruction.operands)

    def _take(self, operator: str, operands: Any) -> None:
        if operator == "q":
            self.stack.append(replace(self.state))
        elif operator == "Q":
            self.state = self.stack.pop()
        elif operator in {"W", "W*"}:
            self.clipping = operator
        elif operator == "Tf":
            self.state.font_size = float(operands[1])
        elif operator in _PATH | {"re", "cm", "Tm", "w", "k", "K", "scn", "sc", "SCN", "SC"}:
            self._place(operator, tuple(float(value) for value in operands))

    def _place(self, operator: str, numbers: tuple[float, ...]) -> None:
        if operator == "re":
            x, y, w, h = numbers
            corners = ((x, y), (x + w, y), (x + w, y + h), (x, y + h))
            self.path += [Segment("l" if n else "m", corner) for n, corner in enumerate(corners)]
            self.path.append(Segment("h", ()))
        elif operator in {"v", "y"}:
            last = self.path[-1].numbers[-2:]
            self.path.append(Segment("c", (*last, *numbers) if operator == "v" else (*numbers, *numbers[-2:])))
        elif operator in _PATH:
            self.path.append(Segment(operator, numbers))
        elif operator == "cm":
            self.state.matrix = times((*numbers,), self.state.matrix)  # type: ignore[arg-type]  # six numbers by the standard
        elif operator == "Tm":
            self.text = (*numbers,)  # type: ignore[assignment]  # six numbers by the standard
        elif operator == "w":
            self.state.line_width = numbers[0]
        elif operator in {"K", "SC", "SCN"}:
            self.state.stroke = numbers
        else:
            self.state.fill = numbers

    def _end(self, operator: str) -> Iterator[Painted]:
        path, state = tuple(self.path), self.state
        self.path = []
        if operator != "n" and path:
            yield Painted(
                path,
                state.matrix,
                state.fill if operator in _FILLS else None,
                state.stroke if operator in _STROKES else None,
                state.line_width,
                operator.endswith("*"),
                state.clips,
                box_of(moved(path, state.matrix)),
            )
        if self.clipping:
            clip = Clip(moved(path, state.matrix), self.clipping == "W*")
            if clip not in state.clips:
                self.state.clips = (*state.clips, clip)
            self.clipping = ""

    def _shown(self, operand: Any) -> Painted:
        pieces = list(operand) if isinstance(operand, pikepdf.Array | list) else [operand]
        glyphs = sum(len(bytes(piece)) / 2 for piece in pieces if isinstance(piece, pikepdf.String | bytes))
        size, state = self.state.font_size, self.state
        matrix = times(self.text, state.matrix)
        em = (Segment("m", (0, -0.12 * size)), Segment("l", (glyphs * size, 0.88 * size)))
        return Painted((), matrix, state.fill, None, 0, False, state.clips, box_of(moved(em, matrix)), is_text=True)  # noqa: FBT003 # a plain record

    def _form(self, form: Any) -> Iterator[Painted]:
        before, stack = replace(self.state), self.stack
        own = tuple(float(value) for value in form.get("/Matrix", IDENTITY))
        self.stack = []
        self.state.matrix = times(own, self.state.matrix)  # type: ignore[arg-type]  # six numbers by the standard
        yield from self.read(pikepdf.parse_content_stream(form), form.get("/Resources", pikepdf.Dictionary()))
        self.state, self.stack = before, stack
