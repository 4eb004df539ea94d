"""The pages of a volume in order: contents as long as they need be, filler pages before spreads and at the end."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generators.pdf.contents import contents_lines, contents_pages, has_contents
from generators.pdf.notes import notes_page
from generators.pdf.volume import Copy
from generators.plan.fillers import TITLE, fillers_needed
from generators.plan.pages import turned_before

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generators.pdf.contents import Line
    from generators.pdf.volume import MakeUp


@dataclass(frozen=True)
class Leaf:
    """A page of the document."""

    index: int
    """Which page of the compiled form it is."""
    number: int
    """Its number in the document, from 1."""
    lines: Sequence[Line] = ()
    """The part of the table of contents that stands on it."""


@dataclass(frozen=True)
class Gathering:
    """The pages of one copy."""

    copy: Copy
    leaves: tuple[Leaf, ...]
    listed: bool
    """Whether contents, bookmarks and links may lead to it: not to filler pages."""


def gather(make_up: MakeUp) -> list[Gathering]:
    """All pages, copy by copy."""
    lines = contents_lines(make_up)
    printed = Counter(id(copy.compiled) for copy in make_up.copies())
    gatherings: list[Gathering] = []
    count = 0
    before = None
    for copy in make_up.copies():
        first, before = copy.compiled is not before, copy.compiled
        copies = printed[id(copy.compiled)]
        if make_up.filled_up and first and turned_before(count + 1, len(copy.compiled.pages), copies):
            count += 1
            gatherings.append(_filler(count))
        if has_contents(copy.compiled):
            listed = contents_pages(lines, copy.compiled)
            leaves = tuple(Leaf(0, count + n, page) for n, page in enumerate(listed, start=1))
        else:
            leaves = tuple(Leaf(index, count + index + 1) for index in range(len(copy.compiled.pages)))
        gatherings.append(Gathering(copy, leaves, listed=True))
        count += len(leaves)
    if make_up.filled_up:
        gatherings += [_filler(number) for number in range(count + 1, count + fillers_needed(count) + 1)]
    return gatherings


def _filler(number: int) -> Gathering:
    return Gathering(Copy(notes_page(), "", TITLE, TITLE), (Leaf(0, number),), listed=False)
