"""Reading what a finished page paints: every path with its place, ink and clip, in the order of painting."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from math import hypot
from typing import TYPE_CHECKING, Any

import pikepdf

from generators.signs.geometry import IDENTITY, Clip, Segment, box_of, moved, rectangle, times

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generators.signs.geometry import Box, Matrix

_PATH = {"m", "l", "c", "h", "v", "y"}
_FILLS = {"f", "F", "f*", "B", "B*", "b", "b*"}
_STROKES = {"S", "s", "B", "B*", "b", "b*"}
_ENDS = _FILLS | _STROKES | {"n"}
_SHOWS = {"Tj", "TJ", "'", '"'}
_FILL_INKS, _STROKE_INKS = {"k", "rg", "g", "sc", "scn"}, {"K", "RG", "G", "SC", "SCN"}
_PATTERN_INK = ()
"""A pattern or a picture has no ink to name."""


@dataclass(frozen=True)
class Painted:
    """A path, a picture or a run of text on the page, in points with y up."""

    path: tuple[Segment, ...]
    """In its own coordinates; empty for text."""
    matrix: Matrix
    """From its own coordinates to the page's."""
    fill: tuple[float, ...] | None
    """Inks of the inside; None when only its line is drawn, and none of them for a pattern or a picture."""
    stroke: tuple[float, ...] | None
    line_width: float
    even_odd: bool
    clips: tuple[Clip, ...]
    box: Box
    """Left, bottom, right and top of its points on the page; for text, by whole ems."""
    opacity: float = 1.0
    """Below 1 where the ground shows through."""
    tiled: bool = False
    """Whether it stands in the cell of a pattern."""
    letter: float = 0.0
    """Height of a text's em on the page; 0 for what is no text."""

    @property
    def is_text(self) -> bool:
        """Whether it is a run of text."""
        return not self.path


@dataclass
class _State:
    matrix: Matrix = IDENTITY
    fill: tuple[float, ...] = (0, 0, 0, 1)
    stroke: tuple[float, ...] = (0, 0, 0, 1)
    line_width: float = 1
    clips: tuple[Clip, ...] = ()
    font_size: float = 1
    alpha: float = 1
    """Of what is filled now; 0 under a mask."""
    veil: float = 1
    """Of the transparency groups around it (PDF 32000-1, 11.6.6: inside, alpha begins at 1 again)."""
    tiled: bool = False


def painted(page: pikepdf.Page) -> Iterator[Painted]:
    """Everything the page paints, forms and the cells of patterns included."""
    yield from _Reader().read(pikepdf.parse_content_stream(page), page.get("/Resources", pikepdf.Dictionary()))


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
            operator, operands = str(instruction.operator), instruction.operands
            if operator == "Do":
                yield from self._drawn(resources.XObject[str(operands[0])])
            elif operator == "INLINE IMAGE":
                yield self._painted(rectangle(0, 0, 1, 1), _PATTERN_INK)
            elif operator in _SHOWS:
                yield self._shown(operands[-1])
            elif operator in _ENDS:
                yield from self._end(operator)
            elif operator == "gs":
                self._see(resources.ExtGState[str(operands[0])])
            elif operator in {"scn", "SCN"} and isinstance(operands[-1], pikepdf.Name):
                yield from self._tiled(resources.Pattern[str(operands[-1])])
                self._place(operator, _PATTERN_INK)
            else:
                self._take(operator, operands)

    def _take(self, operator: str, operands: Any) -> None:
        if operator == "q":
            self.stack.append(replace(self.state))
        elif operator == "Q":
            self.state = self.stack.pop()
        elif operator in {"W", "W*"}:
            self.clipping = operator
        elif operator == "Tf":
            self.state.font_size = float(operands[1])
        elif operator in _PATH | {"re", "cm", "Tm", "w"} | _FILL_INKS | _STROKE_INKS:
            self._place(operator, tuple(float(value) for value in operands))

    def _place(self, operator: str, numbers: tuple[float, ...]) -> None:
        if operator == "re":
            self.path += rectangle(*numbers)
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
        elif operator in _STROKE_INKS:
            self.state.stroke = numbers
        else:
            self.state.fill = numbers

    def _see(self, look: Any) -> None:
        """What an ExtGState says of transparency: a constant alpha, or a mask, whose holes are not looked into."""
        self.state.alpha = float(look.get("/ca", self.state.alpha))
        if "/SMask" in look and look["/SMask"] != "/None":
            self.state.veil = 0

    def _end(self, operator: str) -> Iterator[Painted]:
        path, state = tuple(self.path), self.state
        self.path = []
        if operator != "n" and path:
            fill = state.fill if operator in _FILLS else None
            stroke = state.stroke if operator in _STROKES else None
            yield replace(self._painted(path, fill), stroke=stroke, even_odd=operator.endswith("*"))
        if self.clipping:
            clip = Clip(moved(path, state.matrix), self.clipping == "W*")
            if clip not in state.clips:
                self.state.clips = (*state.clips, clip)
            self.clipping = ""

    def _painted(self, path: tuple[Segment, ...], fill: tuple[float, ...] | None) -> Painted:
        """What is painted in the present state."""
        state = self.state
        return Painted(
            path,
            state.matrix,
            fill,
            stroke=None,
            line_width=state.line_width,
            even_odd=False,
            clips=state.clips,
            box=box_of(moved(path, state.matrix)),
            opacity=state.alpha * state.veil,
            tiled=state.tiled,
        )

    def _shown(self, operand: Any) -> Painted:
        pieces = list(operand) if isinstance(operand, pikepdf.Array | list) else [operand]
        glyphs = sum(len(bytes(piece)) / 2 for piece in pieces if isinstance(piece, pikepdf.String | bytes))
        size = self.state.font_size
        matrix = times(self.text, self.state.matrix)
        em = (Segment("m", (0, -0.12 * size)), Segment("l", (glyphs * size, 0.88 * size)))
        letter = size * hypot(matrix[2], matrix[3])
        return replace(self._painted((), self.state.fill), matrix=matrix, box=box_of(moved(em, matrix)), letter=letter)

    def _drawn(self, drawn: Any) -> Iterator[Painted]:
        if drawn.Subtype == "/Image":
            yield self._painted(rectangle(0, 0, 1, 1), _PATTERN_INK)
        else:
            yield from self._form(drawn, self.state)

    def _tiled(self, pattern: Any) -> Iterator[Painted]:
        """The cell of a pattern, once; a shading has none. It is placed on the page, wherever it is used."""
        if isinstance(pattern, pikepdf.Stream):
            yield from self._form(pattern, replace(self.state, matrix=IDENTITY, tiled=True))

    def _form(self, form: Any, state: _State) -> Iterator[Painted]:
        before, stack = self.state, self.stack
        own = tuple(float(value) for value in form.get("/Matrix", IDENTITY))
        self.state = replace(state, matrix=times(own, state.matrix))  # type: ignore[arg-type]  # six numbers by the standard
        if "/Group" in form:
            self.state.veil, self.state.alpha = state.veil * state.alpha, 1
        self.stack = []
        yield from self.read(pikepdf.parse_content_stream(form), form.get("/Resources", pikepdf.Dictionary()))
        self.state, self.stack = before, stack
