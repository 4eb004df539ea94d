from __future__ import annotations

import zlib

import pytest

from generators.word.deflate import Stream, deflate, stream


def inflated(made: Stream) -> str:
    raw = zlib.decompressobj(-15).decompress(made.deflated())
    assert made.size == len(raw)
    assert made.checksum == zlib.crc32(raw)
    return raw.decode()


def texts_of_others_and_own_ones_take_turns() -> None:
    assert inflated(stream("<w:t>", "张示例", "</w:t>")) == "<w:t>张示例</w:t>"


def a_part_may_be_empty() -> None:
    assert inflated(Stream()) == ""


def an_own_text_may_be_longer_than_a_stored_block() -> None:
    long = "党" * 50_000
    assert inflated(stream("", long)) == long


@pytest.mark.parametrize("widths", [[12, 12], [None, 12], [12, None], [None, None]])
def holes_are_filled_whatever_stands_in_them(widths: list[int | None]) -> None:
    same = "<w:tc>同样的一段文字，前后都有，可以互相引用</w:tc>"
    stretches = deflate([same, same * 200, same], widths)
    texts = ["张示例".encode().ljust(12), "同样的文".encode()]
    for _ in range(2):
        made = Stream()
        made.interleave(stretches, texts, widths)
        assert inflated(made) == f"{same}张示例   {same * 200}同样的文{same}"


def what_follows_a_hole_refers_back_over_it() -> None:
    same = "<w:tc>同样的一段文字，前后都有，可以互相引用</w:tc>"
    over = deflate([same, same], [12])[1]
    alone = deflate([same, same], [None])[1]
    assert len(over.deflated) < len(alone.deflated) / 2
