"""Reading a filled book that LibreOffice saved as OpenDocument: by bookmarks, and by table position."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

from generators.collect.bounds import OVERLAPS
from generators.collect.markup import parsed
from generators.collect.office_guard import check_odt, check_odt_story
from generators.collect.tables import MOST_ROWS, Cell, read_rows
from generators.collect.values import ticked
from generators.hostile import HostileFileError
from generators.model.form import FieldKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generators.archive import Archive
    from generators.collect.found import Answer, Found
    from generators.collect.names import FieldNames

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_LOEXT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"

_CHARACTERS = {f"{_TEXT}p": "\n", f"{_TEXT}h": "\n", f"{_TEXT}line-break": "\n", f"{_TEXT}tab": "\t"}
_UNSEEN = (f"{_TEXT}tracked-changes", f"{_TEXT}note", f"{_OFFICE}annotation", f"{_TEXT}sequence-decls")
_SPACES_LIMIT = 1000
_HEAD_LIMIT = 200
_RUNNING_HEAD = re.compile(r"(.+?)\t([0-9]{4})年度")
_IDENTITY_LINE = re.compile(r"党支部：(.*?)\s*年度：\s*([0-9]{4})?\s*")


@dataclass
class _Marked:
    """What stands between the two ends of a bookmark."""

    cell: etree._Element | None
    pieces: list[str] = field(default_factory=list)
    placeholder: bool = False
    checked: bool = False

    def answer(self, kind: FieldKind) -> Answer:
        text = "".join(self.pieces).strip("\n")
        if kind in {FieldKind.CHECKBOX, FieldKind.CHOICES}:
            tick = ticked(text)
            return self.checked if tick is None else tick
        return "" if self.placeholder else text


def read_odt(archive: Archive, names: FieldNames, found: Found) -> None:
    """Add everything that stands in the file.

    Raises:
        HostileFileError: the file is damaged or carries what a filled form never carries.
    """
    check_odt(archive)
    content = parsed(archive, "content.xml")
    styles = parsed(archive, "styles.xml") if "styles.xml" in archive.names else None
    for story in (content, styles):
        if story is not None:
            check_odt_story(story)
            for element in list(story.iter(*_UNSEEN)):
                _remove(element)
    cells = _read_bookmarks(content, names, found)
    _read_tables(content, cells, names, found)
    heads = [] if styles is None else list(styles.iter(f"{_STYLE}header"))
    _read_identity([*heads, *content.iter(f"{_TEXT}p")], found)


def _read_bookmarks(content: etree._Element, names: FieldNames, found: Found) -> dict[etree._Element, list[str]]:
    """Add the fields; table cell → names of the fields in it."""
    cells: dict[etree._Element, list[str]] = {}
    open_marks: dict[str, _Marked] = {}
    for element, text in _pieces(content):
        if element.tag == f"{_TEXT}bookmark-start":
            cell = next(element.iterancestors(f"{_TABLE}table-cell"), None)
            open_marks.setdefault(element.get(f"{_TEXT}name", ""), _Marked(cell))
            if len(open_marks) > OVERLAPS:
                raise HostileFileError("文件里的书签互相套叠，不予读取")
        elif element.tag == f"{_TEXT}bookmark-end":
            marked = open_marks.pop(element.get(f"{_TEXT}name", ""), None)
            name = names.of_bookmark(element.get(f"{_TEXT}name", ""))
            place = names.place(name) if name else None
            if marked and name and place:
                found.add(name, marked.answer(place.spec.kind))
                if marked.cell is not None:
                    cells.setdefault(marked.cell, []).append(name)
        for marked in open_marks.values():
            marked.pieces.append(text)
            if element.tag == f"{_LOEXT}content-control":
                marked.placeholder |= element.get(f"{_LOEXT}showing-place-holder") == "true"
                marked.checked |= element.get(f"{_LOEXT}checked") == "true"
    return cells


def _read_tables(
    content: etree._Element, cells: dict[etree._Element, list[str]], names: FieldNames, found: Found
) -> None:
    """Add what stands below the anchors of tables and has no bookmark."""
    looked_at: set[str] = set()
    for mark in content.iter(f"{_TEXT}bookmark", f"{_TEXT}bookmark-start"):
        name = names.of_bookmark(mark.get(f"{_TEXT}name", ""))
        anchored = names.anchored(name) if name else None
        row = next(mark.iterancestors(f"{_TABLE}table-row"), None)
        table = next(mark.iterancestors(f"{_TABLE}table"), None)
        if name is None or anchored is None or row is None or table is None or anchored.table.cards:
            continue
        if name in looked_at:
            continue
        looked_at.add(name)
        rows = list(table.iter(f"{_TABLE}table-row"))
        after = rows.index(row) + 1
        below = [list(r.iterchildren(f"{_TABLE}table-cell")) for r in rows[after : after + MOST_ROWS]]
        if not all(any(cell in cells for cell in r) for r in below):
            named = [[Cell(_shown(cell), tuple(cells.get(cell, ()))) for cell in r] for r in below]
            read_rows(anchored, named, names, found)


def _read_identity(paragraphs: Iterable[etree._Element], found: Found) -> None:
    """Branch and year from the page heads, or from the line on a single form."""
    for paragraph in paragraphs:
        text = _shown(paragraph)
        if len(text) > _HEAD_LIMIT:
            continue
        match = _RUNNING_HEAD.match(text) or _IDENTITY_LINE.fullmatch(text)
        if match:
            found.branch, found.year = match[1], match[2] or ""
            return


def _shown(element: etree._Element) -> str:
    return "".join(text for _, text in _pieces(element)).strip("\n")


def _pieces(element: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """Every element in order with the text that begins with it, and again with the text that follows it."""
    for event, inner in etree.iterwalk(element, events=("start", "end")):
        if event == "start":
            yield inner, _character(inner) + (inner.text or "")
        elif inner is not element and inner.tail:
            yield element, inner.tail


def _character(element: etree._Element) -> str:
    if element.tag == f"{_TEXT}s":
        count = element.get(f"{_TEXT}c", "1")
        return " " * (min(int(count), _SPACES_LIMIT) if count.isascii() and count.isdigit() else 1)
    return _CHARACTERS.get(element.tag, "")


def _remove(element: etree._Element) -> None:
    """Take an element out; the text behind it stays."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    parent.remove(element)
