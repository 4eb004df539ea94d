"""The zip file of parts that are deflated already: the same bytes every time."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generators.word.deflate import Packed

_LOCAL = struct.Struct("<IHHHHHIIIHH")
_CENTRAL = struct.Struct("<IHHHHHHIIIHHHHHII")
_END = struct.Struct("<IHHHHIIH")
"""Headers of the zip format (APPNOTE 4.3.7, 4.3.12, 4.3.16)."""

_VERSION = 20
_DEFLATED = 8
_MIDNIGHT, _DAY = 0, 1 << 5 | 1
"""1 January 1980: a file says nothing of when it was made."""


def zipped(parts: Mapping[str, Packed]) -> bytes:
    """The parts as members in the order of their names; the list of content types comes first, as readers expect."""
    chunks: list[bytes] = []
    listed: list[bytes] = []
    at = 0
    for name in sorted(parts, key=lambda name: (name != "[Content_Types].xml", name)):
        part, raw = parts[name], name.encode()
        length = sum(map(len, part.pieces))
        what = (_VERSION, 0, _DEFLATED, _MIDNIGHT, _DAY, part.checksum, length, part.size, len(raw), 0)
        chunks += (_LOCAL.pack(0x04034B50, *what), raw, *part.pieces)
        listed += (_CENTRAL.pack(0x02014B50, _VERSION, *what, 0, 0, 0, 0, at), raw)
        at += _LOCAL.size + len(raw) + length
    directory = b"".join(listed)
    count = len(parts)
    return b"".join((*chunks, directory, _END.pack(0x06054B50, 0, 0, count, count, len(directory), at, 0)))
