"""Fonts in a PDF as every viewer reads them."""

from __future__ import annotations

from io import BytesIO

import pikepdf
from fontTools.ttLib import TTFont


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
        font = TTFont(BytesIO(program.read_bytes()), recalcTimestamp=False)
        top = font["CFF "].cff[0] if "CFF " in font else None
        if top is not None and hasattr(top, "ROS"):
            top.charset = [".notdef", *(f"cid{place:05d}" for place in range(1, len(top.charset)))]
            top.CharStrings.charStrings = {name: place for place, name in enumerate(top.charset)}
            program.write(font["CFF "].compile(font))
            program.Subtype = pikepdf.Name.CIDFontType0C


def with_glyphs_in_order(content: bytes) -> bytes:
    """WeasyPrint's PDF with its fonts mended; the same bytes each time."""
    mended = BytesIO()
    with pikepdf.open(BytesIO(content)) as pdf:
        number_glyphs_in_order(pdf)
        pdf.save(mended, deterministic_id=True)
    return mended.getvalue()
