"""An activity room's main wall: flag, oath, duties and rights where the rules put them.

The flag hangs in the upper middle, the oath below it, duties and rights at its sides (facts, signage 3). Which of these
two is left is not agreed: by default duties are left, in the order of the Party's constitution (第三条, 第四条).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generators.model.sign import Subject
from generators.plan.sign_rules import FLAGS

if TYPE_CHECKING:
    from generators.model.library import Library
    from generators.plan.sign_rules import Flag

CEILING = 3000.0
EYES = 1550.0
"""Middle of what is read, from the floor (facts, signage 8: 1500–1600)."""
FLAG_FOOT = 1850.0
"""Lower edge of the flag; at least 1800, so that no head stands before it."""
_GAP = 150.0
_ASIDE = 400.0
_WIDE_WALL = 4200.0
"""From this width a flag of size 4 leaves room at its sides; narrower walls take size 5."""
_SCALES = (20, 25, 30, 40, 50)
_DRAWN = 330.0
"""Most width the wall may take on the sheet, mm."""


@dataclass(frozen=True)
class Hung:
    """A thing on the wall: its middle from the wall's left edge, its foot from the floor, mm."""

    title: str
    source: str
    middle: float
    foot: float
    width: float
    height: float

    @property
    def top(self) -> float:
        """Its upper edge, from the floor."""
        return self.foot + self.height

    @property
    def left(self) -> float:
        """Its left edge, from the wall's."""
        return self.middle - self.width / 2

    @property
    def centre(self) -> float:
        """Its middle, from the floor."""
        return self.foot + self.height / 2


@dataclass(frozen=True)
class Wall:
    """A wall with its flag and boards."""

    width: float
    flag_size: Flag
    flag: Hung
    oath: Hung
    sides: tuple[Hung, Hung]

    @property
    def scale(self) -> int:
        """1 to so many."""
        return next((scale for scale in _SCALES if self.width / scale <= _DRAWN), _SCALES[-1])


def main_wall(library: Library, width: float, *, rights_left: bool = False) -> Wall:
    """Place everything on a wall of `width` mm."""
    flag_size = FLAGS[4] if width >= _WIDE_WALL else FLAGS[5]
    middle = width / 2
    flag = Hung(
        f"党旗（{flag_size.number}号）", "党徽党旗条例第八条", middle, FLAG_FOOT, flag_size.length, flag_size.width
    )
    top = FLAG_FOOT - _GAP
    oath_height = min(flag_size.length / 2, top - 800)
    oath = Hung("入党誓词", "党章第六条，与旗同宽", middle, top - oath_height, flag_size.length, oath_height)
    w, h = _side_size(library)
    beside = flag_size.length / 2 + min(_ASIDE, (width - flag_size.length - 2 * w) / 4) + w / 2
    names = (("党员权利", "党章第四条"), ("党员义务", "党章第三条"))
    left, right = names if rights_left else names[::-1]
    sides = (
        Hung(*left, middle - beside, EYES - h / 2, w, h),
        Hung(*right, middle + beside, EYES - h / 2, w, h),
    )
    return Wall(width, flag_size, flag, oath, sides)


def _side_size(library: Library) -> tuple[float, float]:
    """The size of the boards for duties and rights; 600 × 900 where no sign says otherwise."""
    for sign in library.sign.values():
        if sign.subject is Subject.OFFICIAL and {"member-duties", "member-rights"} & set(sign.officials):
            return sign.size.w, sign.size.h
    return 600, 900
