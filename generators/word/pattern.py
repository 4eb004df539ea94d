"""A part with holes, deflated once for all documents: filling them changes neither its size nor what is around them."""

from __future__ import annotations

import zlib
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from generators.word.checksum import carriers, changed, spread
from generators.word.deflate import Packed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generators.word.deflate import Stream


class Filling(NamedTuple):
    """What stands in a hole."""

    text: bytes
    change: int
    """How it changes the checksum, spread."""


def filling(text: bytes, width: int) -> Filling:
    """A text with spaces behind it. A text longer than its hole does not fit."""
    padded = text.ljust(width)
    return Filling(padded, spread(zlib.crc32(padded) ^ _spaces(len(padded))))


@lru_cache(maxsize=4096)
def _spaces(width: int) -> int:
    return zlib.crc32(b" " * width)


class Pattern(NamedTuple):
    """A part whose holes are filled with spaces."""

    pieces: tuple[bytes, ...]
    """The deflate stream before, between and behind the holes."""
    widths: tuple[int, ...]
    """Bytes of the holes."""
    carriers: tuple[int, ...]
    checksum: int
    size: int

    def filled(self, fillings: Sequence[Filling]) -> Packed:
        """The part with its holes filled; each filling is as long as its hole."""
        pieces = [b""] * (2 * len(self.widths) + 1)
        pieces[::2] = self.pieces
        pieces[1::2] = [filling.text for filling in fillings]
        changes = [filling.change for filling in fillings]
        return Packed(pieces, changed(self.checksum, changes, self.carriers), self.size)


def pattern(stream: Stream) -> Pattern:
    """The part that a stream has become."""
    carried = tuple(carriers(stream.ends, stream.size))
    return Pattern(tuple(stream.pieces()), tuple(stream.widths), carried, stream.checksum, stream.size)
