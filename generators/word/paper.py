"""The pages of the Word book: A4 with room for the binding (facts/recordbook, 物理规格与版式)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generators.model.form import Layout
from generators.word.measure import twips

if TYPE_CHECKING:
    from generators.plan.shape import Shape

LINE_MM = 8.0
"""Height of a row, and of a line in a long box, that is written into by hand."""


@dataclass(frozen=True)
class Paper:
    """A page and its margins, in millimetres. `inner` is the bound side: Word mirrors it on even pages."""

    width: float
    height: float
    top: float
    bottom: float
    inner: float
    outer: float
    header: float
    footer: float

    @property
    def text_width(self) -> float:
        """Width between the margins."""
        return self.width - self.inner - self.outer

    @property
    def text_height(self) -> float:
        """Height between the margins."""
        return self.height - self.top - self.bottom

    @property
    def landscape(self) -> bool:
        """Whether the page lies on its side."""
        return self.width > self.height

    def size_and_margins(self) -> str:
        """`w:pgSz` and `w:pgMar`."""
        turned = ' w:orient="landscape"' if self.landscape else ""
        return (
            f'<w:pgSz w:w="{twips(self.width)}" w:h="{twips(self.height)}"{turned}/>'
            f'<w:pgMar w:top="{twips(self.top)}" w:right="{twips(self.outer)}" w:bottom="{twips(self.bottom)}"'
            f' w:left="{twips(self.inner)}" w:header="{twips(self.header)}" w:footer="{twips(self.footer)}"'
            ' w:gutter="0"/>'
        )


PORTRAIT = Paper(210, 297, top=22, bottom=20, inner=28, outer=15, header=13, footer=11)

LANDSCAPE = Paper(297, 210, top=24, bottom=24, inner=15, outer=15, header=17, footer=17)
"""Turned into a portrait book it is bound at its top on odd pages and at its bottom on even ones; Word mirrors only
left and right, so both keep the binding free."""


def paper_of(shape: Shape) -> Paper:
    """What a form is printed on."""
    return LANDSCAPE if shape.form.layout is Layout.LANDSCAPE else PORTRAIT
