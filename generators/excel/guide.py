"""The first sheet of a workbook: what is in it, who fills what and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generators.excel.geometry import lines, points

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlsxwriter.worksheet import Worksheet

    from generators.excel.parts import Part
    from generators.excel.styles import Styles
    from generators.plan.book import BookPlan

_NOTES = (
    "本文件是工作实录里的宽表，每张表一个工作表，人员和已知的内容已填好，可以接着填。",
    "带下拉的格子请从下拉里选；日期写成 2027-3-5 的样子；金额、人数只写数字。标「*」的必填。",
    "合计由公式算出，不要改写。行不够时，在最后一行以上插入行。",
    "打印：已设好 A4 横向、每页重复表头，直接打印即可；签名栏打印后手写。",
    "本文件含党员个人信息，不公开、不外传，不发到互联网群组。",
)

_COLUMNS = ((30, 57.0), (26, 49.4), (40, 76.0))
"""Widths of the list's columns, in characters and in millimetres."""


def write_guide(sheet: Worksheet, styles: Styles, plan: BookPlan, parts: Sequence[Part]) -> None:
    """Instructions, and a list of the sheets with links to them."""
    last = len(_COLUMNS) - 1
    for index, (width, _) in enumerate(_COLUMNS):
        sheet.set_column(index, index, width)
    row = 0
    for text, style, height in (
        (f"{plan.title}　宽表", "title", 12.0),
        (f"{plan.owner.name}　　{plan.owner.year}年度", "text", 8.0),
        *((f"{number}．{note}", "text", 0.0) for number, note in enumerate(_NOTES, start=1)),
    ):
        sheet.merge_range(row, 0, row, last, "", styles[style])
        sheet.write_string(row, 0, text, styles[style])
        sheet.set_row(row, points(height or 2 + 5 * lines(text, sum(mm for _, mm in _COLUMNS))))
        row += 1
    for index, text in enumerate(("表（点击前往）", "谁填", "什么时候填")):
        sheet.write_string(row, index, text, styles["head"])
    sheet.set_row(row, points(8))
    for part in parts:
        row += 1
        name, form = part.name, part.entry.shape.form
        sheet.write_url(row, 0, f"internal:'{name}'!A1", styles["link"], name)
        sheet.write_string(row, 1, form.filled_by, styles["wide"])
        sheet.write_string(row, 2, form.when, styles["wide"])
        high = max(lines(text, mm) for text, (_, mm) in zip((name, form.filled_by, form.when), _COLUMNS, strict=True))
        sheet.set_row(row, points(3 + 5 * high))
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.print_area(0, 0, row, last)
