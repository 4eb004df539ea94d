from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from generators.problems import ZhibuError
from generators.word.deflate import packed
from generators.word.package import About, Parts, package, template

if TYPE_CHECKING:
    from tests.word.opened import Opened


def members(docx: bytes) -> list[zipfile.ZipInfo]:
    return zipfile.ZipFile(io.BytesIO(docx)).infolist()


def the_archive_says_nothing_of_when_and_where_it_was_made(village_book: bytes) -> None:
    for member in members(village_book):
        assert member.date_time == (1980, 1, 1, 0, 0, 0)
        assert member.create_system == 0


def the_content_types_come_first_and_the_rest_in_order(village_book: bytes) -> None:
    first, *others = [member.filename for member in members(village_book)]
    assert first == "[Content_Types].xml"
    assert others == sorted(others)


def every_part_is_well_formed_and_has_a_content_type(opened: Opened) -> None:
    types = etree.fromstring(opened.files["[Content_Types].xml"])
    named = {e.get("PartName") for e in types if e.get("PartName")}
    for name, xml in opened.files.items():
        etree.fromstring(xml)
        assert f"/{name}" in named or name.endswith(".rels") or name == "[Content_Types].xml"


def every_relationship_leads_to_a_part(opened: Opened) -> None:
    for name, xml in opened.files.items():
        if name.endswith(".rels"):
            folder = name.split("_rels/")[0]
            for relationship in etree.fromstring(xml):
                assert folder + relationship.get("Target") in opened.files


def the_file_is_dated_by_its_content() -> None:
    docx = package({"word/document.xml": packed("<a/>")}, About("甲<乙", "丙&丁", "2026-11-22"))
    core = zipfile.ZipFile(io.BytesIO(docx)).read("docProps/core.xml").decode()
    assert core.count("2026-11-22T00:00:00Z") == 2
    assert "甲&lt;乙" in core
    assert "丙&amp;丁" in core


def equal_running_heads_are_stored_once() -> None:
    parts = Parts()
    assert parts.add("footer", ("<a/>",)) == parts.add("footer", ("<a/>",))
    assert parts.add("header", ("<a/>",)) != parts.add("footer", ("<a/>",))
    assert [name for _, _, name, _ in parts.named()] == ["footer1.xml", "header2.xml"]


def a_missing_template_is_named() -> None:
    with pytest.raises(ZhibuError, match=r"templates/word/none\.xml"):
        template("none.xml")
