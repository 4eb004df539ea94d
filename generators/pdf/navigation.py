"""Ways through a document: bookmarks, named places, page labels (ISO 32000-1, 12.3 and 12.4)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generators.pdf.contents import chinese_number
from generators.pdf.syntax import array, dictionary, number, reference, text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generators.pdf.volume import Leaf, Volume
    from generators.pdf.writer import PdfFile

_OPEN = 8
"""A chapter with more bookmarks than this is shown folded."""


@dataclass
class Bookmark:
    """A line of the reader's side bar."""

    title: str
    to: str
    """The named place it leads to."""
    kids: list[Bookmark] = field(default_factory=list)


def bookmarks(volume: Volume) -> list[Bookmark]:
    """Front matter by itself; then chapter → copy."""
    marks = []
    chapter = 0
    for part in volume.parts:
        copies = [Bookmark(f"{c.compiled.form} {c.title}", c.prefix) for c in part.copies]
        if part.front:
            marks += [Bookmark(c.title, c.prefix) for c in part.copies]
        else:
            chapter += 1
            marks.append(Bookmark(f"{chinese_number(chapter)}、{part.title}", part.copies[0].prefix, copies))
    return marks


def write_outline(file: PdfFile, marks: Sequence[Bookmark]) -> int:
    """Write the bookmarks and return their root."""
    root = file.reserve()
    first, last, shown = _write_level(file, marks, root)
    entries = {"Type": b"/Outlines", "First": reference(first), "Last": reference(last), "Count": b"%d" % shown}
    file.put(root, dictionary(entries))
    return root


def named_places(leaves: Sequence[Leaf], pages: Mapping[int, int]) -> bytes:
    """The name tree that leads from a copy's prefix to its first page (7.9.6)."""
    places = {}
    for leaf in leaves:
        if leaf.opening:
            top = number(leaf.copy.compiled.pages[leaf.index].height)
            places[leaf.copy.prefix] = b"[%s/XYZ 0 %s 0]" % (reference(pages[leaf.number]), top)
    return dictionary({"Names": array(text(name) + b" " + place for name, place in sorted(places.items()))})


def page_labels(leaves: Sequence[Leaf]) -> bytes:
    """Printed numbers as the reader shows them; a page on which no number is printed bears its form's name."""
    labels = []
    plain = True
    for leaf in leaves:
        printed = any(slot.name == "folio" and slot.page == leaf.index for slot in leaf.copy.compiled.slots)
        if not printed:
            labels.append(b"%d<</P%s>>" % (leaf.number - 1, text(leaf.copy.name)))
        elif plain is False or leaf.number == 1:
            labels.append(b"%d<</S/D/St %d>>" % (leaf.number - 1, leaf.number))
        plain = printed
    return dictionary({"Nums": array(labels)})


def _write_level(file: PdfFile, marks: Sequence[Bookmark], parent: int) -> tuple[int, int, int]:
    """Write neighbouring bookmarks; their first, their last, and how many lines they and their open kids show."""
    numbers = [file.reserve() for _ in marks]
    shown = len(marks)
    for index, (mark, obj) in enumerate(zip(marks, numbers, strict=True)):
        entries: dict[str, bytes | None] = {
            "Title": text(mark.title),
            "Parent": reference(parent),
            "Prev": reference(numbers[index - 1]) if index else None,
            "Next": reference(numbers[index + 1]) if index + 1 < len(marks) else None,
            "Dest": text(mark.to),
        }
        if mark.kids:
            first, last, below = _write_level(file, mark.kids, obj)
            is_open = len(mark.kids) <= _OPEN
            shown += below if is_open else 0
            count = b"%d" % (below if is_open else -below)
            entries |= {"First": reference(first), "Last": reference(last), "Count": count}
        file.put(obj, dictionary(entries))
    return numbers[0], numbers[-1], shown
