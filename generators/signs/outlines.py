"""Text to outlines: every glyph as the path its font draws, in the ink and place the text had."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import pikepdf
from fontTools.pens.basePen import BasePen
from fontTools.ttLib import TTFont

from generators.signs.geometry import IDENTITY, Matrix, times

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_TEXT = {"BT", "ET", "Tm", "Tf", "TJ", "Tj", "Tr", "Tc", "Tw", "Tz", "TL", "Ts", "Td"}


def outlined(instructions: Iterable[Any], resources: Any) -> Iterator[pikepdf.ContentStreamInstruction]:
    """The content stream with its text drawn as paths; the fonts are then no longer needed and taken out."""
    fonts = {str(name): _Font(font) for name, font in resources.get("/Font", pikepdf.Dictionary()).items()}
    font, size, matrix = None, 1.0, IDENTITY
    for instruction in instructions:
        operator, operands = str(instruction.operator), instruction.operands
        if operator == "Tf":
            font, size = fonts[str(operands[0])], float(operands[1])
        elif operator == "Tm":
            matrix = tuple(float(value) for value in operands)  # type: ignore[assignment]  # six numbers by the standard
        elif operator in {"TJ", "Tj"} and font:
            yield from font.drawn(operands[0] if operator == "TJ" else operands, size, matrix)
        elif operator not in _TEXT:
            yield instruction
    if "/Font" in resources:
        del resources["/Font"]


class _Font:
    """An embedded font of composite glyphs, as WeasyPrint writes them: two bytes are one glyph's number."""

    def __init__(self, font: Any) -> None:
        inner = font.DescendantFonts[0]
        descriptor = inner.FontDescriptor
        self._file = TTFont(BytesIO(next(descriptor[k] for k in descriptor if "FontFile" in k).read_bytes()), lazy=True)
        self._glyphs = self._file.getGlyphSet()
        self._order = self._file.getGlyphOrder()
        self._units = self._file["head"].unitsPerEm
        self._default = float(inner.get("/DW", 1000))
        self._widths = dict(_widths(inner.get("/W", [])))
        self._paths: dict[int, list[tuple[list[float], str]]] = {}

    def drawn(self, pieces: Any, size: float, matrix: Matrix) -> Iterator[pikepdf.ContentStreamInstruction]:
        """The glyphs of a shown text, each placed by a matrix of its own."""
        x = 0.0
        for piece in pieces:
            if not isinstance(piece, pikepdf.String | bytes):
                x -= float(piece) / 1000 * size
                continue
            codes = bytes(piece)
            for glyph in (int.from_bytes(codes[at : at + 2], "big") for at in range(0, len(codes), 2)):
                yield from self._glyph(glyph, times((size / self._units, 0, 0, size / self._units, x, 0), matrix))
                x += self._widths.get(glyph, self._default) / 1000 * size

    def _glyph(self, glyph: int, place: Matrix) -> Iterator[pikepdf.ContentStreamInstruction]:
        if glyph not in self._paths:
            pen = _Pen(self._glyphs)
            self._glyphs[self._order[glyph]].draw(pen)
            self._paths[glyph] = pen.steps
        if self._paths[glyph]:
            yield _does([], "q")
            yield _does([round(value, 6) for value in place], "cm")
            for numbers, operator in self._paths[glyph]:
                yield _does(numbers, operator)
            yield _does([], "f")
            yield _does([], "Q")


class _Pen(BasePen):  # type: ignore[misc] # fontTools carries no types
    """Writes a glyph's outline as path operators; quadratic curves become cubic ones."""

    def __init__(self, glyphs: Any) -> None:
        super().__init__(glyphs)
        self.steps: list[tuple[list[float], str]] = []

    def _moveTo(self, pt: tuple[float, float]) -> None:  # noqa: N802 # fontTools' name
        self.steps.append((_rounded(pt), "m"))

    def _lineTo(self, pt: tuple[float, float]) -> None:  # noqa: N802 # fontTools' name
        self.steps.append((_rounded(pt), "l"))

    def _curveToOne(self, *pts: tuple[float, float]) -> None:  # noqa: N802 # fontTools' name
        self.steps.append(([value for pt in pts for value in _rounded(pt)], "c"))

    def _closePath(self) -> None:  # noqa: N802 # fontTools' name
        self.steps.append(([], "h"))


def _rounded(point: tuple[float, float]) -> list[float]:
    return [round(value, 2) for value in point]


def _does(operands: list[float], operator: str) -> pikepdf.ContentStreamInstruction:
    return pikepdf.ContentStreamInstruction(operands, pikepdf.Operator(operator))


def _widths(array: Any) -> Iterator[tuple[int, float]]:
    """Glyph → width of a /W array (PDF 32000-1, 9.7.4.3)."""
    items = list(array)
    while items:
        first, then = int(items.pop(0)), items.pop(0)
        if isinstance(then, pikepdf.Array):
            yield from ((first + n, float(width)) for n, width in enumerate(then))
        else:
            width = float(items.pop(0))
            yield from ((glyph, width) for glyph in range(first, int(then) + 1))
