"""An activity room's main wall: flag, oath, duties and rights where the rules put them.

The flag hangs in the upper middle, the oath below it, duties and rights at its sides (facts, signage 3). Which of these
two is left is not agreed: by default duties are left, in the order of the Party's constitution (第三条, 第四条).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generators.model.base import Size
from generators.model.official import OfficialText
from generators.model.sign import Subject
from generators.plan.sign_rules import FLAGS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generators.model.library import Library
    from generators.plan.sign_rules import Flag
    from generators.plan.signs import PlannedSign

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
_OATH, _DUTIES, _RIGHTS = "oath", "member-duties", "member-rights"
_BOARDS = {"入党誓词": _OATH, "党员义务": _DUTIES, "党员权利": _RIGHTS}
"""Title → id of the official text."""


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
    missing: tuple[str, ...] = ()
    """Titles of the boards that are drawn but not made: nobody has compared their texts."""

    @property
    def heights(self) -> Mapping[str, float]:
        """Id of an official text → middle of its board from the floor, mm."""
        return {_BOARDS[hung.title]: hung.centre for hung in (self.oath, *self.sides)}

    @property
    def scale(self) -> int:
        """1 to so many."""
        return next((scale for scale in _SCALES if self.width / scale <= _DRAWN), _SCALES[-1])


def flag_for(width: float) -> Flag:
    """The flag of an activity room by its main wall's width: size 4, on narrow walls 5 (facts, signage 1.4)."""
    return FLAGS[4] if width >= _WIDE_WALL else FLAGS[5]


def for_wall(planned: PlannedSign, width: float) -> PlannedSign:
    """The sign as the wall asks for it: the oath hangs below the flag and is as wide, if it comes in such a size."""
    if _official(planned) == _OATH:
        for size in (planned.size, *planned.sign.other_sizes):
            if size.w == flag_for(width).length:
                return replace(planned, size=size)
    return planned


def main_wall(library: Library, width: float, made: Iterable[PlannedSign] = (), *, rights_left: bool = False) -> Wall:
    """Place everything on a wall of `width` mm: what is made in its own size, what is not in the usual one."""
    boards = {_official(planned): planned for planned in made}
    flag_size, middle = flag_for(width), width / 2
    flag = Hung(
        f"党旗（{flag_size.number}号）", "党徽党旗条例第八条", middle, FLAG_FOOT, flag_size.length, flag_size.width
    )
    oath_size = _size(_OATH, boards, library, flag_size)
    below = FLAG_FOOT - _GAP - oath_size.h
    oath = Hung("入党誓词", "党章第六条，在旗下", middle, below, oath_size.w, oath_size.h)
    sizes = {name: _size(name, boards, library, flag_size) for name in (_DUTIES, _RIGHTS)}
    w, h = max(size.w for size in sizes.values()), max(size.h for size in sizes.values())
    widest = max(flag_size.length, oath_size.w)
    beside = widest / 2 + min(_ASIDE, (width - widest - 2 * w) / 4) + w / 2
    names = (("党员权利", "党章第四条"), ("党员义务", "党章第三条"))
    left, right = names if rights_left else names[::-1]
    sides = (
        Hung(*left, middle - beside, EYES - h / 2, w, h),
        Hung(*right, middle + beside, EYES - h / 2, w, h),
    )
    missing = tuple(title for title, name in _BOARDS.items() if name not in boards)
    return Wall(width, flag_size, flag, oath, sides, missing)


def _official(planned: PlannedSign) -> str:
    return planned.subject.id if isinstance(planned.subject, OfficialText) else ""


def _size(name: str, boards: Mapping[str, PlannedSign], library: Library, flag: Flag) -> Size:
    """The size of a board: as it is made, else as its sign usually is; half the flag below it where no sign says."""
    if name in boards:
        return boards[name].size
    for sign in library.sign.values():
        if sign.subject is Subject.OFFICIAL and name in sign.officials:
            return next((size for size in (sign.size, *sign.other_sizes) if size.w == flag.length), sign.size)
    return Size(w=flag.length, h=flag.length / 2) if name == _OATH else Size(w=600, h=900)
