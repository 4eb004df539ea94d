"""Letters for text that is stamped into compiled pages: outlines out of our own faces, rare characters included."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

from generators.pdf.compiled import Glyph
from generators.typeset.fonts import Face, face_path

if TYPE_CHECKING:
    from collections.abc import Iterable

EM = 1000
"""Units of an em in the fonts we write."""

_VARIANTS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
"""Variation selectors ask for another shape of the character before them; they have none of their own."""

_MISSING = "□"
"""Printed for a character that none of our faces has, so that the gap is seen."""


class GlyphStore:
    """The outlines of one face, drawn when first asked for."""

    def __init__(self, face: Face) -> None:
        self._font = TTFont(face_path(face), lazy=True)
        self._scale = EM / self._font["head"].unitsPerEm
        self._glyphs = self._font.getGlyphSet()
        self._names = self._font.getBestCmap()
        self._drawn: dict[int, Glyph] = {}

    def find(self, character: str) -> Glyph | None:
        """The glyph of a character, or nothing when the face has none."""
        name = self._names.get(ord(character))
        return None if name is None else self.glyph(self._font.getGlyphID(name), character)

    def glyph(self, gid: int, text: str) -> Glyph:
        """The glyph with this number in the face's file, reading as `text`."""
        if gid not in self._drawn:
            name = self._font.getGlyphName(gid)
            width = round(self._glyphs[name].width * self._scale)
            pen = T2CharStringPen(width, self._glyphs)
            scaled = pen if self._scale == 1 else TransformPen(pen, (self._scale, 0, 0, self._scale, 0, 0))
            self._glyphs[name].draw(scaled)
            charstring = pen.getCharString()
            charstring.compile()
            self._drawn[gid] = Glyph(gid, width, bytes(charstring.bytecode), text)
        return self._drawn[gid]


@cache
def store(face: Face) -> GlyphStore:
    """The face's outlines, opened once in a process."""
    return GlyphStore(face)


@dataclass(frozen=True)
class Run:
    """Neighbouring letters of one face."""

    face: Face
    glyphs: tuple[Glyph, ...]


@dataclass(frozen=True)
class SetLine:
    """A line of text turned into letters."""

    runs: tuple[Run, ...]
    width: float
    """Width in ems."""


def set_line(text: str, face: Face) -> SetLine:
    """The letters of `text`, each from the first of `face` and the fallback faces that has it."""
    runs: list[tuple[Face, list[Glyph]]] = []
    width = 0
    for character in _VARIANTS.sub("", text):
        found, glyph = _letter(character, face)
        if not runs or runs[-1][0] is not found:
            runs.append((found, []))
        runs[-1][1].append(glyph)
        width += glyph.width
    return SetLine(tuple(Run(f, tuple(glyphs)) for f, glyphs in runs), width / EM)


def width(text: str, face: Face) -> float:
    """Width of `text` in ems."""
    return sum(_letter(character, face)[1].width for character in _VARIANTS.sub("", text)) / EM


@cache
def _letter(character: str, face: Face) -> tuple[Face, Glyph]:
    for candidate in (face, Face.NAMES):
        glyph = store(candidate).find(character)
        if glyph:
            return candidate, glyph
    return _letter(_MISSING, Face.SONG)


class Letters:
    """The letters a document uses, by face: what its embedded fonts must hold."""

    def __init__(self) -> None:
        self._used: dict[Face, dict[int, Glyph]] = {}
        self._merged: dict[int, Letters] = {}

    def add(self, face: Face, glyphs: Iterable[Glyph]) -> None:
        """Note that these letters are used."""
        self._used.setdefault(face, {}).update((glyph.gid, glyph) for glyph in glyphs)

    def merge(self, other: Letters) -> None:
        """Note that what is used elsewhere is used here."""
        if id(other) in self._merged:
            return
        self._merged[id(other)] = other
        for face, glyphs in other._used.items():
            self._used.setdefault(face, {}).update(glyphs)

    def faces(self) -> tuple[tuple[Face, tuple[Glyph, ...]], ...]:
        """The faces in use, each with its letters in order of number."""
        return tuple((face, tuple(used[gid] for gid in sorted(used))) for face, used in sorted(self._used.items()))
