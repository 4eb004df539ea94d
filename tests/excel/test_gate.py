from __future__ import annotations

import io
import zipfile

import pytest

from generators.excel import gate, read_roster
from generators.problems import ZhibuError
from tests.excel.spreadsheets import GROUPS, HEAD, ZHANG, repacked, roster

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2048)
SHEET = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>%s</sheetData></worksheet>'
CELL = b'<c r="%s" t="inlineStr"><is><t>x</t></is></c>'


def good() -> bytes:
    return roster(ZHANG)


def with_sheet(cells: bytes) -> bytes:
    return repacked(good(), {"xl/worksheets/sheet1.xml": SHEET % cells})


def twice() -> bytes:
    buffer = io.BytesIO(good())
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    return buffer.getvalue()


def locked() -> bytes:
    content = bytearray(good())
    at = content.find(b"PK\x01\x02")
    content[at + 8] |= 1
    return bytes(content)


def lying_about_its_size() -> bytes:
    """The listing says one byte; the part holds many."""
    content = bytearray(repacked(good(), {"xl/big.xml": b"a" * 1_000_000}))
    at = content.rfind(b"PK\x01\x02")
    content[at + 24 : at + 28] = (1).to_bytes(4, "little")
    return bytes(content)


def cut_short() -> bytes:
    return good()[:-200]


def ods(body: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", b"<table:table>" + body + b"</table:table>")
    return out.getvalue()


def packed_oddly() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("[Content_Types].xml", b"<Types/>")
    return out.getvalue()


def link_elsewhere() -> bytes:
    out = io.BytesIO()
    entry = zipfile.ZipInfo("xl/workbook.xml")
    entry.external_attr = 0o120777 << 16
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(entry, b"/etc/passwd")
    return out.getvalue()


HOSTILE = {
    "nothing": (b"", "不是 Excel 文件"),
    "a text": ("姓名,性别\n张示例,男".encode(), "不是 Excel 文件"),
    "a PDF": (b"%PDF-1.7", "不是 Excel 文件"),
    "too many bytes": (b"PK\x03\x04" + bytes(gate.MAX_BYTES), "太大"),
    "an encrypted workbook": (OLE + "EncryptedPackage".encode("utf-16-le"), "加了密码"),
    "macros in an old workbook": (OLE + "_VBA_PROJECT_CUR".encode("utf-16-le"), "带宏"),
    "a broken old workbook": (OLE, "读不出来"),
    "macros": (repacked(good(), {"xl/vbaProject.bin": b"x"}), "带宏"),
    "a macro type without macros": (
        repacked(
            good(), {"[Content_Types].xml": b'<Types ct="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/>'}
        ),
        "带宏",
    ),
    "an encrypted entry": (locked(), "加了密码"),
    "an encrypted .ods": (repacked(good(), {"META-INF/manifest.xml": b"<m:encryption-data/>"}), "加了密码"),
    "an entry twice": (twice, "内部结构不正常"),
    "an entry that leaves the folder": (repacked(good(), {"../evil.xml": b"<a/>"}), "内部结构不正常"),
    "an entry packed as no editor packs": (packed_oddly(), "内部结构不正常"),
    "a link to elsewhere": (link_elsewhere(), "内部结构不正常"),
    "too many entries": (repacked(good(), {f"xl/{n}.xml": b"<a/>" for n in range(2001)}), "内部结构不正常"),
    "a document type": (repacked(good(), {"xl/workbook.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a/>'}), "内部结构不正常"),
    "another encoding": (repacked(good(), {"xl/workbook.xml": "<a/>".encode("utf-16")}), "内部结构不正常"),
    "a part that unpacks to much more": (repacked(good(), {"xl/big.xml": b"a" * 5_000_000}), "大得不正常"),
    "a size that is not true": (lying_about_its_size(), "已经损坏"),
    "a file cut short": (cut_short(), "已经损坏"),
    "a far cell": (
        with_sheet(b"<row r='1'>" + CELL % b"A1" + b"</row><row r='1048576'>" + CELL % b"XFD1048576" + b"</row>"),
        "太大（写到第 1048576 行、第 16384 列）",
    ),
    "no workbook inside": (ods(b"")[:0] + repacked(ods(b""), {"a.xml": b"<a/>"}), "读不出来"),
    "a repeated row": (
        ods(
            b'<table:table-row table:number-rows-repeated="100000"><table:table-cell table:number-columns-repeated="16000"><text:p>x</text:p></table:table-cell></table:table-row>'
        ),
        "太大",
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def it_refuses(name: str) -> None:
    content, said = HOSTILE[name]
    with pytest.raises(ZhibuError, match=said):
        read_roster(content() if callable(content) else content, "名单.xlsx", GROUPS)


def it_lets_a_workbook_with_pictures_in_without_them() -> None:
    content = repacked(good(), {"xl/media/image1.png": b"\x89PNG" * 100_000})
    clean = zipfile.ZipFile(io.BytesIO(gate.admitted(content, "名单.xlsx")))
    assert "xl/media/image1.png" not in clean.namelist()
    assert read_roster(content, "名单.xlsx", GROUPS).members[0].name == "张示例"


def it_counts_no_empty_rows_that_ods_repeats_to_the_end() -> None:
    full = b'<table:table-row table:number-rows-repeated="3"><table:table-cell><text:p>x</text:p></table:table-cell><table:table-cell table:number-columns-repeated="16000"/></table:table-row>'
    empty = b'<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    assert gate._ods_extent(b"<table:table>" + full + empty + b"</table:table>") == (3, 1)


def a_roster_with_a_long_head_passes() -> None:
    assert len(read_roster(roster(ZHANG, head=HEAD), "名单.xlsx", GROUPS).members) == 1
