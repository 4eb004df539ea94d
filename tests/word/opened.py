"""A .docx taken apart, and what must hold in any of them that the schema validators do not check."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"

SDT_ORDER = [
    "rPr",
    "alias",
    "tag",
    "id",
    "lock",
    "placeholder",
    "temporary",
    "showingPlcHdr",
    "dataBinding",
    "date",
    "dropDownList",
    "text",
    "checkbox",
]
"""The order that the schema (CT_SdtPr) and old versions of Word expect."""


class Opened:
    """The parts of a .docx."""

    def __init__(self, docx: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(docx)) as archive:
            self.files = {name: archive.read(name) for name in archive.namelist()}

    @cached_property
    def document(self) -> etree._Element:
        return etree.fromstring(self.files["word/document.xml"])

    def stories(self) -> Iterator[etree._Element]:
        """The body, and every header and footer."""
        yield self.document
        for name, xml in self.files.items():
            if name.startswith(("word/header", "word/footer")):
                yield etree.fromstring(xml)

    def controls(self) -> list[etree._Element]:
        return list(self.document.iter(f"{W}sdt"))

    def control(self, tag: str) -> etree._Element:
        return next(sdt for sdt in self.controls() if tag_of(sdt) == tag)

    def text(self, tag: str) -> str | None:
        """What a control holds; nothing while it shows its placeholder."""
        sdt = self.control(tag)
        return None if sdt.find(f"{W}sdtPr/{W}showingPlcHdr") is not None else text_of(sdt)

    def tags(self) -> list[str]:
        return [tag_of(sdt) for sdt in self.controls()]


def tag_of(sdt: etree._Element) -> str:
    return str(sdt.find(f"{W}sdtPr/{W}tag").get(f"{W}val"))


def text_of(element: etree._Element) -> str:
    return "".join("\n" if e.tag == f"{W}br" else e.text or "" for e in element.iter(f"{W}t", f"{W}br"))


def faults(docx: Opened) -> list[str]:
    """What the OpenXML validators let pass and office programs stumble over."""
    return [*_controls(docx), *_bookmarks(docx), *_grids(docx), *_runs(docx), *_links(docx)]


def _controls(docx: Opened) -> Iterator[str]:
    ids = Counter(e.get(f"{W}val") for story in docx.stories() for e in story.iter(f"{W}id"))
    yield from (f"control id {i} twice" for i, n in ids.items() if n > 1)
    placeholders = set(etree.fromstring(docx.files["word/glossary/document.xml"]).xpath("//*[local-name()='name']/@*"))
    for sdt in docx.controls():
        names = [etree.QName(child).localname for child in sdt.find(f"{W}sdtPr")]
        if names != sorted(names, key=SDT_ORDER.index):
            yield f"{tag_of(sdt)}: children in the order {names}"
        if len(tag_of(sdt)) > 64 or len(sdt.find(f"{W}sdtPr/{W}alias").get(f"{W}val")) > 64:
            yield f"{tag_of(sdt)}: tag or title too long"
        part = sdt.find(f"{W}sdtPr/{W}placeholder/{W}docPart")
        if part is not None and part.get(f"{W}val") not in placeholders:
            yield f"{tag_of(sdt)}: no glossary part for the placeholder"


def _bookmarks(docx: Opened) -> Iterator[str]:
    starts = list(docx.document.iter(f"{W}bookmarkStart"))
    ends = Counter(e.get(f"{W}id") for e in docx.document.iter(f"{W}bookmarkEnd"))
    names = Counter(e.get(f"{W}name") for e in starts)
    yield from (f"bookmark {name} twice" for name, n in names.items() if n > 1)
    yield from (f"bookmark {name} too long" for name in names if len(name) > 40)
    if ends != Counter(e.get(f"{W}id") for e in starts):
        yield "bookmarks not paired"


def _grids(docx: Opened) -> Iterator[str]:
    for table in docx.document.iter(f"{W}tbl"):
        grid = [int(c.get(f"{W}w")) for c in table.find(f"{W}tblGrid")]
        if min(grid) <= 0:
            yield f"empty column in {grid}"
        for row in table.iter(f"{W}tr"):
            at = 0
            for cell in row.iter(f"{W}tc"):
                span = cell.find(f"{W}tcPr/{W}gridSpan")
                columns = 1 if span is None else int(span.get(f"{W}val"))
                width = int(cell.find(f"{W}tcPr/{W}tcW").get(f"{W}w"))
                if sum(grid[at : at + columns]) != width:
                    yield f"cell of {width} over {grid[at : at + columns]}"
                at += columns
            if at != len(grid):
                yield f"row of {at} columns in a grid of {len(grid)}"


def _runs(docx: Opened) -> Iterator[str]:
    for story in docx.stories():
        for run in story.iter(f"{W}r"):
            if all(child.tag == f"{W}rPr" for child in run):
                yield "empty run"


def _links(docx: Opened) -> Iterator[str]:
    names = {e.get(f"{W}name") for e in docx.document.iter(f"{W}bookmarkStart")}
    for link in docx.document.iter(f"{W}hyperlink"):
        if link.get(f"{W}anchor") not in names:
            yield f"link to missing {link.get(f'{W}anchor')}"
