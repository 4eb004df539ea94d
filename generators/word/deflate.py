"""Parts of a Word file, put together from stretches that were deflated once.

A deflate stream may be flushed so that what follows refers to nothing before it (RFC 1951, 3.2): such stretches can
follow each other in any order. What only one document says stands between them in stored blocks.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from generators.word.checksum import joined, shift_over

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generators.word.checksum import Shift

STORED_LIMIT = 0xFFFF
"""Most bytes in a stored block."""
_SHORT = 4096
_END = b"\x03\x00"
"""An empty last block."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A deflated piece of text."""

    deflated: bytes
    size: int
    """Bytes of the text."""
    checksum: int
    shift: Shift
    raw: bytes | None
    """A short text itself: its checksum is quicker counted again than joined."""

    def after(self, checksum: int) -> int:
        """The checksum of all up to its end from that of all before it."""
        if self.raw is None:
            return joined(checksum, self.shift, self.checksum)
        return zlib.crc32(self.raw, checksum)


class Packed(NamedTuple):
    """A part as it stands in the file."""

    pieces: Sequence[bytes]
    """The deflate stream in pieces."""
    checksum: int
    """CRC-32 of its text."""
    size: int
    """Bytes of its text."""


def deflate(texts: Sequence[str], widths: Sequence[int]) -> tuple[Stretch, ...]:
    """Stretches of these texts; between them are holes of `widths` bytes, one fewer than the texts.

    A text refers back over holes, never into them: they are deflated as bytes that no text has.
    """
    stretches: list[Stretch] = []
    engine = zlib.compressobj(9, zlib.DEFLATED, -15, 9)
    for text, width in zip_longest(texts, widths):
        raw = text.encode()
        deflated = engine.compress(raw) + engine.flush(zlib.Z_FULL_FLUSH if width is None else zlib.Z_SYNC_FLUSH)
        kept = raw if len(raw) <= _SHORT else None
        stretches.append(Stretch(deflated, len(raw), zlib.crc32(raw), shift_over(len(raw)), kept))
        if width is not None:
            engine.compress(b"\xff" * width)
            engine.flush(zlib.Z_SYNC_FLUSH)
    return tuple(stretches)


def _stored_head(length: int) -> bytes:
    """What precedes `length` bytes in a stored block."""
    return b"\0" + length.to_bytes(2, "little") + (length ^ STORED_LIMIT).to_bytes(2, "little")


@lru_cache(maxsize=8192)
def lasting(text: str) -> Stretch:
    """A stretch of a text that other documents will have too: deflated once and kept."""
    return deflate((text,), ())[0]


class Stream:
    """A part in the making, its holes filled with spaces."""

    def __init__(self) -> None:
        self.deflated: list[bytes] = []
        """Before, between and behind the holes."""
        self.widths: list[int] = []
        """Bytes of the holes."""
        self.ends: list[int] = []
        """Bytes of the text up to the end of each hole."""
        self.size = 0
        """Bytes of the text so far."""
        self.checksum = 0
        """CRC-32 of the text so far."""
        self._behind: list[bytes] = []

    def add(self, *stretches: Stretch, widths: Sequence[int] = ()) -> None:
        """Append stretches with holes between them."""
        for stretch, width in zip_longest(stretches, widths):
            self._behind.append(stretch.deflated)
            self.size += stretch.size
            self.checksum = stretch.after(self.checksum)
            if width is not None:
                self.hole(width)

    def write(self, text: str) -> None:
        """Append a text that is this document's own, as it is."""
        raw = text.encode()
        self.size += len(raw)
        self.checksum = zlib.crc32(raw, self.checksum)
        for at in range(0, len(raw), STORED_LIMIT):
            block = raw[at : at + STORED_LIMIT]
            self._behind += (_stored_head(len(block)), block)

    def pieces(self) -> list[bytes]:
        """The deflate stream before, between and behind the holes."""
        return [*self.deflated, b"".join((*self._behind, _END))]

    def hole(self, width: int) -> None:
        """Append a hole."""
        self.deflated.append(b"".join((*self._behind, _stored_head(width))))
        self._behind.clear()
        self.widths.append(width)
        self.size += width
        self.ends.append(self.size)
        self.checksum = zlib.crc32(b" " * width, self.checksum)


def packed(*texts: str, own: str = "") -> Packed:
    """A part of texts that other documents have too, and one that is this document's own."""
    stream = Stream()
    stream.add(*(lasting(text) for text in texts))
    stream.write(own)
    return Packed(stream.pieces(), stream.checksum, stream.size)
