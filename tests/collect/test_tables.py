"""Rows that people copied, added or pasted, and rows whose names an editor lost."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

import pytest

from generators import word
from generators.collect import read_filled
from tests.collect.filling import W, fill_docx, type_into, with_document
from tests.collect.hostile import marked, odt

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml import etree

    from generators.model.library import Library


@pytest.fixture(scope="module")
def roster(library: Library) -> bytes:
    blank = word.single_form(library.form["R14"], library.publication)
    return fill_docx(blank, {"R14.01.members.01.name": "赵示例", "R14.01.members.02.name": "钱示例"})


def rows(root: etree._Element) -> list[etree._Element]:
    """The rows of the table, its head first."""
    table = next(root.iter(f"{W}tbl"))
    return list(table.iter(f"{W}tr"))


def changed(docx: bytes, change: Callable[[list[etree._Element]], None]) -> bytes:
    return with_document(docx, lambda root: change(rows(root)))


def type_into_row(row: etree._Element, name: str, sex: str) -> None:
    for control, value in zip(row.iter(f"{W}sdt"), (name, sex), strict=False):
        type_into(control, value)


def strip_names(root: etree._Element) -> None:
    """Take away tags and the bookmarks of fields, as pasting into a new table does; the head's bookmark stays."""
    for tag in list(root.iter(f"{W}tag")):
        tag.getparent().remove(tag)
    for mark in list(root.iter(f"{W}bookmarkStart")):
        if not mark.get(f"{W}name").endswith("_head"):
            mark.getparent().remove(mark)


def names_of(record_values: object, form: str = "R14.01.members") -> dict[str, object]:
    assert isinstance(record_values, dict)
    return {k.removeprefix(f"{form}."): v for k, v in record_values.items() if k.endswith(".name")}


def a_row_that_was_copied_gets_the_next_number(roster: bytes, library: Library) -> None:
    def copy(found: list[etree._Element]) -> None:
        twin = deepcopy(found[1])
        type_into_row(twin, "孙示例", "女")
        found[1].addnext(twin)

    record = read_filled(changed(roster, copy), library.form)
    last = library.form["R14"].blocks[0].table
    assert last is not None
    number = f"{last.rows.when_blank + 1:02d}"
    assert record.values["R14.01.members.01.name"] == "赵示例"
    assert record.values["R14.01.members.02.name"] == "钱示例"
    assert record.values[f"R14.01.members.{number}.name"] == "孙示例"
    assert record.values[f"R14.01.members.{number}.sex"] == "女"
    assert [unread.place for unread in record.unread] == ["", ""]


def a_row_without_names_is_read_by_its_position(roster: bytes, library: Library) -> None:
    record = read_filled(with_document(roster, strip_names), library.form)
    assert names_of(record.values) == {"01.name": "赵示例", "02.name": "钱示例"}


def a_single_row_without_names_keeps_its_number(roster: bytes, library: Library) -> None:
    record = read_filled(changed(roster, lambda found: strip_names(found[2])), library.form)
    assert names_of(record.values) == {"01.name": "赵示例", "02.name": "钱示例"}


def a_deleted_row_leaves_its_number_free(roster: bytes, library: Library) -> None:
    record = read_filled(changed(roster, lambda found: found[1].getparent().remove(found[1])), library.form)
    assert names_of(record.values) == {"02.name": "钱示例"}


def no_other_block_of_the_form_is_taken_for_a_row(library: Library) -> None:
    blank = word.single_form(library.form["R30"], library.publication)
    record = read_filled(with_document(blank, strip_names), library.form)
    assert record.values == {}


def a_table_of_an_odt_without_bookmarks_is_read_by_its_position(library: Library) -> None:
    table = library.form["R14"].blocks[0].table
    assert table is not None

    def cells(*texts: str) -> str:
        return "".join(f"<table:table-cell><text:p>{text}</text:p></table:table-cell>" for text in texts)

    heads = cells('序号<text:bookmark text:name="_F_R14_01_members_head"/>', *(c.label for c in table.columns))
    row = cells("1", "赵示例", "男", *("" for _ in table.columns[2:]))
    marked_row = cells("2", marked("_F_R14_01_members_02_name", "钱示例"), "女", *("" for _ in table.columns[2:]))
    lines = "".join(f"<table:table-row>{line}</table:table-row>" for line in (heads, row, marked_row))
    body = f"<table:table>{lines}</table:table>"
    record = read_filled(odt(body), library.form)
    assert {name.removeprefix("R14.01.members."): value for name, value in record.values.items()} == {
        "02.name": "钱示例",
        "01.name": "赵示例",
        "01.sex": "男",
        "02.sex": "女",
    }
