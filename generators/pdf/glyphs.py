"""Letters for text that is stamped into compiled pages: outlines out of our own faces, rare characters included."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

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


class Run(NamedTuple):
    """Neighbouring letters of one face."""

    face: Face
    glyphs: tuple[Glyph, ...]
    name: bytes
    """The face's, as fonts are named after it."""
    codes: bytes
    """What shows the letters, between the angle brackets of a string: their numbers."""


class SetLine(NamedTuple):
    """A line of text turned into letters."""

    runs: tuple[Run, ...]
    width: float
    """Width in ems."""


@lru_cache(maxsize=8192)
def set_line(text: str, face: Face) -> SetLine:
    """The letters of `text`, each from the first of `face` and the fallback faces that has it."""
    letters = [_letter(character, face) for character in _VARIANTS.sub("", text)]
    runs = [_run(found, tuple([glyph for _, glyph in some])) for found, some in groupby(letters, itemgetter(0))]
    return SetLine(tuple(runs), sum([glyph.width for _, glyph in letters]) / EM)


def _run(face: Face, glyphs: tuple[Glyph, ...]) -> Run:
    gids = [glyph.gid for glyph in glyphs]
    return Run(face, glyphs, face.name.encode("ascii"), b"%04X" * len(gids) % tuple(gids))


def width(text: str, face: Face) -> float:
    """Width of `text` in ems."""
    return sum([_letter(character, face)[1].width for character in _VARIANTS.sub("", text)]) / EM


@cache
def _letter(character: str, face: Face) -> tuple[Face, Glyph]:
    for candidate in (face, face.rare, Face.NAMES):
        glyph = store(candidate).find(character)
        if glyph:
            return candidate, glyph
    return _letter(_MISSING, Face.SONG)


class Letters:
    """The letters a document uses, by face: what its embedded fonts must hold.

    A document has two fonts of a face: one with the letters that many books share, made once, and a small one with its
    own. The name of a font is that of its face and the `suffix` of these letters.
    """

    def __init__(self, suffix: bytes = b"") -> None:
        self.suffix = suffix
        self._glyphs: dict[Face, dict[int, Glyph]] = {}
        self._texts: dict[Face, list[str]] = {}

    def add(self, face: Face, glyphs: Iterable[Glyph]) -> None:
        """Note that these letters are used."""
        self._glyphs.setdefault(face, {}).update((glyph.gid, glyph) for glyph in glyphs)

    def write(self, face: Face, text: str) -> None:
        """Note that this text is written, each letter in `face` or in the one that has it."""
        self._texts.setdefault(face, []).append(text)

    def fonts(self) -> tuple[tuple[str, Face, tuple[Glyph, ...]], ...]:
        """The fonts in use: name, face and letters in order of number."""
        used = {face: dict(glyphs) for face, glyphs in self._glyphs.items()}
        for face, texts in self._texts.items():
            for character in sorted(set(_VARIANTS.sub("", "".join(texts)))):
                found, glyph = _letter(character, face)
                used.setdefault(found, {}).setdefault(glyph.gid, glyph)
        suffix = self.suffix.decode()
        return tuple(
            (face.name + suffix, face, tuple(letters[gid] for gid in sorted(letters)))
            for face, letters in sorted(used.items())
        )
