"""The gate before a stranger's spreadsheet: what is oversized, locked, armed or malformed goes no further."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

from generators.archive import Archive
from generators.hostile import Fault, HostileFileError
from generators.problems import ZhibuError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

MAX_BYTES = 20_000_000
"""The largest file; a roster of 5,000 members is some 500,000 bytes."""

MAX_CELLS = 4_000_000
"""Rows times columns of one sheet, as far as anything is written in it."""

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_TO_ROW = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]{0,3})([0-9]{1,10})["']""")
_ODF_TAG = re.compile(rb"<(/?)(?:\w+:)?(table-row|table-cell|covered-table-cell|table)\b([^>]*)>")
_REPEATED = re.compile(rb"""number-(?:rows|columns)-repeated\s*=\s*["'](\d+)["']""")


def admitted(content: bytes, name: str) -> bytes:
    """The file's bytes as they may be opened: unpacked, looked through, and packed anew.

    What is opened is the copy made here, so that another reader of zip files cannot see other things than we did.

    Raises:
        ZhibuError: the file is refused; the sentence says why and what to do.
    """
    if len(content) > MAX_BYTES:
        raise ZhibuError(
            f"「{name}」太大（{len(content) // 1_000_000} MB），花名册文件不应超过 {MAX_BYTES // 1_000_000} MB"
        )
    if content.startswith(_ZIP):
        return _repacked(content, name)
    if content.startswith(_OLE):
        _look_through_ole(content, name)
        return content
    raise ZhibuError(f"「{name}」不是 Excel 文件，请用 Excel 或 WPS 打开，另存为「Excel 工作簿（.xlsx）」后再导入")


def refuse_size(rows: int, columns: int, name: str, sheet: str) -> None:
    """Refuse a sheet whose written part is larger than any roster.

    Raises:
        ZhibuError: it is.
    """
    if rows * columns > MAX_CELLS:
        raise ZhibuError(
            f"「{name}」的工作表「{sheet}」太大（写到第 {rows} 行、第 {columns} 列），请把党员名单复制到新表里再导入"
        )


def _look_through_ole(content: bytes, name: str) -> None:
    if _utf16("EncryptedPackage") in content:
        raise _locked(name)
    if _utf16("_VBA_PROJECT") in content:
        raise _armed(name)


def _repacked(content: bytes, name: str) -> bytes:
    """Only the parts that matter; pictures and the like are left behind."""
    out = io.BytesIO()
    try:
        archive = Archive(content)
        if any("vbaproject" in part.lower() or part.lower().startswith("basic/") for part in archive.names):
            raise _armed(name)
        with zipfile.ZipFile(out, "w") as clean:
            for part in archive.names:
                if part == "mimetype" or part.lower().endswith((".xml", ".rels")):
                    unpacked = archive.read(part)
                    _look_through_part(part, unpacked, name)
                    clean.writestr(zipfile.ZipInfo(part), unpacked)
    except HostileFileError as refused:
        raise _REFUSALS[refused.fault](name) from refused
    return out.getvalue()


def _look_through_part(part: str, unpacked: bytes, name: str) -> None:
    if b"\x00" in unpacked or b"<!DOCTYPE" in unpacked or b"<!ENTITY" in unpacked:
        raise _odd(name)
    if part == "[Content_Types].xml" and b"macroEnabled" in unpacked:
        raise _armed(name)
    if part == "META-INF/manifest.xml" and b"encryption-data" in unpacked:
        raise _locked(name)
    if part.startswith("xl/worksheets/"):
        rows, columns = _xlsx_extent(unpacked)
        refuse_size(rows, columns, name, part.rpartition("/")[2])
    if part == "content.xml":
        rows, columns = _ods_extent(unpacked)
        refuse_size(rows, columns, name, part)


def _xlsx_extent(sheet: bytes) -> tuple[int, int]:
    rows = columns = 1
    for letters, digits in _TO_ROW.findall(sheet):
        rows = max(rows, int(digits))
        if letters:
            columns = max(columns, _column_number(letters.decode().upper()))
    return rows, columns


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _ods_extent(content: bytes) -> tuple[int, int]:
    """How far the repeated rows and cells of a sheet reach; empty ones at the end do not count."""
    rows = columns = reached = at = row_times = width = 0
    for match in _ODF_TAG.finditer(content):
        closing, tag, attributes = match[1], match[2], match[3]
        empty_element = attributes.rstrip().endswith(b"/")
        times = int(found[1]) if (found := _REPEATED.search(attributes)) else 1
        if tag == b"table":
            reached = 0
        elif tag == b"table-row" and not closing:
            row_times, at, width = times, 0, 0
        elif tag in {b"table-cell", b"covered-table-cell"} and not closing:
            at += times
            width = width if empty_element and b"value" not in attributes else at
        if tag == b"table-row" and (closing or empty_element):
            reached += row_times
            if width:
                rows, columns = max(rows, reached), max(columns, width)
    return rows, columns


def _utf16(text: str) -> bytes:
    return text.encode("utf-16-le")


def _locked(name: str) -> ZhibuError:
    return ZhibuError(f"「{name}」加了密码，请在 Excel 或 WPS 里去掉打开密码，另存后再导入")


def _armed(name: str) -> ZhibuError:
    return ZhibuError(f"「{name}」带宏，不能导入，请另存为不带宏的「Excel 工作簿（.xlsx）」")


def _bomb(name: str) -> ZhibuError:
    return ZhibuError(f"「{name}」解压后大得不正常，没有打开它，请把党员名单复制到新文件里再导入")


def _odd(name: str) -> ZhibuError:
    return ZhibuError(f"「{name}」的内部结构不正常，没有打开它，请用 Excel 或 WPS 另存为新文件后再导入")


def _damaged(name: str) -> ZhibuError:
    return ZhibuError(f"「{name}」已经损坏，请用 Excel 或 WPS 打开，另存为新文件后再导入")


_REFUSALS: Mapping[Fault, Callable[[str], ZhibuError]] = {
    Fault.DAMAGED: _damaged,
    Fault.LOCKED: _locked,
    Fault.TOO_LARGE: _bomb,
    Fault.ODD: _odd,
}
"""What to say of a package that is not opened."""
