"""The letters on a finished sign: none lower than its viewing distance allows (facts, signage 8)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generators.problems import ZhibuError
from generators.signs.geometry import meet

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generators.signs.geometry import Box
    from generators.signs.painting import Painted
    from generators.signs.sheet import Sheet

_MM_PER_PT = 25.4 / 72
_ROUNDED = 0.05
"""Letter heights are rounded on their way to the page, mm."""


def check_letters(items: Iterable[Painted], sheet: Sheet, title: str, trim: Box) -> None:
    """Refuse a sign with letters lower than the least, small print and drawings included; the slug is beside it.

    Raises:
        ZhibuError: naming the kind, and how high they are.
    """
    heights = (item.letter * _MM_PER_PT for item in items if item.is_text and meet(item.box, trim))
    lowest = min(heights, default=sheet.least_letter)
    if lowest < sheet.least_letter - _ROUNDED:
        unit, why = ("像素", "式样的最小字高") if sheet.screen else ("毫米", "视距的 1/250")
        raise ZhibuError(
            f"「{title}」里有 {lowest:.3g} {unit}高的字，至少要 {sheet.least_letter:g} {unit}（{why}）；"
            f"请在式样「{sheet.kind}」（templates/signs/{sheet.kind}/）里改大"
        )
