"""Parts of a Word file, put together from stretches that were deflated once.

A deflate stream may be flushed so that what follows refers to nothing before it (RFC 1951, 3.2): such stretches can
follow each other in any order. What only one document says stands between them in stored blocks.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest
from typing import TYPE_CHECKING

from generators.word.checksum import joined, shift_over

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generators.word.checksum import Shift

_STORED_LIMIT = 0xFFFF
"""Most bytes in a stored block."""
_SHORT = 4096
_END = b"\x03\x00"
"""An empty last block."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A deflated piece of text, with the head of the stored block of the hole behind it if that has a known width."""

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


def deflate(texts: Sequence[str], widths: Sequence[int | None]) -> tuple[Stretch, ...]:
    """Stretches of these texts; between them are holes of `widths` bytes, one fewer than the texts.

    A text refers back over holes of known width, never into them: they are deflated as bytes that no text has. Where
    a hole may have any width (None), what follows refers to nothing before it.
    """
    stretches: list[Stretch] = []
    engine = _engine()
    for text, width in zip_longest(texts, widths):
        raw = text.encode()
        deflated = engine.compress(raw) + engine.flush(zlib.Z_SYNC_FLUSH if width else zlib.Z_FULL_FLUSH)
        kept = raw if len(raw) <= _SHORT else None
        head = _stored_head(width) if width else b""
        stretches.append(Stretch(deflated + head, len(raw), zlib.crc32(raw), shift_over(len(raw)), kept))
        if width:
            engine.compress(b"\xff" * width)
            engine.flush(zlib.Z_SYNC_FLUSH)
        else:
            engine = _engine()
    return tuple(stretches)


def _stored_head(length: int) -> bytes:
    """What precedes `length` bytes in a stored block."""
    return b"\0" + length.to_bytes(2, "little") + (length ^ _STORED_LIMIT).to_bytes(2, "little")


def _engine() -> zlib._Compress:
    return zlib.compressobj(9, zlib.DEFLATED, -15, 9)


@lru_cache(maxsize=8192)
def lasting(text: str) -> Stretch:
    """A stretch of a text that other documents will have too: deflated once and kept."""
    return deflate((text,), ())[0]


class Stream:
    """One part in the making."""

    def __init__(self) -> None:
        self._deflated: list[bytes] = []
        self.size = 0
        """Bytes of its text so far."""
        self.checksum = 0
        """CRC-32 of its text so far."""

    def add(self, stretch: Stretch) -> None:
        """Append what is deflated already."""
        self._deflated.append(stretch.deflated)
        self.size += stretch.size
        self.checksum = stretch.after(self.checksum)

    def interleave(self, stretches: Sequence[Stretch], texts: Sequence[bytes], widths: Sequence[int | None]) -> None:
        """Append stretches with what stands in the holes between them."""
        checksum, size, deflated = self.checksum, self.size, self._deflated
        for stretch, text, width in zip(stretches, texts, widths, strict=False):
            head = b"" if width else _stored_head(len(text))
            deflated += (stretch.deflated, head, text)
            size += stretch.size + len(text)
            checksum = zlib.crc32(text, stretch.after(checksum))
        self.checksum, self.size = checksum, size
        self.add(stretches[-1])

    def write(self, text: str) -> None:
        """Append a short text that is this document's own, as it is."""
        raw = text.encode()
        self.size += len(raw)
        self.checksum = zlib.crc32(raw, self.checksum)
        for at in range(0, len(raw), _STORED_LIMIT):
            block = raw[at : at + _STORED_LIMIT]
            self._deflated += (_stored_head(len(block)), block)

    def alternate(self, texts: Iterable[str]) -> None:
        """Append texts that are, by turns, the same in other documents and this document's own."""
        own = False
        for text in texts:
            if own:
                self.write(text)
            else:
                self.add(lasting(text))
            own = not own

    def deflated(self) -> bytes:
        """The whole deflate stream."""
        return b"".join((*self._deflated, _END))


def stream(*texts: str) -> Stream:
    """A part of texts that are, by turns, the same in other documents and this document's own."""
    made = Stream()
    made.alternate(texts)
    return made
