"""The sheet a sign is printed on: trim, bleed, crop marks and the slug line for the shop, in millimetres."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from generators.model.sign import Process
from generators.plan.sign_rules import least_letter_mm
from generators.typeset.fonts import Face, advance

if TYPE_CHECKING:
    from generators.model.base import Size
    from generators.model.sign import SignKind
    from generators.plan.signs import PlannedSign

MARK_GAP = 2.0
"""Between the bleed and a crop mark, so that no mark is printed into the art."""
MARK_LENGTH = 10.0
SLUG_STRIP = 8.0
"""Beyond the marks, for the slug, so that no mark runs through it."""
SLUG_LETTER = 4.0
"""The most; a small sign's slug is set as small as its sheet is narrow."""
EYELET_MM = 12.0
"""Inner diameter of an eyelet, the usual one for banners (practice)."""
EYELET_STEP = 500.0
"""From eyelet to eyelet at most (practice)."""

Box = tuple[float, float, float, float]
Hole = tuple[float, float, float]
"""X and y of the centre from the finished sign's top left corner, and the diameter."""


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
    drilled: bool = True
    """Whether the mounting holes are drilled: foam boards are glued or taped, canvas has eyelets."""
    sheet: bool = True
    """Whether the file is a shop's sheet with a margin and a slug; office paper and screens have none."""


SHOP_RULES = {
    Process.TRIMMED: ShopRule(bleed=True, border=0, plain_black=True),
    Process.UV: ShopRule(bleed=True, border=0, plain_black=True, cut=True),
    Process.PHOTO: ShopRule(bleed=False, border=MARK_GAP + MARK_LENGTH + SLUG_STRIP, plain_black=False, drilled=False),
    Process.SPRAYED: ShopRule(bleed=False, border=100, plain_black=False, drilled=False),
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
    holes: tuple[Hole, ...] = ()
    """Mounting holes, or the eyelets of canvas."""
    cut: bool = False
    """Whether the trim is a cutting line."""
    plain_black: bool = True
    scale: float = 1.0
    """Of the drawing to the sign. All other lengths are the sign's."""
    screen: bool = False
    """Whether it is shown and not printed, so that screen colours stay."""
    least_letter: float = 0.0
    """Height below which nothing on the sign can be read from its viewing distance; on a screen, the kind's least."""
    kind: str = ""
    """Id of the kind, by which whoever mends its template finds it."""

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
    kind, size, process = planned.kind, planned.size, planned.process
    rule = SHOP_RULES[process]
    screen = process is Process.SCREEN
    least = kind.min_letter_mm if screen else least_letter_mm(planned.sign.viewing_m)
    if not rule.sheet:
        return Sheet(size.w, size.h, 0, 0, marked=False, screen=screen, least_letter=least, kind=kind.id)
    bleed = kind.bleed_mm if rule.bleed else 0.0
    sprayed = process is Process.SPRAYED
    return Sheet(
        size.w,
        size.h,
        bleed,
        rule.border or bleed + MARK_GAP + MARK_LENGTH + SLUG_STRIP,
        marked=not sprayed,
        holes=_eyelets(size, rule.border / 2) if sprayed else _drilled(kind, size) if rule.drilled else (),
        cut=rule.cut,
        plain_black=rule.plain_black,
        scale=planned.scale,
        least_letter=least,
        kind=kind.id,
    )


def _drilled(kind: SignKind, size: Size) -> tuple[Hole, ...]:
    if kind.holes is None:
        return ()
    return tuple((x, y, kind.holes.diameter_mm) for x, y in kind.holes.centres(size))


def _eyelets(size: Size, away: float) -> tuple[Hole, ...]:
    """One at each corner of the white border and one at least every half metre, `away` from the art."""
    across, down = (_stops(-away, length + away) for length in (size.w, size.h))
    edges = {*product(across, (down[0], down[-1])), *product((across[0], across[-1]), down)}
    return tuple((x, y, EYELET_MM) for x, y in sorted(edges, key=lambda at: (at[1], at[0])))


def _stops(start: float, end: float) -> tuple[float, ...]:
    steps = ceil((end - start) / EYELET_STEP)
    return tuple(start + (end - start) * step / steps for step in range(steps + 1))


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


class Slug(NamedTuple):
    """The line that tells the shop what a sheet is, and the height of its letters in mm."""

    text: str
    letter: float


def slug(planned: PlannedSign, sheet: Sheet) -> Slug | None:
    """The line below the trimmed sign; none where no shop gets it."""
    if not sheet.margin:
        return None
    parts = (
        planned.title,
        f"成品 {planned.size_text} mm（宽×高）",
        f"出血 {sheet.bleed:g} mm" if sheet.bleed else f"无出血，四周留白边 {sheet.margin:g} mm",
        *([holes_text(sheet)] if sheet.holes else []),
        f"{planned.process_name} {planned.quantity_text}",
        planned.branch.short,
        f"比例 {planned.scale_text}",
        "CMYK",
    )
    text = "　".join(parts)
    width = sheet.media[0] - 2 * SLUG_STRIP
    return Slug(text, round(min(SLUG_LETTER / sheet.scale, 0.3 * sheet.margin, width / advance(Face.HEI, text)), 2))


def holes_text(sheet: Sheet) -> str:
    """`孔 φ5，4处`, `扣眼 φ12，26处`, diameters in mm; empty without any."""
    if not sheet.holes:
        return ""
    return f"{'孔' if sheet.marked else '扣眼'} φ{sheet.holes[0][2]:g}，{len(sheet.holes)}处"
