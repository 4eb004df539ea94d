"""The roster's template: an empty list with drop-downs, an example, and how to fill each column."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from generators.excel.book import opened
from generators.excel.columns import COLUMNS, EDUCATION
from generators.excel.entry import drop_down
from generators.excel.geometry import points
from generators.excel.roster import MAX_MEMBERS
from generators.excel.styles import Styles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlsxwriter.worksheet import Worksheet

    from generators.excel.columns import Column

SHEET = "花名册"
_LINED_ROWS = 60
_FIRST_ROW = 2
"""Title and headings come first."""

_NOTES = (
    "在「花名册」工作表里一人一行填写，正式、预备党员都写；「示例」工作表只是样子，不会导入。",
    "带「*」的列必填，其余可以空着。列可以增减、换次序，表头的字不要改。",
    "日期写成 1980-05 或 2008-06-30 的样子；入党日期、转正日期要写到日。",
    "更新已有的花名册时：空着的格子不改动原有内容；要去掉原有内容，写「无」；表里没有的人会从花名册里去掉。",
    "身份证号只取后四位；填了全号，也只有后四位会被保存。",
    "本文件含个人信息，导入后请妥善保管或删除，不要发到互联网群组。",
)


def roster_template(issued: str, groups: Sequence[str] = ()) -> bytes:
    """An empty roster as .xlsx, to be filled in and imported.

    Args:
        issued: Date of the content, YYYY-MM-DD, for the file's properties.
        groups: The branch's party groups, offered as a drop-down.
    """
    buffer = io.BytesIO()
    with opened(buffer, "党员花名册", issued) as book:
        styles = Styles(book)
        _roster(book.add_worksheet(SHEET), styles, groups)
        _example(book.add_worksheet("示例"), styles)
        _instructions(book.add_worksheet("填写说明"), styles)
    return buffer.getvalue()


def _roster(sheet: Worksheet, styles: Styles, groups: Sequence[str]) -> None:
    _head(sheet, styles, "党员花名册（填好后导入；怎么填见「填写说明」）")
    for row in range(_FIRST_ROW, _FIRST_ROW + _LINED_ROWS):
        for index in range(len(COLUMNS)):
            sheet.write_blank(row, index, None, styles["cell"])
        sheet.set_row(row, points(7))
    for index, column in enumerate(COLUMNS):
        rule = _rule(column, groups) | {"input_title": column.heading, "input_message": column.help}
        sheet.data_validation(_FIRST_ROW, index, _FIRST_ROW + MAX_MEMBERS - 1, index, {"validate": "any", **rule})
    sheet.ignore_errors({"number_stored_as_text": f"A{_FIRST_ROW + 1}:Z{_FIRST_ROW + MAX_MEMBERS}"})
    sheet.freeze_panes(_FIRST_ROW, 1)
    _for_print(sheet)


def _rule(column: Column, groups: Sequence[str]) -> dict[str, object]:
    if column.key == "education":
        return {**drop_down(EDUCATION), "error_type": "information"}
    if column.key == "group" and groups:
        return drop_down(tuple(groups))
    if column.choices:
        return drop_down(column.choices)
    return {
        "validate": "length",
        "criteria": "<=",
        "value": column.max,
        "error_type": "warning",
        "error_title": "写长了",
        "error_message": f"最多 {column.max} 个字。",
    }


def _example(sheet: Worksheet, styles: Styles) -> None:
    _head(sheet, styles, "示例（人员是虚构的，本工作表不会导入）")
    people = ([column.example for column in COLUMNS], [column.probationary for column in COLUMNS])
    for row, person in enumerate(people, start=_FIRST_ROW):
        for index, text in enumerate(person):
            sheet.write_string(row, index, text, styles["cell"])
        sheet.set_row(row, points(7))
    _for_print(sheet)


def _instructions(sheet: Worksheet, styles: Styles) -> None:
    sheet.set_column(0, 0, 18)
    sheet.set_column(1, 1, 60)
    sheet.set_column(2, 2, 50)
    sheet.merge_range(0, 0, 0, 2, "", styles["title"])
    sheet.write_string(0, 0, "填写说明", styles["title"])
    sheet.set_row(0, points(11))
    row = 0
    for row, note in enumerate(_NOTES, start=1):
        sheet.merge_range(row, 0, row, 2, "", styles["text"])
        sheet.write_string(row, 0, f"{row}．{note}", styles["text"])
        sheet.set_row(row, points(7))
    row += 1
    for index, text in enumerate(("列", "怎么填", "也认得的表头")):
        sheet.write_string(row, index, text, styles["head"])
    for column in COLUMNS:
        row += 1
        sheet.write_string(row, 0, _heading(column), styles["wide"])
        sheet.write_string(row, 1, column.help, styles["wide"])
        sheet.write_string(row, 2, "、".join(column.aliases), styles["wide"])
        sheet.set_row(row, points(12 if len("、".join(column.aliases)) > 25 else 7))
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 1)


def _head(sheet: Worksheet, styles: Styles, title: str) -> None:
    sheet.merge_range(0, 0, 0, len(COLUMNS) - 1, "", styles["title"])
    sheet.write_string(0, 0, title, styles["title"])
    sheet.set_row(0, points(11))
    for index, column in enumerate(COLUMNS):
        sheet.write_string(1, index, _heading(column), styles["head"])
        sheet.set_column(index, index, column.width, styles["cell_free"])
    sheet.set_row(1, points(9))


def _heading(column: Column) -> str:
    return f"{column.heading}{'*' if column.required else ''}"


def _for_print(sheet: Worksheet) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.set_margins(left=0.47, right=0.47, top=0.6, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(1)
