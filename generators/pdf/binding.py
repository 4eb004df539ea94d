"""Binding a volume: its pages in order, each with its stamped text and fields, as one PDF file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from generators.pdf import navigation
from generators.pdf.contents import SLOT, draw_contents
from generators.pdf.drawing import slot_text, stamp_alias
from generators.pdf.fields import Fields
from generators.pdf.fonts import embedded_font
from generators.pdf.glyphs import Letters
from generators.pdf.leaves import gather
from generators.pdf.objects import stream_body
from generators.pdf.stock import UNMOVED, ground, page_body, sheaf
from generators.pdf.syntax import array, dictionary, rectangle, reference, text
from generators.pdf.widgets import RESOURCES, TREE
from generators.pdf.writer import PdfFile
from generators.problems import ZhibuError

if TYPE_CHECKING:
    from generators.pdf.compiled import CompiledForm, Glyph, Rect, SlotBox
    from generators.pdf.leaves import Gathering, Leaf
    from generators.pdf.stock import Ground, Sheaf
    from generators.pdf.volume import Volume
    from generators.typeset.fonts import Face


def bind(volume: Volume) -> bytes:
    """The volume as a PDF file; the same volume gives the same bytes.

    Raises:
        ZhibuError: known values do not fit; all of them at once.
    """
    return _Binder(volume).bound()


@dataclass(frozen=True)
class _Bound:
    """A copy with its place in the file."""

    gathering: Gathering
    ground: Ground
    sheaf: Sheaf


class _Binder:
    """One volume on its way into a file."""

    def __init__(self, volume: Volume) -> None:
        self._volume = volume
        self._file = PdfFile()
        self._file.reserve(2)  # TREE and RESOURCES
        self._letters = Letters()
        self._fields = Fields(self._file, self._letters)
        self._gatherings = gather(volume)
        self._count = sum(len(gathering.leaves) for gathering in self._gatherings)
        self._openings = {g.copy.prefix: g.leaves[0].number for g in self._gatherings if g.listed}
        self._forms = [form for form, _ in groupby(self._gatherings, key=lambda g: g.copy.compiled)]

    def bound(self) -> bytes:
        placed = [
            bound
            for compiled, run in groupby(self._gatherings, key=lambda g: g.copy.compiled)
            for bound in self._place(compiled, list(run))
        ]
        for bound in placed:
            self._fields.add(bound.gathering.copy, bound.ground, bound.sheaf)
            for place, leaf in enumerate(bound.gathering.leaves):
                self._stamp(bound, place, leaf)
        if self._fields.problems:
            raise ZhibuError("\n".join(self._fields.problems))
        self._pages = [page for bound in placed for page in bound.sheaf.pages]
        kids = array(map(reference, self._pages))
        self._file.put(TREE, dictionary({"Type": b"/Pages", "Kids": kids, "Count": b"%d" % self._count}))
        self._write_fonts()
        return self._file.to_bytes(root=self._write_catalog(), info=self._write_info())

    def _place(self, compiled: CompiledForm, run: list[Gathering]) -> list[_Bound]:
        """Put the copies of a form into a range of numbers whose size is a power of two.

        So books that have a few rows or copies more or less of it still agree in the numbers of what follows.
        """
        start = self._file.last
        root = self._fields.root(run[0].copy.prefix.partition(".")[0])
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
            placed.append(_Bound(gathering, shared, made))
        self._file.reserve((1 << (at - start - 2).bit_length()) - (first - start - 1))
        return placed

    def _stamp(self, bound: _Bound, place: int, leaf: Leaf) -> None:
        """Write what the slots of a page say, and the links among it."""
        copy = bound.gathering.copy
        compiled = copy.compiled
        moved = compiled.pages[leaf.index].shift if leaf.number % 2 == 0 else UNMOVED
        says = {
            "branch": self._volume.head,
            "mark": f"{self._volume.year}　{compiled.form}".rstrip(),
            "title": copy.title,
            "folio": f"第 {leaf.number} 页　共 {self._count} 页",
        }
        parts = [b"Q\n"]
        for slot in slots_on(compiled, leaf.index):
            if slot.name == SLOT:
                drawn, links = draw_contents(
                    leaf.lines, slot.rect.moved(moved), slot.size, self._openings, self._letters
                )
                annotations = [self._link(prefix, where) for prefix, where in links]
                self._file.put(bound.sheaf.pages[place], page_body(bound.sheaf.sheets[place], annotations))
            else:
                drawn, letters = stamped(slot, says[slot.name], moved)
                self._letters.merge(letters)
            parts.append(drawn)
        self._file.put_stream(bound.sheaf.stamps[place], stream_body(b"".join(parts), plain=True))

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

    def _write_fonts(self) -> None:
        """The resources that all pages and fields share."""
        fonts = {
            face.name: reference(embedded_font(self._file, face, glyphs))
            for face, glyphs in printed_letters(tuple(self._forms))
        }
        fonts |= {
            stamp_alias(face).decode(): reference(embedded_font(self._file, face, glyphs))
            for face, glyphs in self._letters.faces()
        }
        self._file.put(RESOURCES, dictionary({"Font": dictionary(fonts)}))

    def _write_catalog(self) -> int:
        form = self._fields.finish()
        outline = self._file.last + 1
        marks = navigation.outline(navigation.bookmarks(self._volume), outline)
        self._file.put_block(marks.block)
        self._file.reserve(marks.size)
        several = len(self._openings) > 1
        return self._file.add(
            dictionary(
                {
                    "Type": b"/Catalog",
                    "Pages": reference(TREE),
                    "Lang": b"(zh-CN)",
                    "ViewerPreferences": b"<</DisplayDocTitle true/PrintScaling/None/Duplex/DuplexFlipLongEdge>>",
                    "PageMode": b"/UseOutlines" if several else None,
                    "Outlines": reference(outline),
                    "Names": dictionary({"Dests": navigation.named_places(self._gatherings, self._pages)}),
                    "PageLabels": navigation.page_labels(self._gatherings),
                    "AcroForm": reference(form) if form else None,
                }
            )
        )

    def _write_info(self) -> int:
        date = text(f"D:{self._volume.issued.replace('-', '')}000000+08'00'")
        entries = {
            "Title": text(self._volume.title),
            "Author": text(self._volume.author),
            "Subject": text(self._volume.subject),
            "Creator": text("支部标准化工具箱"),
            "Producer": b"(zhibu)",
            "CreationDate": date,
            "ModDate": date,
        }
        return self._file.add(dictionary(entries))


@lru_cache(maxsize=4096)
def slots_on(compiled: CompiledForm, index: int) -> tuple[SlotBox, ...]:
    """The slots of a form's page."""
    return tuple(slot for slot in compiled.slots if slot.page == index)


@lru_cache(maxsize=4096)
def stamped(slot: SlotBox, says: str, shift: tuple[float, float]) -> tuple[bytes, Letters]:
    """A slot's text as operators, and its letters."""
    letters = Letters()
    return slot_text(slot, says, slot.rect.moved(shift), letters), letters


@lru_cache(maxsize=64)
def printed_letters(forms: tuple[CompiledForm, ...]) -> tuple[tuple[Face, tuple[Glyph, ...]], ...]:
    """The letters that the pages of some forms are printed with."""
    letters = Letters()
    for form in forms:
        for face, glyphs in form.glyphs.items():
            letters.add(face, glyphs)
    return letters.faces()
