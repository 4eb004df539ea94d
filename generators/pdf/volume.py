"""What is assembled: copies of compiled forms in chapters, and what is printed on all their pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generators.pdf.compiled import CompiledForm


@dataclass(frozen=True)
class Copy:
    """One copy of a compiled form."""

    compiled: CompiledForm
    prefix: str
    """The beginning of its field names: `R30.01`."""
    title: str
    """Its heading: `支部党员大会记录（第3次）`."""
    name: str
    """The form's name in the table of contents, one line for all its copies."""
    values: Mapping[str, str]
    """Local field name → what is already known."""


@dataclass(frozen=True)
class Part:
    """A chapter."""

    title: str
    front: bool
    """Covers and contents: neither numbered nor listed."""
    copies: tuple[Copy, ...]


@dataclass(frozen=True)
class Volume:
    """A whole document."""

    title: str
    author: str
    subject: str
    issued: str
    """Date of the content, YYYY-MM-DD: the document's date."""
    head: str
    """Left side of every page's head."""
    year: str
    """The year as printed before the form's number on the right side."""
    parts: tuple[Part, ...]
    filled_up: bool = False
    """Whether filler pages make it whole sheets, as a bound book is."""

    def copies(self) -> Iterator[Copy]:
        """All copies in printing order."""
        for part in self.parts:
            yield from part.copies
