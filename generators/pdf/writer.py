"""Writing a PDF file: numbered objects, most of them packed into object streams (ISO 32000-1, 7.5)."""

from __future__ import annotations

import zlib
from hashlib import md5
from typing import TYPE_CHECKING

from generators.pdf.objects import PLACE, Block, make_block, stream_body
from generators.pdf.syntax import dictionary, reference

if TYPE_CHECKING:
    from collections.abc import Mapping

_HEAD = b"%PDF-1.7\n%\xe5\x85\x9a\xe5\xbb\xba\n"


class PdfFile:
    """A PDF file in the making. Object numbers are given in the order of asking, so equal input gives equal bytes."""

    def __init__(self) -> None:
        self._blocks: list[Block] = []
        self._plain: dict[int, bytes] = {}
        self._streams: dict[int, bytes] = {}
        self._same: dict[bytes, int] = {}
        self._last = 0

    def reserve(self, count: int = 1) -> int:
        """The first of `count` numbers for objects that are written later, so that others may already point at them."""
        self._last += count
        return self._last - count + 1

    @property
    def last(self) -> int:
        """The number given last."""
        return self._last

    def put(self, obj: int, body: bytes) -> None:
        """Write a reserved object; it stands for the one that a block may have under its number."""
        self._plain[obj] = body

    def put_stream(self, obj: int, body: bytes) -> None:
        """Write a reserved stream, as `stream_body` makes it."""
        self._streams[obj] = body

    def put_block(self, block: Block) -> None:
        """Write objects that are ready, at their reserved numbers."""
        self._blocks.append(block)

    def add(self, body: bytes) -> int:
        """Write an object and return its number."""
        obj = self.reserve()
        self.put(obj, body)
        return obj

    def stream(self, content: bytes, entries: Mapping[str, bytes] | None = None, *, deflated: bool = False) -> int:
        """Write a stream and return its number; see `stream_body`. Equal streams are written once."""
        return self.add_stream(stream_body(content, entries, deflated=deflated))

    def add_stream(self, body: bytes) -> int:
        """Write a stream as `stream_body` makes it and return its number; equal streams are written once."""
        if body not in self._same:
            self._same[body] = self.reserve()
            self._streams[self._same[body]] = body
        return self._same[body]

    def to_bytes(self, *, root: int, info: int) -> bytes:
        """The whole file; its identifier is a digest of its content."""
        own = make_block(self._plain, self._streams, self.reserve, level=1)
        blocks = [*self._blocks, own]
        table = self.reserve()
        places = bytearray(PLACE.size * (table + 1))
        PLACE.pack_into(places, 0, 0, 0, 0xFFFF)
        parts = [_HEAD]
        position = len(_HEAD)
        for block in blocks:
            block.note(places, position)
            parts.append(block.body)
            position += len(block.body)
        PLACE.pack_into(places, table * PLACE.size, 1, position, 0)
        digest = md5(b"".join(block.digest for block in blocks), usedforsecurity=False).hexdigest().upper()
        # The table of a book is 100 KB of which little changes from line to line: the quickest deflating is enough.
        content = zlib.compress(places, 1)
        head = dictionary(
            {
                "Type": b"/XRef",
                "Size": b"%d" % (table + 1),
                "W": b"[1 4 2]",
                "Root": reference(root),
                "Info": reference(info),
                "ID": b"[<%s><%s>]" % (digest.encode(), digest.encode()),
                "Filter": b"/FlateDecode",
                "Length": b"%d" % len(content),
            }
        )
        parts.append(b"%d 0 obj\n%sstream\n%s\nendstream\nendobj\n" % (table, head, content))
        parts.append(b"startxref\n%d\n%%%%EOF\n" % position)
        return b"".join(parts)
