"""The paper of the record book: A4 with its binding margin (facts/recordbook, 物理规格与版式)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generators.model.form import Layout

if TYPE_CHECKING:
    from generators.plan.shape import Shape

LINE_MM = 8.0
"""Distance of ruled lines: room enough for handwriting."""
ROW_MM = 8.5
"""Height of a row to be written in by hand."""


@dataclass(frozen=True)
class Paper:
    """A page that is bound on its long side, in millimetres, as it is when its number is odd."""

    width: float
    height: float
    top: float
    right: float
    bottom: float
    left: float

    @property
    def text_width(self) -> float:
        """Width between the margins."""
        return self.width - self.left - self.right

    @property
    def text_height(self) -> float:
        """Height between the margins."""
        return self.height - self.top - self.bottom


PORTRAIT = Paper(210, 297, top=24, right=14, bottom=18, left=28)
"""Bound on the left."""
LANDSCAPE = Paper(297, 210, top=28, right=16, bottom=14, left=16)
"""Bound on top: turned into a portrait book, the tops of all wide tables point to the left."""
COVER = Paper(210, 297, top=30, right=28, bottom=24, left=28)


def paper_of(shape: Shape) -> Paper:
    """What a form is printed on."""
    if any(block.cover for block in shape.form.blocks):
        return COVER
    return LANDSCAPE if shape.form.layout is Layout.LANDSCAPE else PORTRAIT
