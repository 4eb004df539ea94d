"""Fonts in a PDF as every viewer reads them."""

from __future__ import annotations

import struct
from io import BytesIO

import pikepdf
from fontTools.cffLib import CFFFontSet
from fontTools.ttLib import TTFont

_LONGEST_RANGE = {1: 1 << 8, 2: 1 << 16}
"""Charset format → how many glyphs one of its ranges can hold (Adobe Technical Note 5176, 13)."""


def number_glyphs_in_order(pdf: pikepdf.Pdf) -> None:
    """Give the glyphs of each CID-keyed font that WeasyPrint embeds the numbers by which the page names them.

    WeasyPrint writes a glyph's place in the font as its CID, but leaves the font's own table of CIDs (charset), which
    for Noto's fonts says otherwise. By PDF 32000-1, 9.7.4.2, the table counts: MuPDF, which SumatraPDF and many a
    shop's preview use, goes by it and leaves the Han characters out.
    """
    for descriptor in pdf.objects:
        if not isinstance(descriptor, pikepdf.Dictionary) or "/FontFile3" not in descriptor:
            continue
        program = descriptor.FontFile3
        if program.get("/Subtype") != pikepdf.Name.OpenType:
            continue
        font = TTFont(BytesIO(program.read_bytes()), lazy=True)
        mended = _in_order(font.reader["CFF "]) if "CFF " in font else None
        if mended:
            program.write(mended)
            program.Subtype = pikepdf.Name.CIDFontType0C


def _in_order(cff: bytes) -> bytes | None:
    """A CID-keyed font whose charset counts its glyphs; None for a font with named glyphs.

    Only the charset's bytes change, in its own format: counting needs no more ranges than any other order, and to take
    the whole font apart takes longer than to make the sign.
    """
    fonts = CFFFontSet()
    fonts.decompile(BytesIO(cff), None)
    top = fonts.topDictIndex[0].rawDict
    if "ROS" not in top:
        return None
    (glyphs,) = struct.unpack_from(">H", cff, top["CharStrings"])
    start = top["charset"]
    end = start + _charset_length(cff, start, glyphs)
    table = _counting(cff[start], glyphs)
    # What the new table leaves of the old one is blanked, for it would hardly compress.
    return cff[:start] + table.ljust(end - start, b"\0") + cff[end:]


def _charset_length(cff: bytes, start: int, glyphs: int) -> int:
    """How many bytes the charset takes that stands at `start`."""
    if cff[start] == 0:
        return 1 + 2 * (glyphs - 1)
    at, left = start + 1, ">B" if cff[start] == 1 else ">H"
    numbered = 1
    while numbered < glyphs:
        numbered += struct.unpack_from(left, cff, at + 2)[0] + 1
        at += 2 + struct.calcsize(left)
    return at - start


def _counting(charset_format: int, glyphs: int) -> bytes:
    """The charset 1, 2, 3 … of a font with so many glyphs; glyph 0 is not in it."""
    if charset_format == 0:
        return struct.pack(f">B{glyphs - 1}H", 0, *range(1, glyphs))
    longest = _LONGEST_RANGE[charset_format]
    ranges = ((first, min(longest, glyphs - first) - 1) for first in range(1, glyphs, longest))
    pattern = ">HB" if charset_format == 1 else ">HH"
    return bytes((charset_format,)) + b"".join(struct.pack(pattern, *one) for one in ranges)


def with_glyphs_in_order(content: bytes) -> bytes:
    """WeasyPrint's PDF with its fonts mended; the same bytes each time."""
    mended = BytesIO()
    with pikepdf.open(BytesIO(content)) as pdf:
        number_glyphs_in_order(pdf)
        pdf.save(mended, deterministic_id=True)
    return mended.getvalue()
