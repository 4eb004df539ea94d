"""Reading a filled Word file: by tags, by bookmarks where an editor dropped the tags, by position in tables."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from generators.collect.bounds import OVERLAPS
from generators.collect.docx_text import Field, W, remove_revisions, shown
from generators.collect.markup import parsed
from generators.collect.office_guard import check_docx, check_docx_story
from generators.collect.tables import MOST_ROWS, Cell, read_rows
from generators.hostile import HostileFileError

if TYPE_CHECKING:
    from lxml import etree

    from generators.archive import Archive
    from generators.collect.found import Found
    from generators.collect.names import FieldNames

_RUNNING = re.compile(r"word/(header|footer)\d*\.xml")
_IDENTITY = {"branch.name": "branch", "year": "year"}
"""Tag of a control in the page head → what it says."""
_TITLES = {"党组织全称": "branch", "年度": "year"}
"""Title of the same controls, which remains when the tag is lost; in tables, fields may bear the same title."""


def read_docx(archive: Archive, names: FieldNames, found: Found) -> None:
    """Add everything that stands in the file.

    Raises:
        HostileFileError: the file is damaged or carries what a filled form never carries.
    """
    check_docx(archive)
    document = parsed(archive, "word/document.xml")
    stories = [document, *(parsed(archive, name) for name in sorted(archive.names) if _RUNNING.fullmatch(name))]
    for story in stories:
        check_docx_story(story)
        remove_revisions(story)
    _Body(document, names, found).read()
    for story in (*stories[1:], document):
        _read_identity(story, found)


class _Body:
    """The document's story: which elements hold which field."""

    def __init__(self, document: etree._Element, names: FieldNames, found: Found) -> None:
        self._document = document
        self._names = names
        self._found = found
        self._cells: dict[etree._Element, list[str]] = {}
        """Table cell → names of the fields in it."""
        self._again: list[Field] = []
        """Fields under a name that came before, as in a row that was copied."""

    def read(self) -> None:
        controls = list(self._controls())
        seen: set[str] = set()
        for field in controls:
            self._note(field, seen)
        marked = self._bookmarked(seen)
        for field in marked:
            self._note(field, seen)
        rescued = self._read_tables()
        for field in self._again:
            if field.cell is None or field.cell.getparent() not in rescued:
                self._found.add(field.name, field.answer(self._names))

    def _note(self, field: Field, seen: set[str]) -> None:
        if field.name in seen:
            self._again.append(field)
            return
        seen.add(field.name)
        self._found.add(field.name, field.answer(self._names))
        if field.cell is not None:
            self._cells.setdefault(field.cell, []).append(field.name)

    def _controls(self) -> list[Field]:
        """The controls with a field's name in their tag, in order."""
        fields = []
        for control in self._document.iter(f"{W}sdt"):
            tag = control.find(f"{W}sdtPr/{W}tag")
            name = "" if tag is None else tag.get(f"{W}val", "")
            if self._names.is_name(name):
                if len(list(islice(control.iterancestors(f"{W}sdt"), OVERLAPS))) == OVERLAPS:
                    raise HostileFileError("文件里的内容控件互相套叠，不予读取")
                fields.append(Field.of_control(name, control))
        return fields

    def _bookmarked(self, seen: set[str]) -> list[Field]:
        """The fields known only by their bookmark, in order."""
        wanted: dict[str, str] = {}
        for start in self._document.iter(f"{W}bookmarkStart"):
            name = self._names.of_bookmark(start.get(f"{W}name", ""))
            if name and name not in seen and self._names.place(name):
                wanted.setdefault(start.get(f"{W}id", ""), name)
        return list(Field.of_bookmarks(wanted, self._document)) if wanted else []

    def _read_tables(self) -> set[etree._Element]:
        """Rows below each anchor; the rows that were looked at."""
        rescued: set[etree._Element] = set()
        looked_at: set[str] = set()
        for start in self._document.iter(f"{W}bookmarkStart"):
            name = self._names.of_bookmark(start.get(f"{W}name", ""))
            anchored = self._names.anchored(name) if name else None
            row = next(start.iterancestors(f"{W}tr"), None)
            if name is None or anchored is None or row is None or anchored.table.cards or name in looked_at:
                continue
            looked_at.add(name)
            below = list(islice(row.itersiblings(f"{W}tr"), MOST_ROWS))
            if all(self._named(sibling) for sibling in below):
                continue
            rows = [self._row(sibling) for sibling in below]
            rescued.update(below[: read_rows(anchored, rows, self._names, self._found)])
        return rescued

    def _named(self, row: etree._Element) -> bool:
        return any(cell in self._cells for cell in row.iterchildren(f"{W}tc"))

    def _row(self, row: etree._Element) -> list[Cell]:
        cells = row.iter(f"{W}tc")
        return [Cell(shown(cell), tuple(self._cells.get(cell, ()))) for cell in cells]


def _read_identity(story: etree._Element, found: Found) -> None:
    """Branch and year, from the first controls that say them."""
    if found.branch and found.year:
        return
    for control in story.iter(f"{W}sdt"):
        tag, title = control.find(f"{W}sdtPr/{W}tag"), control.find(f"{W}sdtPr/{W}alias")
        what = _IDENTITY.get("" if tag is None else tag.get(f"{W}val", ""))
        if tag is None and title is not None and next(control.iterancestors(f"{W}tc"), None) is None:
            what = _TITLES.get(title.get(f"{W}val", ""))
        if what == "branch":
            found.branch = found.branch or shown(control)
        elif what == "year":
            found.year = found.year or shown(control)
