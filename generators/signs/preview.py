"""Pictures of signs for the website, made from the very PDF the print shop gets."""

from __future__ import annotations

import struct
import zlib
from typing import NamedTuple

import pypdfium2  # type: ignore[import-untyped]

from generators.signs.tooling import without_tooling

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_INDEXED = 3
"""PNG colour type (PNG specification, 11.2.2)."""
_MOST_COLOURS = 256


class Preview(NamedTuple):
    """A PNG with its size in pixels."""

    png: bytes
    width: int
    height: int


def preview(content: bytes, *, longest: int = 900) -> Preview:
    """The finished sign, without bleed, marks and holes, its longer side `longest` pixels."""
    document = pypdfium2.PdfDocument(without_tooling(content))
    try:
        page = document[0]
        media, trim = page.get_mediabox(), page.get_trimbox()
        scale = longest / max(trim[2] - trim[0], trim[3] - trim[1])
        crop = (trim[0] - media[0], trim[1] - media[1], media[2] - trim[2], media[3] - trim[3])
        bitmap = page.render(scale=scale, crop=crop, rev_byteorder=True)
        rows = bytes(bitmap.buffer)
        width, height = bitmap.width, bitmap.height
        lines = [rows[y * bitmap.stride :][: width * 3] for y in range(height)]
        bitmap.close()
    finally:
        document.close()
    return Preview(_png(width, height, lines), width, height)


def _png(width: int, height: int, lines: list[bytes]) -> bytes:
    """Encode RGB lines with a palette, in as many shades as it can hold: a sign has few colours beside its edges."""
    pixels = range(0, width * 3, 3)
    for dropped in range(2, 7):
        shades = bytes((value >> dropped) * 255 // (255 >> dropped) for value in range(256))
        reduced = [line.translate(shades) for line in lines]
        colours = sorted({line[x : x + 3] for line in reduced for x in pixels})
        if len(colours) <= _MOST_COLOURS:
            break
    place = {colour: index for index, colour in enumerate(colours)}
    rows = b"".join(b"\0" + bytes(place[line[x : x + 3]] for x in pixels) for line in reduced)
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, _INDEXED, 0, 0, 0)),
        (b"PLTE", b"".join(colours)),
        (b"IDAT", zlib.compress(rows, 9)),
        (b"IEND", b""),
    )
    return _SIGNATURE + b"".join(_chunk(*chunk) for chunk in chunks)


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
