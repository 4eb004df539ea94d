"""Opening a ZIP archive that somebody sent in: names, sizes and places are checked before anything is unpacked."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
import zlib
from itertools import pairwise

from generators.hostile import MEBIBYTE, Fault, HostileFileError, shown

_ENTRIES = 2000
_PART = 48 * MEBIBYTE
_TOTAL = 192 * MEBIBYTE
_RATIO = 400
"""Text of forms packs to a fiftieth; a bomb to a thousandth."""
_SMALL = MEBIBYTE
"""Below this size the ratio does not matter."""
_LOCAL_HEADER = 30

_DAMAGED = "文件损坏，打不开；请在 Word、WPS 里另存一份再交"
_ZIP_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    ValueError,
    NotImplementedError,
    RuntimeError,
    OSError,
    EOFError,
    OverflowError,
)
"""What Python's zipfile raises for damaged archives."""


class Archive:
    """The parts of an archive, unpacked one by one and never beyond the limits.

    Raises:
        HostileFileError: here and in `read`, for damaged archives and for those that try to do harm.
    """

    def __init__(self, content: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except _ZIP_ERRORS:
            raise HostileFileError(_DAMAGED, Fault.DAMAGED) from None
        entries = self._zip.infolist()
        if len(entries) > _ENTRIES:
            raise HostileFileError(f"压缩包里有 {len(entries)} 个部分，远多于正常文件，不予读取")
        _check_names(entries)
        for entry in entries:
            _check_entry(entry)
        _check_sizes(entries)
        _check_places(entries)
        self.names = tuple(entry.filename for entry in entries)
        """In the order of the file."""
        self._left = _TOTAL

    def read(self, name: str) -> bytes:
        """A part's content; its real size is bounded whatever its header says."""
        limit = min(_PART, self._left)
        try:
            with self._zip.open(name) as part:
                content = part.read(limit + 1)
        except KeyError:
            raise HostileFileError(
                f"文件不完整，缺少 {shown(name)}；请在 Word、WPS 里另存一份再交", Fault.DAMAGED
            ) from None
        except _ZIP_ERRORS:
            raise HostileFileError(_DAMAGED, Fault.DAMAGED) from None
        if len(content) > limit:
            raise HostileFileError(f"{shown(name)} 解压后过大，不予读取", Fault.TOO_LARGE)
        self._left -= len(content)
        return content


def _check_names(entries: list[zipfile.ZipInfo]) -> None:
    seen: set[str] = set()
    for entry in entries:
        name = entry.orig_filename
        if name.lower() in seen:
            raise HostileFileError(f"压缩包里有两个同名的部分（{shown(name)}），不予读取")
        seen.add(name.lower())
        steps = name.removesuffix("/").split("/")
        if "\\" in name or "\0" in name or ":" in name or not all(steps) or {".", ".."} & set(steps):
            raise HostileFileError(f"压缩包里有不正常的路径（{shown(name)}），不予读取")


def _check_entry(entry: zipfile.ZipInfo) -> None:
    name = shown(entry.filename)
    if entry.flag_bits & 0x1:
        raise HostileFileError(f"文件加了密（{name}），读不了；请去掉密码再交", Fault.LOCKED)
    if entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise HostileFileError(f"压缩包用了不正常的压缩方法（{name}），不予读取")
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise HostileFileError(f"压缩包里有指向别处的链接（{name}），不予读取")


def _check_sizes(entries: list[zipfile.ZipInfo]) -> None:
    for entry in entries:
        if entry.file_size > _PART:
            raise HostileFileError(f"{shown(entry.filename)} 解压后过大，不予读取", Fault.TOO_LARGE)
        if entry.file_size > _SMALL and entry.file_size > _RATIO * max(1, entry.compress_size):
            raise HostileFileError(f"{shown(entry.filename)} 的压缩比不正常，不予读取", Fault.TOO_LARGE)
    if sum(entry.file_size for entry in entries) > _TOTAL:
        raise HostileFileError("文件解压后过大，不予读取", Fault.TOO_LARGE)


def _check_places(entries: list[zipfile.ZipInfo]) -> None:
    """Entries that share bytes unpack to far more than the file holds."""
    spans = sorted(
        (e.header_offset, e.header_offset + _LOCAL_HEADER + len(e.orig_filename) + e.compress_size, e.filename)
        for e in entries
    )
    for (_, end, _), (start, _, name) in pairwise(spans):
        if start < end:
            raise HostileFileError(f"压缩包里的部分互相重叠（{shown(name)}），不予读取")
