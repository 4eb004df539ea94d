"""The sheet a sign is printed on: trim, bleed, crop marks and the slug line for the shop, in millimetres."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from generators.model.sign import Process

if TYPE_CHECKING:
    from generators.plan.signs import PlannedSign

MARK_GAP = 2.0
"""Between the bleed and a crop mark, so that no mark is printed into the art."""
MARK_LENGTH = 10.0
SLUG_LETTER = 4.0

Box = tuple[float, float, float, float]


class ShopRule(NamedTuple):
    """What a process asks of the file (facts, signage 9)."""

    bleed: bool
    """Whether the art runs over the trim; sprayed and photographic prints are made to size."""
    border: float
    """White left on each side instead of bleed, mm; sprayed canvas needs it for its eyelets."""
    plain_black: bool
    """Whether black may be black ink alone; sprayed and photographic prints want four inks."""
    cut: bool = False
    """Whether a cutter or engraver follows: the trim is then drawn as a cutting line."""
    sheet: bool = True
    """Whether the file is a shop's sheet with a margin and a slug; office paper and screens have none."""


SHOP_RULES = {
    Process.TRIMMED: ShopRule(bleed=True, border=0, plain_black=True),
    Process.UV: ShopRule(bleed=True, border=0, plain_black=True, cut=True),
    Process.PHOTO: ShopRule(bleed=False, border=20, plain_black=False),
    Process.SPRAYED: ShopRule(bleed=False, border=100, plain_black=False),
    Process.OFFICE: ShopRule(bleed=False, border=0, plain_black=True, sheet=False),
    Process.SCREEN: ShopRule(bleed=False, border=0, plain_black=True, sheet=False),
}


@dataclass(frozen=True)
class Sheet:
    """Finished size, bleed, and the margin around the finished size that carries marks and slug."""

    width: float
    height: float
    bleed: float
    margin: float
    marked: bool
    """Whether there is something to trim, and so crop marks."""
    holes: tuple[tuple[float, float, float], ...] = ()
    """Mounting holes: x and y of the centre from the finished sign's top left corner, and the diameter."""
    cut: bool = False
    """Whether the trim is a cutting line."""
    plain_black: bool = True
    scale: float = 1.0
    """Of the drawing to the sign. All other lengths are the sign's."""
    screen: bool = False
    """Whether it is shown and not printed, so that screen colours stay."""

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
    """The sheet for a sign: with bleed and marks where it will be trimmed, with a white border where it is sprayed.

    A screen page and a sheet for the office printer are as large as they are, with nothing around them.
    """
    kind, size = planned.kind, planned.size
    rule = SHOP_RULES[kind.process]
    if not rule.sheet:
        return Sheet(size.w, size.h, 0, 0, marked=False, screen=kind.process is Process.SCREEN)
    bleed = kind.bleed_mm if rule.bleed else 0.0
    holes = kind.holes.centres(size) if kind.holes else ()
    return Sheet(
        size.w,
        size.h,
        bleed,
        rule.border or bleed + MARK_GAP + MARK_LENGTH + 3,
        marked=kind.process is not Process.SPRAYED,
        holes=tuple((x, y, kind.holes.diameter_mm) for x, y in holes) if kind.holes else (),
        cut=rule.cut,
        plain_black=rule.plain_black,
        scale=planned.scale,
    )


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
    """The line below the trimmed sign that tells the shop what this is; empty where no shop gets it."""
    if not sheet.margin:
        return ""
    parts = (
        planned.title,
        f"成品 {planned.size_text} mm（宽×高）",
        f"出血 {sheet.bleed:g} mm" if sheet.bleed else f"无出血，四周留白边 {sheet.margin:g} mm",
        *((f"孔径 {sheet.holes[0][2]:g} mm {len(sheet.holes)}处",) if sheet.holes else ()),
        f"{planned.process_name} {planned.sign.quantity}块",
        planned.branch.short,
        f"比例 {planned.scale_text}",
        "CMYK",
    )
    return "　".join(parts)
