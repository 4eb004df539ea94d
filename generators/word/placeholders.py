"""What an empty control shows.

The same book is filled in on a screen and by hand, so the placeholder must be something to click on that also prints
clean: blanks for text, the marks 年 月 日 for a date, the options in grey for a choice.
"""

from __future__ import annotations

from math import floor
from typing import TYPE_CHECKING

from generators.model.form import FieldKind
from generators.word.measure import Room, ems

if TYPE_CHECKING:
    from generators.model.form import FieldSpec

BLANK = "\u3000"
"""The Chinese full-width space: every Chinese font has it, and it keeps its breadth at the end of a line."""

_DATES = ("　　　　年　　月　　日", "　　　年　　月　　日", "　　　年　月　日")
_TIMES = ("　　　时　　分", "　　时　　分")
_WIDEST_BLANK = 8
_SLACK = 0.2
"""By so many ems word processors may find more room on a line than we do."""


def placeholder_for(spec: FieldSpec, room: Room) -> str:
    """The placeholder of a field in the room it has."""
    line = Room(room.width, 1, room.size)
    if spec.placeholder:
        return spec.placeholder if room.holds(spec.placeholder) else _blanks(room)
    pattern = next((text for text in _patterns(spec) if line.holds(text)), None)
    return pattern or _stacked(spec, room) or _blanks(room)


def _patterns(spec: FieldSpec) -> tuple[str, ...]:
    if spec.kind is FieldKind.DATE:
        return _DATES
    if spec.kind is FieldKind.TIME:
        return _TIMES
    if spec.kind is FieldKind.CHOICE:
        return ("／".join(spec.choices),)
    return ()


def _stacked(spec: FieldSpec, room: Room) -> str | None:
    """The options one below the other, in a narrow cell that is high enough."""
    if spec.kind is not FieldKind.CHOICE or room.lines < len(spec.choices):
        return None
    whole = all(ems(choice) <= room.ems() for choice in spec.choices)
    # A line ends after an option only where the first character of the next one finds no room on it any more.
    alone = all(ems(choice) + 2 > room.ems() + _SLACK for choice in spec.choices[:-1])
    return BLANK.join(spec.choices) if whole and alone else None


def _blanks(room: Room) -> str:
    return BLANK * max(1, min(_WIDEST_BLANK, floor(room.ems()) - 1))
