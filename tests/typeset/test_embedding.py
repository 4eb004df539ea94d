"""MuPDF, which goes by the standard, shows what WeasyPrint set."""

from __future__ import annotations

import pymupdf
import pytest

from generators.typeset.embedding import with_glyphs_in_order
from generators.typeset.press import render_pdf


@pytest.mark.parametrize("family", ["Zhibu Hei", "Zhibu Song", "Zhibu Kai", "Zhibu Names"])
def every_han_character_is_drawn(family: str) -> None:
    html = f"<style>@page{{size:80mm 40mm;margin:4mm}}p{{font:8mm '{family}'}}</style><p>党支部2026镕</p>"
    pdf = with_glyphs_in_order(render_pdf(html, title="示例"))
    assert pdf == with_glyphs_in_order(render_pdf(html, title="示例"))
    pymupdf.TOOLS.reset_mupdf_warnings()
    page = pymupdf.open(stream=pdf, filetype="pdf")[0]
    page.get_pixmap(dpi=60)
    assert "glyph" not in pymupdf.TOOLS.mupdf_warnings().lower()
    assert "党支部2026镕" in page.get_text()
