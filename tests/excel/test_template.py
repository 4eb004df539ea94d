from __future__ import annotations

import io
import zipfile

from python_calamine import CalamineWorkbook

from generators.excel import roster_template
from generators.excel.columns import COLUMNS, column_called
from generators.model.branch import Member


def it_has_a_list_an_example_and_instructions() -> None:
    book = CalamineWorkbook.from_filelike(io.BytesIO(roster_template("2026-11-22")))
    assert book.sheet_names == ["花名册", "示例", "填写说明"]
    head = book.get_sheet_by_name("花名册").to_python()[1]
    assert head[:5] == ["姓名*", "党员类别", "性别*", "民族", "出生年月*"]


def it_offers_the_groups_of_the_branch() -> None:
    content = roster_template("2026-11-22", ["第一党小组", "第二党小组"])
    xml = zipfile.ZipFile(io.BytesIO(content)).read("xl/worksheets/sheet1.xml").decode()
    assert '<formula1>"第一党小组,第二党小组"</formula1>' in xml
    assert '<formula1>"正式,预备"</formula1>' in xml


def it_gives_the_same_bytes_again() -> None:
    assert roster_template("2026-11-22") == roster_template("2026-11-22")


def every_column_fills_a_key_of_a_member_and_knows_its_own_headings() -> None:
    assert [column.key for column in COLUMNS] == [key for key in Member.model_fields if key != "dues"]
    for column in COLUMNS:
        for heading in (column.heading, *column.aliases):
            assert column_called(heading) is column, heading
