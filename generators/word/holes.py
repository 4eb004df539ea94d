"""Holes: the places in a control's XML where what is known is written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from generators.model.form import FieldKind
from generators.word.ooxml import run, size_property

if TYPE_CHECKING:
    from generators.word.controls import Control
    from generators.word.measure import Room

PLAIN = {
    FieldKind.TEXT: "<w:text/>",
    FieldKind.NUMBER: "<w:text/>",
    FieldKind.TIME: "<w:text/>",
    FieldKind.LONG: '<w:text w:multiLine="1"/>',
}
"""Kinds that are plain text, and what says so."""
CONTENT = "</w:sdtPr><w:sdtContent>"
"""What stands between a control's properties and its content."""

_DATE_WIDTH = 40
_WIDTH = 130
"""Bytes of a short text's XML without the text."""
_CHARACTER = 3
"""Bytes of a Chinese character."""
_WIDTH_LIMIT = 600


class Look(NamedTuple):
    """How a text is written in a hole."""

    attribute: bool
    """Whether it is the picker's own form of a date, not the text."""
    room: Room
    formatting: str
    plain: str
    """What makes the control one of plain text; empty where that stands before the hole."""

    def text(self, value: str) -> bytes:
        """The XML that stands in the hole, in UTF-8."""
        return (_full_date(value) if self.attribute else _fitted(value, self)).encode()


@dataclass(frozen=True, slots=True)
class Hole:
    """A place in a control where what is known is written."""

    slot: Control
    attribute: bool = False
    """Whether it is the picker's own form of a date, not the text."""

    @property
    def width(self) -> int:
        """Bytes that nearly all texts fit into."""
        if self.attribute:
            return _DATE_WIDTH
        characters = ceil(self.slot.room.ems() * self.slot.room.lines)
        return min(_WIDTH + _CHARACTER * characters, _WIDTH_LIMIT)

    @property
    def look(self) -> Look:
        """How its text is written."""
        return Look(self.attribute, self.slot.room, self.slot.formatting, PLAIN.get(self.slot.kind, ""))


def _fitted(value: str, look: Look) -> str:
    """A value, shrunk when its cell is small.

    LibreOffice 7.4 shows plain text in the size of its paragraph only: a control with shrunk text is one of rich text.
    """
    room, plain = look.room, look.plain
    size = room.fitting_size(value)
    before = plain and (plain if size == room.size else "") + CONTENT
    return before + run(value, (size_property(size) if size < room.size else "") + look.formatting)


def _full_date(value: str) -> str:
    match = re.fullmatch(r"(\d{4})年(\d{1,2})月(\d{1,2})日", value)
    return f' w:fullDate="{match[1]}-{int(match[2]):02}-{int(match[3]):02}T00:00:00Z"' if match else ""
