"""Binding a volume: its pages in order, each with its stamped text and fields, as one PDF file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generators.pdf import navigation
from generators.pdf.contents import SLOT, contents_lines, contents_pages, draw_contents, has_contents
from generators.pdf.drawing import slot_text
from generators.pdf.fields import Fields
from generators.pdf.fonts import embedded_font
from generators.pdf.glyphs import Letters
from generators.pdf.syntax import array, dictionary, numbers, rectangle, reference, text
from generators.pdf.volume import Leaf
from generators.pdf.writer import PdfFile
from generators.problems import ZhibuError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generators.pdf.compiled import Rect, SlotBox
    from generators.pdf.contents import Line
    from generators.pdf.volume import Volume


def bind(volume: Volume) -> bytes:
    """The volume as a PDF file; the same volume gives the same bytes.

    Raises:
        ZhibuError: known values do not fit; all of them at once.
    """
    return _Binder(volume).bound()


class _Binder:
    """One volume on its way into a file."""

    def __init__(self, volume: Volume) -> None:
        self._volume = volume
        self._lines = contents_lines(volume)
        self._leaves, self._contents = _leaves(volume, self._lines)
        self._file = PdfFile()
        self._letters = Letters()
        self._pages = {leaf.number: self._file.reserve() for leaf in self._leaves}
        self._openings = {leaf.copy.prefix: leaf.number for leaf in self._leaves if leaf.opening}
        self._tree = self._file.reserve()
        self._resources = self._file.reserve()
        self._fields = Fields(self._file, self._letters, self._resources)

    def bound(self) -> bytes:
        for leaf in self._leaves:
            self._write_page(leaf)
        if self._fields.problems:
            raise ZhibuError("\n".join(self._fields.problems))
        kids = array(reference(page) for page in self._pages.values())
        count = b"%d" % len(self._leaves)
        self._file.put(self._tree, dictionary({"Type": b"/Pages", "Kids": kids, "Count": count}))
        self._write_fonts()
        return self._file.to_bytes(root=self._write_catalog(), info=self._write_info())

    def _write_page(self, leaf: Leaf) -> None:
        page = leaf.copy.compiled.pages[leaf.index]
        for face, glyphs in leaf.copy.compiled.glyphs.items():
            self._letters.add(face, glyphs)
        stamped, links = self._stamp(leaf)
        contents = [
            self._file.stream(b"q" if leaf.shift == (0, 0) else b"q 1 0 0 1 %s cm" % numbers(leaf.shift)),
            self._file.stream(page.content, deflated=True),
            self._file.stream(b"Q\n" + stamped),
        ]
        fields = [f for f in leaf.copy.compiled.fields if f.page == leaf.index]
        obj = self._pages[leaf.number]
        annotations = [self._link(prefix, place) for prefix, place in links]
        annotations += [self._fields.add(leaf.copy, field, leaf, obj) for field in fields]
        self._file.put(
            obj,
            dictionary(
                {
                    "Type": b"/Page",
                    "Parent": reference(self._tree),
                    "MediaBox": b"[0 0 %s]" % numbers((page.width, page.height)),
                    "Resources": reference(self._resources),
                    "Contents": array(map(reference, contents)),
                    "Annots": array(map(reference, annotations)) if annotations else None,
                    "Tabs": b"/S" if annotations else None,
                }
            ),
        )

    def _stamp(self, leaf: Leaf) -> tuple[bytes, list[tuple[str, Rect]]]:
        """What the slots of a page say, and the links among it."""
        parts: list[bytes] = []
        links: list[tuple[str, Rect]] = []
        for slot in leaf.copy.compiled.slots:
            if slot.page != leaf.index:
                continue
            rect = slot.rect.moved(leaf.shift)
            if slot.name == SLOT:
                lines = self._contents[leaf.number]
                drawn, links = draw_contents(lines, rect, slot.size, self._openings, self._letters)
                parts.append(drawn)
            else:
                parts.append(slot_text(slot, self._says(slot, leaf), rect, self._letters))
        return b"".join(parts), links

    def _says(self, slot: SlotBox, leaf: Leaf) -> str:
        return {
            "branch": self._volume.head,
            "mark": f"{self._volume.year}　{leaf.copy.compiled.form}",
            "title": leaf.copy.title,
            "folio": f"第 {leaf.number} 页　共 {len(self._leaves)} 页",
        }[slot.name]

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
        fonts = {face.name: reference(embedded_font(self._file, face, used)) for face, used in self._letters.faces()}
        self._file.put(self._resources, dictionary({"Font": dictionary(fonts)}))

    def _write_catalog(self) -> int:
        form = self._fields.finish()
        outline = navigation.write_outline(self._file, navigation.bookmarks(self._volume))
        several = len(self._openings) > 1
        return self._file.add(
            dictionary(
                {
                    "Type": b"/Catalog",
                    "Pages": reference(self._tree),
                    "Lang": b"(zh-CN)",
                    "ViewerPreferences": b"<</DisplayDocTitle true/PrintScaling/None/Duplex/DuplexFlipLongEdge>>",
                    "PageMode": b"/UseOutlines" if several else None,
                    "Outlines": reference(outline),
                    "Names": dictionary({"Dests": navigation.named_places(self._leaves, self._pages)}),
                    "PageLabels": navigation.page_labels(self._leaves),
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


def _leaves(volume: Volume, lines: Sequence[Line]) -> tuple[list[Leaf], Mapping[int, Sequence[Line]]]:
    """The pages in order, and what stands on those of the table of contents, by page number."""
    leaves: list[Leaf] = []
    contents: dict[int, Sequence[Line]] = {}
    for copy in volume.copies():
        indexes = list(range(len(copy.compiled.pages)))
        if has_contents(copy.compiled):
            listed = contents_pages(lines, copy.compiled)
            contents |= {len(leaves) + 1 + offset: page for offset, page in enumerate(listed)}
            indexes = [0] * len(listed)
        for offset, index in enumerate(indexes):
            leaves.append(Leaf(copy, index, len(leaves) + 1, opening=offset == 0))
    return leaves, contents
