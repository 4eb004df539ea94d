from __future__ import annotations

import zlib

from generators.word.deflate import Packed, Stream, deflate, packed


def inflated(made: Packed) -> str:
    raw = zlib.decompressobj(-15).decompress(b"".join(made.pieces))
    assert made.size == len(raw)
    assert made.checksum == zlib.crc32(raw)
    return raw.decode()


def test_texts_of_others_are_followed_by_own_ones() -> None:
    assert inflated(packed("<w:t>", "张示例", own="</w:t>")) == "<w:t>张示例</w:t>"


def a_part_may_be_empty() -> None:
    assert inflated(packed()) == ""


def an_own_text_may_be_longer_than_a_stored_block() -> None:
    long = "党" * 50_000
    assert inflated(packed(own=long)) == long


def test_what_follows_a_hole_refers_back_over_it() -> None:
    same = "<w:tc>同样的一段文字，前后都有，可以互相引用</w:tc>"
    over = deflate([same, same], [12])[1]
    alone = deflate([same], [])[0]
    assert len(over.deflated) < len(alone.deflated) / 2


def test_holes_are_counted_where_they_end() -> None:
    stream = Stream()
    stream.add(*deflate(["甲", "乙", "丙"], [5, 7]), widths=[5, 7])
    assert (stream.widths, stream.ends, stream.size) == ([5, 7], [8, 18], 21)
