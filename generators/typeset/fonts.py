"""The fonts of this repository: where they are, how wide their characters run, and a fontconfig that sees no others."""

from __future__ import annotations

import os
import re
import tempfile
from contextlib import contextmanager
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from fontTools.ttLib import TTFont

from generators.problems import ZhibuError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

FOLDER = Path(__file__).parents[2] / "templates" / "fonts"

FAMILIES = ("Zhibu Song", "Zhibu Hei", "Zhibu Kai", "Zhibu Names")
"""CSS families, Names last in every stack. Song has weights 400 and 900, Hei 400 and 700, Kai 400, Names all three."""


class Face(StrEnum):
    """One font file, by its name in templates/fonts/."""

    SONG = "ZhibuSong-Regular.otf"
    """宋体，正文。"""
    SONG_BLACK = "ZhibuSong-Black.otf"
    """粗宋，标题和牌匾。"""
    HEI = "ZhibuHei-Regular.otf"
    """黑体。"""
    HEI_BOLD = "ZhibuHei-Bold.otf"
    """粗黑。"""
    KAI = "ZhibuKai-Regular.ttf"
    """楷体。"""
    NAMES = "ZhibuNames-Regular.otf"
    """宋体的生僻字，只含其他字体没有的字。"""
    NAMES_BOLD = "ZhibuNames-Bold.otf"
    """粗黑的生僻字。"""
    NAMES_BLACK = "ZhibuNames-Black.otf"
    """粗宋的生僻字。"""

    @property
    def rare(self) -> Face:
        """Where rare characters come from, as heavy as this face, so that no plate has one thin character."""
        return {Face.HEI_BOLD: Face.NAMES_BOLD, Face.SONG_BLACK: Face.NAMES_BLACK}.get(self, Face.NAMES)


def face_path(face: Face) -> Path:
    """The face's file. Raises ZhibuError when it is missing."""
    path = FOLDER / face.value
    if not path.is_file():
        raise ZhibuError(
            f"缺少字体文件 templates/fonts/{face.value}，请重新取得完整的工具箱，或运行 git checkout templates/fonts"
        )
    return path


@lru_cache(maxsize=65536)
def advance(face: Face, text: str) -> float:
    """The width of `text` in em by the font's own metrics; what the face lacks counts as its fallback sets it."""
    widths = _widths(face)
    return sum(
        widths[piece] if piece in widths else sum(widths.get(char) or _fallback_width(char) for char in piece)
        for piece in _PIECES.findall(text)
    )


def missing_characters(text: str) -> str:
    """The characters of `text` that no font of ours has, each once; line breaks and tabs are not characters here."""
    return "".join(c for c in dict.fromkeys(text) if c not in "\n\r\t" and not any(c in _widths(f) for f in Face))


@contextmanager
def only_our_fonts() -> Iterator[None]:
    """While open, a fontconfig that is initialised finds this repository's fonts and no font of the machine.

    Otherwise host fonts leak in, bold is synthesised and the output differs between machines. The variable is put back
    afterwards, so that programs started later keep the fonts they know.
    """
    before = os.environ.get("FONTCONFIG_FILE")
    os.environ["FONTCONFIG_FILE"] = str(_fontconfig())
    try:
        yield
    finally:
        if before is None:
            del os.environ["FONTCONFIG_FILE"]
        else:
            os.environ["FONTCONFIG_FILE"] = before


_PIECES = re.compile("———|——|.", re.DOTALL)
"""Dashes in a row are one glyph, narrower than its parts; everything else is set character by character."""


@cache
def _widths(face: Face) -> Mapping[str, float]:
    """Character, or dashes in a row → width in em."""
    with TTFont(face_path(face), lazy=True) as font:
        units, widths, glyphs = font["head"].unitsPerEm, font["hmtx"], font.getBestCmap()
        found = {chr(code): widths[glyph][0] / units for code, glyph in glyphs.items()}
        dash = glyphs.get(ord("—"))
        for ligature in _ligatures(font, dash):
            if set(ligature.Component) == {dash}:
                found["—" * (1 + len(ligature.Component))] = widths[ligature.LigGlyph][0] / units
        return found


def _ligatures(font: TTFont, first: str | None) -> Iterator[Any]:
    """The ligatures that begin with a glyph and are always applied (feature ccmp)."""
    if "GSUB" not in font:
        return
    table = font["GSUB"].table
    features = table.FeatureList.FeatureRecord
    chosen = {index for record in features if record.FeatureTag == "ccmp" for index in record.Feature.LookupListIndex}
    for index in sorted(chosen):
        for subtable in table.LookupList.Lookup[index].SubTable:
            yield from getattr(subtable, "ligatures", {}).get(first, ())


def _fallback_width(char: str) -> float:
    return next((widths[char] for widths in map(_widths, (Face.NAMES, Face.SONG)) if char in widths), 1.0)


_config_folder: tempfile.TemporaryDirectory[str] | None = None
"""Held while the process lives: fontconfig reads the file again for each new font configuration."""


@cache
def _fontconfig() -> Path:
    """The private configuration file. It names an absolute folder, so it is written anew for each process."""
    global _config_folder  # noqa: PLW0603 # the folder must outlive this call, and vanish with the process
    for face in Face:
        face_path(face)
    _config_folder = tempfile.TemporaryDirectory(prefix="zhibu-fonts-")
    path = Path(_config_folder.name) / "fonts.conf"
    path.write_text(
        '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">\n'
        f"<fontconfig><dir>{escape(str(FOLDER))}</dir>"
        '<cachedir prefix="xdg">fontconfig</cachedir>'
        f"<cachedir>{escape(str(path.parent))}</cachedir></fontconfig>\n",
        encoding="utf-8",
    )
    return path
