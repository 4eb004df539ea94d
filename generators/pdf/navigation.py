"""Ways through a document: bookmarks, named places, page labels (ISO 32000-1, 12.3 and 12.4)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import count
from typing import TYPE_CHECKING

from generators.pdf.contents import chinese_number
from generators.pdf.objects import make_block
from generators.pdf.syntax import array, dictionary, number, reference, text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generators.pdf.compiled import CompiledForm
    from generators.pdf.leaves import Gathering
    from generators.pdf.objects import Block
    from generators.pdf.volume import MakeUp

_OPEN = 8
"""A chapter with more bookmarks than this is shown folded."""


@dataclass(frozen=True)
class Bookmark:
    """A line of the reader's side bar."""

    title: str
    to: str
    """The named place it leads to."""
    kids: tuple[Bookmark, ...] = ()


@dataclass(frozen=True)
class Outline:
    """Bookmarks in a document; their root has the first number."""

    block: Block
    size: int
    """How many numbers they take."""


def bookmarks(make_up: MakeUp) -> tuple[Bookmark, ...]:
    """Front matter by itself; then chapter → copy."""
    marks = []
    chapter = 0
    for part in make_up.parts:
        copies = tuple(Bookmark(f"{c.compiled.form} {c.title}", c.prefix) for c in part.copies)
        if part.front:
            marks += [Bookmark(c.title, c.prefix) for c in part.copies]
        else:
            chapter += 1
            marks.append(Bookmark(f"{chinese_number(chapter)}、{part.title}", part.copies[0].prefix, copies))
    return tuple(marks)


def outline(marks: tuple[Bookmark, ...], first: int) -> Outline:
    """The bookmarks as objects from number `first` on."""
    numbers = count(first + 1)
    plain: dict[int, bytes] = {}
    begin, end, shown = _level(marks, first, numbers, plain)
    entries = {"Type": b"/Outlines", "First": reference(begin), "Last": reference(end), "Count": b"%d" % shown}
    plain[first] = dictionary(entries)
    block = make_block(plain, {}, lambda: next(numbers))
    return Outline(block, next(numbers) - first)


def named_places(gatherings: Sequence[Gathering], pages: Sequence[int]) -> bytes:
    """The name tree that leads from a copy's prefix to its first page (7.9.6)."""
    places = {}
    for gathering in gatherings:
        if gathering.listed:
            leaf = gathering.leaves[0]
            top = number(gathering.copy.compiled.pages[leaf.index].height)
            places[gathering.copy.prefix] = b"[%d 0 R/XYZ 0 %s 0]" % (pages[leaf.number - 1], top)
    return dictionary({"Names": array(text(name) + b" " + place for name, place in sorted(places.items()))})


def page_labels(gatherings: Sequence[Gathering]) -> bytes:
    """Printed numbers as the reader shows them; a page on which no number is printed bears its form's name."""
    labels = []
    plain = False
    for gathering in gatherings:
        numbered = numbered_pages(gathering.copy.compiled)
        for leaf in gathering.leaves:
            printed = leaf.index in numbered
            if not printed:
                labels.append(b"%d<</P%s>>" % (leaf.number - 1, text(gathering.copy.name)))
            elif not plain:
                labels.append(b"%d<</S/D/St %d>>" % (leaf.number - 1, leaf.number))
            plain = printed
    return dictionary({"Nums": array(labels)})


@lru_cache(maxsize=1024)
def numbered_pages(compiled: CompiledForm) -> frozenset[int]:
    """The pages of a form on which their number is printed."""
    return frozenset(slot.page for slot in compiled.slots if slot.name == "folio")


def _level(
    marks: Sequence[Bookmark], parent: int, numbers: Iterator[int], plain: dict[int, bytes]
) -> tuple[int, int, int]:
    """Write neighbouring bookmarks; their first, their last, and how many lines they and their open kids show."""
    own = [next(numbers) for _ in marks]
    shown = len(marks)
    for index, (mark, obj) in enumerate(zip(marks, own, strict=True)):
        entries: dict[str, bytes | None] = {
            "Title": text(mark.title),
            "Parent": reference(parent),
            "Prev": reference(own[index - 1]) if index else None,
            "Next": reference(own[index + 1]) if index + 1 < len(marks) else None,
            "Dest": text(mark.to),
        }
        if mark.kids:
            first, last, below = _level(mark.kids, obj, numbers, plain)
            is_open = len(mark.kids) <= _OPEN
            shown += below if is_open else 0
            amount = b"%d" % (below if is_open else -below)
            entries |= {"First": reference(first), "Last": reference(last), "Count": amount}
        plain[obj] = dictionary(entries)
    return own[0], own[-1], shown
