"""Where the ink of a character stands on its line, by the font's own outlines."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTFont

from generators.typeset.fonts import Face, face_path


class Ink(NamedTuple):
    """The lowest and the highest ink of a character above the base line, em."""

    low: float
    high: float

    @property
    def height(self) -> float:
        """From the lowest ink to the highest, em."""
        return self.high - self.low

    @property
    def middle(self) -> float:
        """Half way between the two, above the base line, em."""
        return (self.low + self.high) / 2


@lru_cache(maxsize=4096)
def ink(face: Face, char: str) -> Ink | None:
    """The ink of a character; None where the face lacks it or it is blank."""
    font = _font(face)
    name, glyphs = font.getBestCmap().get(ord(char)), font.getGlyphSet()
    if name is None:
        return None
    pen = BoundsPen(glyphs)
    glyphs[name].draw(pen)
    units = font["head"].unitsPerEm
    return Ink(pen.bounds[1] / units, pen.bounds[3] / units) if pen.bounds else None


@cache
def _font(face: Face) -> TTFont:
    return TTFont(face_path(face), lazy=True)
