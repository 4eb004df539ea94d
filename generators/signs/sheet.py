"""The sheet a sign is printed on: trim, bleed, crop marks and the slug line for the shop, in millimetres."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generators.model.sign import Process

if TYPE_CHECKING:
    from generators.plan.signs import PlannedSign

MARK_GAP = 2.0
"""Between the bleed and a crop mark, so that no mark is printed into the art."""
MARK_LENGTH = 10.0
SLUG_LETTER = 4.0
WHITE_BORDER = 100.0
"""What sprayed signs leave white on each side for eyelets instead of bleed (facts, signage 9)."""

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Sheet:
    """Finished size, bleed, and the margin around the finished size that carries marks and slug."""

    width: float
    height: float
    bleed: float
    margin: float
    marked: bool
    """Whether there is something to trim, and so crop marks."""

    @property
    def media(self) -> tuple[float, float]:
        """Width and height of the whole sheet."""
        return self.width + 2 * self.margin, self.height + 2 * self.margin

    @property
    def trim_box(self) -> Box:
        """Left, bottom, right and top of the finished sign."""
        return self._grown(0)

    @property
    def bleed_box(self) -> Box:
        """Left, bottom, right and top of what must be covered with ink."""
        return self._grown(self.bleed)

    def _grown(self, by: float) -> Box:
        near, across, up = self.margin - by, self.margin + self.width + by, self.margin + self.height + by
        return near, near, across, up


def sheet_for(planned: PlannedSign) -> Sheet:
    """The sheet for a sign: with bleed and marks where it will be trimmed, with a white border where it is sprayed."""
    if planned.kind.process is Process.SPRAYED:
        return Sheet(planned.size.w, planned.size.h, 0, WHITE_BORDER, marked=False)
    bleed = planned.kind.bleed_mm
    return Sheet(planned.size.w, planned.size.h, bleed, bleed + MARK_GAP + MARK_LENGTH + 3, marked=True)


def crop_marks(sheet: Sheet, ink: str) -> str:
    """The corner marks and the middle marks of each side, as SVG over the whole sheet."""
    if not sheet.marked:
        return ""
    width, height = sheet.media
    start, end = sheet.bleed + MARK_GAP, sheet.bleed + MARK_GAP + MARK_LENGTH
    left, top, right, bottom = sheet.margin, sheet.margin, width - sheet.margin, height - sheet.margin
    lines = [
        *(f"M{x:g},{top - end:g}V{top - start:g}M{x:g},{bottom + start:g}V{bottom + end:g}" for x in (left, right)),
        *(f"M{left - end:g},{y:g}H{left - start:g}M{right + start:g},{y:g}H{right + end:g}" for y in (top, bottom)),
        *(f"M{width / 2:g},{y:g}v{MARK_LENGTH / 2:g}" for y in (top - end, bottom + end - MARK_LENGTH / 2)),
        *(f"M{x:g},{height / 2:g}h{MARK_LENGTH / 2:g}" for x in (left - end, right + end - MARK_LENGTH / 2)),
    ]
    return (
        f'<svg class="marks" viewBox="0 0 {width:g} {height:g}" width="{width:g}mm" height="{height:g}mm">'
        f'<path d="{"".join(lines)}" fill="none" stroke="{ink}" stroke-width="0.15"/></svg>'
    )


def slug(planned: PlannedSign, sheet: Sheet) -> str:
    """The line below the trimmed sign that tells the shop what this is."""
    bleed = f"出血 {sheet.bleed:g} mm" if sheet.bleed else "无出血，四周留白边"
    parts = (
        planned.title,
        f"成品 {planned.size_text} mm（宽×高）",
        bleed,
        f"{planned.process_name} 1块",
        planned.branch.short,
        "比例 1:1",
        "CMYK",
    )
    return "　".join(parts)
