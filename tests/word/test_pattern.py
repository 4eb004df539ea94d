from __future__ import annotations

import zlib

from generators.word.deflate import Packed, Stream, deflate
from generators.word.pattern import filling, pattern

SAME = "<w:tc>同样的一段文字，前后都有，可以互相引用</w:tc>"


def inflated(made: Packed) -> str:
    raw = zlib.decompressobj(-15).decompress(b"".join(made.pieces))
    assert made.size == len(raw)
    assert made.checksum == zlib.crc32(raw)
    return raw.decode()


def test_holes_are_filled_whatever_stands_in_them() -> None:
    stream = Stream()
    for _ in range(2):
        stream.add(*deflate([SAME, SAME * 200, SAME], [12, 12]), widths=[12, 12])
    made = pattern(stream)
    texts = ["张示例", "同样的文", "", "李"]
    fillings = [filling(text.encode(), 12) for text in texts]
    expected = f"{SAME}张示例   {SAME * 200}同样的文{SAME}{SAME}{' ' * 12}{SAME * 200}李         {SAME}"
    assert inflated(made.filled(fillings)) == expected
    assert inflated(made.filled([filling(b"", 12)] * 4)).count(" " * 12) == 4


def a_part_without_holes_is_ready() -> None:
    stream = Stream()
    stream.write("<a/>")
    assert inflated(pattern(stream).filled(())) == "<a/>"


def test_thousands_of_holes_are_filled() -> None:
    stream = Stream()
    stream.add(*deflate(["<a/>"] * 5001, [8] * 5000), widths=[8] * 5000)
    fillings = [filling(b"%d" % number, 8) for number in range(5000)]
    assert inflated(pattern(stream).filled(fillings)).count("<a/>") == 5001


def a_text_longer_than_its_hole_shows_that_it_does_not_fit() -> None:
    assert len(filling("张示例".encode(), 8).text) == 9
