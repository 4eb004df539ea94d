from __future__ import annotations

import zlib

import pytest

from generators.word.checksum import carriers, changed, joined, shift_over, spread


@pytest.mark.parametrize("before", [b"", b"a", "党支部".encode() * 100])
@pytest.mark.parametrize("added", [b"", b"b", bytes(range(256)) * 300])
def the_checksum_of_the_whole_follows_from_its_parts(before: bytes, added: bytes) -> None:
    whole = joined(zlib.crc32(before), shift_over(len(added)), zlib.crc32(added))
    assert whole == zlib.crc32(before + added)


@pytest.mark.parametrize("count", [0, 1, 3000])
def the_checksum_follows_changes_in_the_middle(count: int) -> None:
    before, after, ends, changes = b"", b"", [], []
    for number in range(count):
        piece = b"%d" % number
        before += b"text" + b" " * len(piece)
        after += b"text" + piece
        ends.append(len(before))
        changes.append(spread(zlib.crc32(piece) ^ zlib.crc32(b" " * len(piece))))
    size = len(before) + 3
    assert changed(zlib.crc32(before + b"end"), changes, carriers(ends, size)) == zlib.crc32(after + b"end")
