"""A .docx taken apart."""

from __future__ import annotations

import io
import zipfile
from functools import cached_property
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"


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

    @cached_property
    def by_tag(self) -> dict[str, etree._Element]:
        """The controls of the body in order."""
        return {tag_of(sdt): sdt for sdt in self.document.iter(f"{W}sdt")}

    def controls(self) -> list[etree._Element]:
        return list(self.document.iter(f"{W}sdt"))

    def control(self, tag: str) -> etree._Element:
        return self.by_tag[tag]

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
