"""Parsing XML that somebody sent in: no document types, no entities, nothing fetched, no bottomless nesting."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

from lxml import etree

from generators.hostile import HostileFileError, shown

if TYPE_CHECKING:
    from generators.archive import Archive


_TAGS = 3_000_000
"""A full book that LibreOffice saved has a third of it."""


def parsed(archive: Archive, name: str) -> etree._Element:
    """The root of a part of the archive.

    Raises:
        HostileFileError: the part is missing, is no XML, or declares a document type or entities.
    """
    # One encoding for the check and for the parser: a declared one could say something else to each of them.
    text = _utf8(archive.read(name), name)
    if text.count(b"<") > _TAGS:
        raise HostileFileError(f"{shown(name)} 的内容远多于正常文件，不予读取")
    if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
        raise HostileFileError(f"{shown(name)} 带有文档类型或实体定义，不予读取")
    try:
        return etree.fromstring(text, _parser())
    except (etree.XMLSyntaxError, ValueError):
        raise HostileFileError(f"{shown(name)} 不是正常的 XML，文件可能损坏；请在 Word、WPS 里另存一份再交") from None


def local_name(element: etree._Element) -> str:
    """The name without its namespace."""
    return etree.QName(element).localname


def _utf8(content: bytes, name: str) -> bytes:
    try:
        if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return content.decode("utf-16").encode()
        return content.removeprefix(codecs.BOM_UTF8).decode().encode()
    except UnicodeError:
        raise HostileFileError(f"{shown(name)} 的文字编码不正常，不予读取") from None


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
