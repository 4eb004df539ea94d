"""A filled book of any kind → its record."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from generators.archive import Archive
from generators.collect.bounds import FILE_LIMIT
from generators.collect.docx import read_docx
from generators.collect.found import Found
from generators.collect.names import FieldNames
from generators.collect.odt import read_odt
from generators.collect.pdf import read_pdf
from generators.collect.record import Origin, Record, Unread
from generators.collect.values import cleaned, understood
from generators.hostile import MEBIBYTE, HostileFileError
from generators.model.form import FieldKind
from generators.problems import ZhibuError, listed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generators.collect.names import Place
    from generators.collect.record import Value
    from generators.model.form import Form

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PDF_HEAD = 1024
"""Readers accept a PDF whose first line stands this far into the file (ISO 32000-1, annex H)."""
_ODT_TYPE = b"application/vnd.oasis.opendocument.text"
_BRANCH, _YEAR = "branch.name", "year"
"""What the fields that say whose book it is are pre-filled from."""


def read_filled(content: bytes, forms: Mapping[str, Form]) -> Record:
    """The record of a filled book or form. Nothing in the file is executed and nothing is fetched.

    Args:
        content: The file: a .docx of ours, the same saved by another editor, an .odt made of it, or a PDF of ours.
        forms: Form id → form, as the library has them; they say what the names in the file mean.

    Raises:
        HostileFileError: the file is damaged, locked, or carries what a filled form never carries.
        ZhibuError: the file is of another kind, or no form of ours.
    """
    if len(content) > FILE_LIMIT:
        raise HostileFileError(f"文件有 {len(content) // MEBIBYTE} MB，远大于填好的实录，不予读取")
    names, found = FieldNames(forms), Found()
    origin = _read(content, names, found)
    if not found.answers:
        raise ZhibuError("文件里没有找到本工具表样的任何字段，请确认交的是填好的工作实录或单张表")
    return _Reading(names, found).record(origin)


def _read(content: bytes, names: FieldNames, found: Found) -> Origin:
    if content.startswith(_OLE):
        raise HostileFileError("这是旧版的 .doc 文件，或者加了密码，不予读取；请另存为“Word 文档（.docx）”再交")
    if b"%PDF-" in content[:_PDF_HEAD] and not content.startswith(b"PK"):
        read_pdf(content, names, found)
        return Origin.PDF
    if not content.startswith(b"PK\x03\x04"):
        raise ZhibuError("不是 Word（.docx）、OpenDocument（.odt）或 PDF 文件，读不了")
    archive = Archive(content)
    if "[Content_Types].xml" in archive.names:
        read_docx(archive, names, found)
        return Origin.DOCX
    if "mimetype" in archive.names and archive.read("mimetype").strip() == _ODT_TYPE:
        read_odt(archive, names, found)
        return Origin.ODT
    raise ZhibuError("压缩包里不是 Word（.docx）或 OpenDocument（.odt）文档，读不了")


class _Reading:
    """From what was found to what it means."""

    def __init__(self, names: FieldNames, found: Found) -> None:
        self._names = names
        self._found = found
        self._values: dict[str, Value] = {}
        self._fields: set[str] = set()
        self._unread: list[Unread] = []
        self._identity: dict[str, str] = {}

    def record(self, origin: Origin) -> Record:
        strangers: dict[str, list[str]] = {}
        for name, answer in self._found.answers.items():
            place = self._names.place(name)
            if place is None:
                strangers.setdefault(name.partition(".")[0], []).append(name)
            else:
                self._take(place, answer)
        for form, unknown in strangers.items():
            why = "表样里没有这些字段" if self._names.knows_form(form) else "内容库里没有这张表"
            self._unread.append(Unread(form, f"{why}，没有读：{listed(unknown, 6)}"))
        for copy, count in self._found.repeated.items():
            self._unread.append(Unread(copy, f"有 {count} 个字段在文件里出现两次而内容不同，只读了第一次"))
        self._unread += self._found.unread
        branch, year = self._branch(), self._year()
        return Record(origin, branch, year, self._values, frozenset(self._fields), tuple(self._unread))

    def _take(self, place: Place, answer: str | bool) -> None:  # noqa: FBT001 - an answer is a text or a tick
        self._fields.add(place.question)
        if place.choice is not None:
            if answer:
                chosen = self._values.get(place.question, ())
                self._values[place.question] = (*(chosen if isinstance(chosen, tuple) else ()), place.choice)
        elif place.spec.kind is FieldKind.CHECKBOX:
            self._values[place.question] = bool(answer)
        else:
            value, complaint = understood(place.spec, str(answer))
            if complaint:
                self._unread.append(Unread(place.question, complaint))
            if value:
                self._values[place.question] = value
                if place.spec.source in {_BRANCH, _YEAR}:
                    self._identity.setdefault(place.spec.source, value)

    def _branch(self) -> str | None:
        branch = cleaned(self._found.branch) or self._identity.get(_BRANCH)
        if not branch:
            self._unread.append(Unread("", "没有找到党组织名称"))
        return branch or None

    def _year(self) -> int | None:
        for text in (self._found.year, self._identity.get(_YEAR, "")):
            match = re.search(r"[0-9]{4}", unicodedata.normalize("NFKC", text))
            if match:
                return int(match[0])
        self._unread.append(Unread("", "没有找到年度"))
        return None
