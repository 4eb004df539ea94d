"""Taking a laid-out document apart: page content without its fonts, and the letters that it uses."""

from __future__ import annotations

import io
import re
import zlib
from typing import TYPE_CHECKING, Any

import pikepdf

from generators.pdf.glyphs import store
from generators.problems import ZhibuError
from generators.typeset.fonts import Face

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generators.pdf.compiled import Glyph

_OPAQUE = re.compile(rb"^/[aA]1(?:\.0)? gs\n", re.MULTILINE)
"""WeasyPrint states before each colour that it is opaque; so is everything on our pages."""
_FINE = re.compile(rb"(\.\d{3})\d+")
"""Digits below a thousandth of a CSS pixel."""
_FONT = re.compile(rb"/([A-Z]{6}) (?=[\d.]+ Tf)")
_READS = re.compile(rb"^<([0-9a-f]{4})> <([0-9a-f]+)>$", re.MULTILINE)

_WEIGHTS = {
    "Zhibu-Song": Face.SONG,
    "Zhibu-Song-Heavy": Face.SONG_BLACK,
    "Zhibu-Hei": Face.HEI,
    "Zhibu-Hei-Bold": Face.HEI_BOLD,
    "Zhibu-Kai": Face.KAI,
    "Zhibu-Names": Face.NAMES,
    "Zhibu-Names-Bold": Face.NAMES_BOLD,
    "Zhibu-Names-Heavy": Face.NAMES_BLACK,
}
"""Pango's name of a font → the face it was loaded from."""


def harvest(pdf: bytes, rulings: Sequence[bytes]) -> tuple[tuple[bytes, ...], Mapping[Face, tuple[Glyph, ...]]]:
    """Each page's deflated content with its lines, its fonts named after their faces, and the letters used by face.

    Raises:
        ZhibuError: a fixed text of the form has a character that none of our fonts has.
    """
    contents = []
    reads: dict[Face, dict[int, str]] = {}
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for page, lines in zip(document.pages, rulings, strict=True):
            content = _plain(page, _faces(page, reads))
            contents.append(zlib.compress(b"q\n%s\nQ\n%s" % (content.strip(), lines), 9))
    return tuple(contents), {face: _glyphs(face, used) for face, used in reads.items()}


def _glyphs(face: Face, used: Mapping[int, str]) -> tuple[Glyph, ...]:
    return tuple(store(face).glyph(gid, text) for gid, text in sorted(used.items()))


def _faces(page: Any, reads: dict[Face, dict[int, str]]) -> dict[bytes, bytes]:
    """Font name in the page → name of its face; what the fonts' glyphs read as is collected in `reads`."""
    faces = {}
    for name, font in page.Resources.get("/Font", {}).items():
        face = _WEIGHTS[str(font.BaseFont).partition("+")[2]]
        if font.Encoding != pikepdf.Name("/Identity-H"):
            raise ZhibuError("表样的固定文字里有字体没有的字，请换一个写法")
        faces[name[1:].encode()] = face.name.encode()
        mapping = reads.setdefault(face, {})
        for gid, text in _READS.findall(font.ToUnicode.read_bytes()):
            mapping[int(gid, 16)] = bytes.fromhex(text.decode()).decode("utf-16-be")
    return faces


def _plain(page: Any, faces: dict[bytes, bytes]) -> bytes:
    """The page's content stream with faces for fonts, using nothing but them."""
    content = page.Contents.read_bytes()
    content = _FINE.sub(rb"\1", _OPAQUE.sub(b"", content))
    content = _FONT.sub(lambda match: b"/" + faces[match[1]] + b" ", content)
    if re.search(rb" (?:gs|Do|sh|scn|SCN)\n", content):
        raise AssertionError("a form's style uses transparency, pictures or gradients; compiled pages carry none")
    return bytes(content)
