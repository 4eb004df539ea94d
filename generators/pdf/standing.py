"""Standing matter: all of a book that is the same in the books of other branches of the same size.

It is written once and kept; a branch's own book continues it with what only that branch says (see `binding`). Pages,
running heads but for the branch's name, contents, bookmarks and empty fields stand; numbers known ahead (TREE to INFO)
and the names of running heads join them to what follows.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from generators.pdf import navigation
from generators.pdf.contents import SLOT, draw_contents
from generators.pdf.drawing import slot_text
from generators.pdf.fields import typed_lines
from generators.pdf.fonts import embedded_font, typing_font
from generators.pdf.glyphs import Letters
from generators.pdf.heads import Heads
from generators.pdf.leaves import gather
from generators.pdf.objects import stream_body
from generators.pdf.stock import ground, page_body, sheaf
from generators.pdf.syntax import array, dictionary, rectangle, reference, text
from generators.pdf.widgets import INFO, SINGLE, TREE, TYPING, default_appearance
from generators.pdf.writer import PdfFile

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generators.pdf.compiled import CompiledForm, Rect, SlotBox
    from generators.pdf.heads import Head
    from generators.pdf.leaves import Gathering, Leaf
    from generators.pdf.stock import Ground, Sheaf
    from generators.pdf.volume import MakeUp
    from generators.pdf.writer import Beginning


@dataclass(frozen=True)
class Standing:
    """A book without what only one branch says."""

    beginning: Beginning
    root: int
    """Number of the catalog."""
    copies: tuple[tuple[Ground, Sheaf], ...]
    """Where each copy stands, in printing order."""
    heads: Mapping[Head, str]
    """The places for the branch's name, each with the name pages know it by."""
    fonts: Mapping[str, bytes] = field(repr=False)
    """The fonts that pages are printed with."""
    typing: Mapping[int, bytes] = field(repr=False)
    """The fonts that empty fields are typed with, by the distance of their lines; none without fields."""


@lru_cache(maxsize=64)
def standing(make_up: MakeUp) -> Standing:
    """The standing matter of a book's make-up."""
    return _Setter(make_up).set()


@dataclass(frozen=True)
class _Bound:
    """A copy with its place in the file."""

    gathering: Gathering
    ground: Ground
    sheaf: Sheaf


