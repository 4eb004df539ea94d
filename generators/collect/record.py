"""What was read from one filled book."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

Value = str | bool | tuple[str, ...]
"""A text, a tick, or the options ticked of several."""


class Origin(StrEnum):
    """What kind of file it was."""

    DOCX = "docx"
    ODT = "odt"
    PDF = "pdf"


@dataclass(frozen=True)
class Unread:
    """Something that was not understood, or not read at all."""

    place: str
    """Full name of the field (`R30.01.date`), of the copy (`R30.01`) or of the form; empty for the whole file."""
    what: str
    """One Chinese sentence."""

    def __str__(self) -> str:
        """`R30.01.date：…`."""
        return f"{self.place}：{self.what}" if self.place else self.what


@dataclass(frozen=True)
class Record:
    """The values of a filled book, in the order of the file."""

    origin: Origin
    branch: str | None
    """The party organisation's full name, where the file says it."""
    year: int | None
    values: Mapping[str, Value]
    """Full field name → what is filled in. Tick boxes are always there; of the rest only what is not empty.

    Dates are `2027-03-05`, times `14:30`, numbers plain digits. What cannot be understood as that stays as written and
    is named in `unread`. The options of a multiple choice stand together under the question's name.
    """
    fields: frozenset[str]
    """The names of all fields the file has, filled in or not."""
    unread: tuple[Unread, ...]
