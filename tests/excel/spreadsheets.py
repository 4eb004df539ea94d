"""Spreadsheets for the tests, written as branches write them."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

import xlsxwriter

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

HEAD = ("姓名", "性别", "民族", "出生年月", "学历", "入党时间", "转正时间", "联系电话", "党小组", "备注")
ZHANG = ("张示例", "男", "汉族", "1980-05", "大专", "2003-06-28", "2004-06-28", "13800001001", "第一党小组", "")
LI = ("李示例", "女", "回", "1991.3", "本科", "2026年6月28日", "预备", "13800001002", "第二党小组", "外出")
GROUPS = ("第一党小组", "第二党小组")


def xlsx(sheets: Mapping[str, Sequence[Sequence[str | float | date]]]) -> bytes:
    """A workbook with these rows; dates become Excel dates."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True, "default_date_format": "yyyy/m/d"}) as book:
        for title, rows in sheets.items():
            sheet = book.add_worksheet(title)
            for number, row in enumerate(rows):
                for column, value in enumerate(row):
                    write = sheet.write_string if isinstance(value, str) else sheet.write
                    write(number, column, value)
    return buffer.getvalue()


def roster(*rows: Sequence[Any], head: Sequence[str] = HEAD, sheet: str = "花名册") -> bytes:
    return xlsx({sheet: [head, *rows]})


def changed(row: Sequence[Any], **columns: Any) -> list[Any]:
    """A row with some columns exchanged, by heading."""
    return [columns.get(heading, value) for heading, value in zip(HEAD, row, strict=True)]


def repacked(content: bytes, parts: Mapping[str, bytes]) -> bytes:
    """A workbook with parts exchanged or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, part in parts.items():
            new.writestr(name, part)
    return out.getvalue()
