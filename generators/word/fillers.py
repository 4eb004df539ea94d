"""Filler pages 附记: a bound book has a multiple of four pages, and paper to write on is better than blank paper."""

from __future__ import annotations

from math import floor
from typing import TYPE_CHECKING

from generators.plan.fillers import TITLE
from generators.word.layout import BORDER_MM, RESERVE_MM
from generators.word.measure import twips
from generators.word.ooxml import paragraph, run
from generators.word.paper import LINE_MM
from generators.word.styles import FORM_TABLE, STYLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generators.word.paper import Paper


def filler_xml(count: int, paper: Paper) -> Iterator[str]:
    """`count` pages of ruled lines under their title."""
    for number in range(count):
        yield paragraph("FormTitle", run(TITLE), "<w:pageBreakBefore/>" if number else "")
        yield _ruled(paper)


def _ruled(paper: Paper) -> str:
    """Lines to write on over the rest of the page."""
    width = twips(paper.text_width)
    lines = floor((paper.text_height - RESERVE_MM - STYLES["FormTitle"].height()) / (LINE_MM + BORDER_MM))
    row = (
        f'<w:tr><w:trPr><w:trHeight w:val="{twips(LINE_MM)}" w:hRule="atLeast"/></w:trPr>'
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="bottom"/></w:tcPr>'
        f"{paragraph('Cell')}</w:tc></w:tr>"
    )
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{FORM_TABLE}"/><w:tblW w:w="{width}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{_BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{width}"/></w:tblGrid>{row * lines}</w:tbl>'
    )


_BORDERS = (
    '<w:top w:val="nil"/><w:left w:val="nil"/><w:bottom w:val="single" w:sz="4" w:space="0" w:color="BFBFBF"/>'
    '<w:right w:val="nil"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="BFBFBF"/>'
)