class _Setter:
    """Standing matter in the making."""

    def __init__(self, make_up: MakeUp) -> None:
        self._make_up = make_up
        self._file = PdfFile()
        self._file.reserve(INFO)
        self._letters = Letters()
        self._heads = Heads()
        self._roots: dict[str, tuple[int, list[int]]] = {}
        self._gatherings = gather(make_up)
        self._count = sum(len(gathering.leaves) for gathering in self._gatherings)
        self._openings = {g.copy.prefix: g.leaves[0].number for g in self._gatherings if g.listed}

    def set(self) -> Standing:
        placed = [
            bound
            for compiled, run in groupby(self._gatherings, key=lambda g: g.copy.compiled)
            for bound in self._place(compiled, list(run))
        ]
        for bound in placed:
            for place, leaf in enumerate(bound.gathering.leaves):
                self._stamp(bound, place, leaf)
        pages = [page for bound in placed for page in bound.sheaf.pages]
        kids = array(map(reference, pages))
        self._file.put(TREE, dictionary({"Type": b"/Pages", "Kids": kids, "Count": b"%d" % self._count}))
        root = self._write_catalog(pages, self._write_form())
        fonts = {
            name: reference(embedded_font(self._file, face, glyphs)) for name, face, glyphs in self._letters.fonts()
        }
        lines = set().union(*(typed_lines(gathering.copy.compiled) for gathering in self._gatherings))
        typing = {line: reference(typing_font(self._file, line)) for line in sorted(lines)}
        copies = tuple((bound.ground, bound.sheaf) for bound in placed if bound.gathering.listed)
        return Standing(self._file.beginning(), root, copies, self._heads.names(), fonts, typing)

    def _place(self, compiled: CompiledForm, run: list[Gathering]) -> list[_Bound]:
        """Put the copies of a form into a range of numbers whose size is a power of two.

        So books that have a few rows or copies more or less of it still agree in the numbers of what follows.
        """
        for face, glyphs in compiled.glyphs.items():
            self._letters.add(face, glyphs)
        start = self._file.last
        root, tops = self._roots.setdefault(compiled.form, (self._file.reserve(), []))
        first = self._file.last + 1
        shared = ground(compiled, first)
        self._file.put_block(shared.block)
        at = first + shared.size
        placed = []
        for gathering in run:
            leaves = gathering.leaves
            indexes = tuple(leaf.index for leaf in leaves)
            made = sheaf(compiled, gathering.copy.prefix, indexes, leaves[0].number % 2 == 0, (first, at, root))
            self._file.put_block(made.block)
            at += made.size
            tops += [made.top] if made.top else []
            placed.append(_Bound(gathering, shared, made))
        self._file.reserve((1 << (at - start - 2).bit_length()) - (first - start - 1))
        return placed

    def _stamp(self, bound: _Bound, place: int, leaf: Leaf) -> None:
        """Write what the slots of a page say, and the links among it."""
        copy, moved = bound.gathering.copy, bound.sheaf.moved[place]
        says = {
            "mark": f"{self._make_up.year}　{copy.compiled.form}".rstrip(),
            "title": copy.title,
            "folio": f"第 {leaf.number} 页　共 {self._count} 页",
        }
        parts = [b"Q\n"]
        for slot in slots_on(copy.compiled, leaf.index):
            if slot.name == SLOT:
                drawn, links = draw_contents(
                    leaf.lines, slot.rect.moved(moved), slot.size, self._openings, self._letters
                )
                annotations = [self._link(prefix, where) for prefix, where in links]
                self._file.put(bound.sheaf.pages[place], page_body(bound.sheaf.sheets[place], annotations))
                parts.append(drawn)
            elif slot.name == "branch":
                parts.append(self._heads.call(slot, moved))
            else:
                parts.append(slot_text(slot, says[slot.name], slot.rect.moved(moved), self._letters))
        self._file.put(bound.sheaf.stamps[place], stream_body(b"".join(parts)))

    def _link(self, prefix: str, place: Rect) -> int:
        entries = {
            "Type": b"/Annot",
            "Subtype": b"/Link",
            "Rect": rectangle(place),
            "Border": b"[0 0 0]",
            "Dest": text(prefix),
            "F": b"4",
        }
        return self._file.add(dictionary(entries))

    def _write_form(self) -> int | None:
        """Write the uppermost names of the fields and the form that holds them; nothing when there is no field."""
        roots = {name: root for name, root in self._roots.items() if root[1]}
        for name, (obj, kids) in roots.items():
            self._file.put(obj, dictionary({"T": text(name), "Kids": array(map(reference, kids))}))
        fields = array(reference(obj) for obj, _ in roots.values())
        entries = {"Fields": fields, "DR": reference(TYPING), "DA": default_appearance(SINGLE, 10.5)}
        return self._file.add(dictionary(entries)) if roots else None

    def _write_catalog(self, pages: list[int], form: int | None) -> int:
        outline = self._file.last + 1
        marks = navigation.outline(navigation.bookmarks(self._make_up), outline)
        self._file.put_block(marks.block)
        self._file.reserve(marks.size)
        return self._file.add(
            dictionary(
                {
                    "Type": b"/Catalog",
                    "Pages": reference(TREE),
                    "Lang": b"(zh-CN)",
                    "ViewerPreferences": b"<</DisplayDocTitle true/PrintScaling/None/Duplex/DuplexFlipLongEdge>>",
                    "PageMode": b"/UseOutlines" if len(self._openings) > 1 else None,
                    "Outlines": reference(outline),
                    "Names": dictionary({"Dests": navigation.named_places(self._gatherings, pages)}),
                    "PageLabels": navigation.page_labels(self._gatherings),
                    "AcroForm": reference(form) if form else None,
                }
            )
        )


@lru_cache(maxsize=4096)
def slots_on(compiled: CompiledForm, index: int) -> tuple[SlotBox, ...]:
    """The slots of a form's page."""
    return tuple(slot for slot in compiled.slots if slot.page == index)
