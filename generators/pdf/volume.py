"""What is assembled: copies of compiled forms in chapters, and what a branch's own volume says in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generators.pdf.compiled import CompiledForm


class Copy(NamedTuple):
    """One copy of a compiled form."""

    compiled: CompiledForm
    prefix: str
    """The beginning of its field names: `R30.01`."""
    title: str
    """Its heading: `支部党员大会记录（第3次）`."""
    name: str
    """The form's name in the table of contents, one line for all its copies."""


class Part(NamedTuple):
    """A chapter."""

    title: str
    front: bool
    """Covers and contents: neither numbered nor listed."""
    copies: tuple[Copy, ...]


class MakeUp(NamedTuple):
    """All of a volume that is the same for other branches of the same size; it is a key, so quickly compared."""

    year: str
    """What stands before the form's number in the head of every page: the year or, without one, a title."""
    parts: tuple[Part, ...]
    filled_up: bool = False
    """Whether filler pages make it whole sheets, as a bound book is."""

    def copies(self) -> Iterator[Copy]:
        """All copies in printing order."""
        for part in self.parts:
            yield from part.copies


@dataclass(frozen=True)
class Volume:
    """A whole document."""

    title: str
    author: str
    subject: str
    issued: str
    """Date of the content, YYYY-MM-DD: the document's date."""
    head: str
    """Left side of every page's head; empty in a blank book."""
    make_up: MakeUp
    values: Sequence[Mapping[str, str]]
    """For each copy local field name → what is already known."""
