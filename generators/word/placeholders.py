"""What an empty control shows.

The same book is filled in on a screen and by hand, so the placeholder must be something to click on that also prints
clean: blanks for text, the marks 年 月 日 for a date, the options in grey for a choice.
"""

from __future__ import annotations

from math import floor
from typing import TYPE_CHECKING

from generators.model.form import FieldKind

if TYPE_CHECKING:
    from generators.model.form import FieldSpec
    from generators.word.measure import Room

BLANK = "\u3000"
"""The Chinese full-width space: every Chinese font has it, and it keeps its breadth at the end of a line."""

_DATES = ("　　　　年　　月　　日", "　　　年　　月　　日", "　　　年　月　日")
_TIMES = ("　　　时　　分", "　　时　　分")
_WIDEST_BLANK = 8


def placeholder_for(spec: FieldSpec, room: Room) -> str:
    """The placeholder of a field in the room it has."""
    options = (spec.placeholder,) if spec.placeholder else _patterns(spec)
    return next((text for text in options if room.holds(text)), None) or _blanks(room)


def _patterns(spec: FieldSpec) -> tuple[str, ...]:
    if spec.kind is FieldKind.DATE:
        return _DATES
    if spec.kind is FieldKind.TIME:
        return _TIMES
    if spec.kind is FieldKind.CHOICE:
        return ("／".join(spec.choices),)
    return ()


def _blanks(room: Room) -> str:
    return BLANK * max(1, min(_WIDEST_BLANK, floor(room.ems()) - 1))
