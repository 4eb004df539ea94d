"""What must hold in any .docx of ours and the schema validators do not check, or not everywhere."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from lxml import etree

from tests.word.opened import W, tag_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.word.opened import Opened

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

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


def faults(docx: Opened) -> list[str]:
    """What the OpenXML validators let pass and office programs stumble over."""
    checks = (_controls, _bookmarks, _grids, _merges, _runs, _links, _relations, _types)
    return [fault for check in checks for fault in check(docx)]


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


def _merges(docx: Opened) -> Iterator[str]:
    """A cell that goes on from the row above must have one above it that begins, at the same place."""
    for table in docx.document.iter(f"{W}tbl"):
        open_at: set[int] = set()
        for row in table.iter(f"{W}tr"):
            here: set[int] = set()
            at = 0
            for cell in row.iter(f"{W}tc"):
                span, merge = cell.find(f"{W}tcPr/{W}gridSpan"), cell.find(f"{W}tcPr/{W}vMerge")
                if merge is not None:
                    if merge.get(f"{W}val") is None and at not in open_at:
                        yield f"cell at {at} continues nothing"
                    here.add(at)
                at += 1 if span is None else int(span.get(f"{W}val"))
            open_at = here


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


def _relations(docx: Opened) -> Iterator[str]:
    """Every relationship a part names exists, and every one that exists leads to a part."""
    for name, xml in docx.files.items():
        folder, _, file = name.rpartition("/")
        rels = docx.files.get(f"{folder}/_rels/{file}.rels".lstrip("/"))
        known = {e.get("Id"): e.get("Target") for e in etree.fromstring(rels)} if rels else {}
        if not name.endswith(".rels") and name != "[Content_Types].xml":
            used = {value for e in etree.fromstring(xml).iter() for key, value in e.attrib.items() if key.startswith(R)}
            yield from (f"{name}: no relationship {identity}" for identity in used - known.keys())
        yield from (
            f"{name}: {target} is no part" for target in known.values() if f"{folder}/{target}" not in docx.files
        )


def _types(docx: Opened) -> Iterator[str]:
    """Every part has a content type, and every content type a part."""
    types = etree.fromstring(docx.files["[Content_Types].xml"])
    named = {e.get("PartName") for e in types if e.get("PartName")}
    parts = {f"/{name}" for name in docx.files if not name.endswith(".rels") and name != "[Content_Types].xml"}
    yield from (f"no content type for {name}" for name in sorted(parts - named))
    yield from (f"content type for missing {name}" for name in sorted(named - parts))
