from __future__ import annotations

import zlib

import pytest

from generators.word.checksum import joined, shift_over


@pytest.mark.parametrize("before", [b"", b"a", "党支部".encode() * 100])
@pytest.mark.parametrize("added", [b"", b"b", bytes(range(256)) * 300])
def the_checksum_of_the_whole_follows_from_its_parts(before: bytes, added: bytes) -> None:
    whole = joined(zlib.crc32(before), shift_over(len(added)), zlib.crc32(added))
    assert whole == zlib.crc32(before + added)
