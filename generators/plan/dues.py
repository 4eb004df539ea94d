"""What a member pays a month (党费)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generators.model.calculator import DuesClass, DuesScale

_FEN = Decimal("0.01")


@dataclass(frozen=True)
class Dues:
    """Monthly dues in yuan."""

    least: Decimal
    most: Decimal
    """The same as `least`, unless the branch may choose."""
    percent: Decimal | None = None
    """The rate that applied; none for fixed dues."""
    capped: bool = False
    """Whether the general ceiling applied; more is paid of one's free will only."""


def monthly_dues(scale: DuesScale, member: DuesClass, base: Decimal) -> Dues:
    """The dues for a monthly base in yuan, rounded to the fen; the whole base takes one rate.

    Raises:
        ValueError: the base is negative.
    """
    if base < 0:
        raise ValueError("基数不能是负数")
    if member.fixed:
        return Dues(member.fixed.least, member.fixed.most)
    percent = next(b.percent for b in member.brackets if b.up_to is None or base <= b.up_to)
    full = (base * percent / 100).quantize(_FEN, ROUND_HALF_UP)
    paid = min(full, scale.cap)
    return Dues(paid, paid, percent, capped=full > scale.cap)
