"""Writing a PDF file: numbered objects and the table of their places (ISO 32000-1, 7.5)."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha1
from itertools import accumulate
from typing import TYPE_CHECKING

from generators.pdf.objects import PLACE, Block, make_block, stream_body
from generators.pdf.syntax import dictionary, reference

if TYPE_CHECKING:
    from collections.abc import Mapping

_HEAD = b"%PDF-1.7\n%\xe5\x85\x9a\xe5\xbb\xba\n"


@dataclass(frozen=True, eq=False)
class Beginning:
    """The beginning of a file, ready to be continued in many ways."""

    parts: tuple[bytes, ...] = field(default=(_HEAD,), repr=False)
    places: bytes = field(default=PLACE.pack(0, 0, 0xFFFF), repr=False)
    """The table of all numbers given so far."""
    length: int = len(_HEAD)
    digest: bytes = b""


_EMPTY = Beginning()


class PdfFile:
    """A PDF file in the making. Object numbers are given in the order of asking, so equal input gives equal bytes."""

    def __init__(self, before: Beginning = _EMPTY) -> None:
        self._before = before
        self._blocks: list[Block] = []
        self._objects: dict[int, bytes] = {}
        self._same: dict[bytes, int] = {}
        self._last = len(before.places) // PLACE.size - 1

    def reserve(self, count: int = 1) -> int:
        """The first of `count` numbers for objects that are written later, so that others may already point at them."""
        self._last += count
        return self._last - count + 1

    @property
    def last(self) -> int:
        """The number given last."""
        return self._last

    def put(self, obj: int, body: bytes) -> None:
        """Write a reserved object, or one that stands for what the beginning or a block has under its number."""
        self._objects[obj] = body

    def put_block(self, block: Block) -> None:
        """Write objects that are ready, at their reserved numbers. Only a beginning may have them."""
        self._blocks.append(block)

    def add(self, body: bytes) -> int:
        """Write an object and return its number."""
        obj = self.reserve()
        self._objects[obj] = body
        return obj

    def stream(self, content: bytes, entries: Mapping[str, bytes] | None = None) -> int:
        """Write a stream and return its number; see `stream_body`. Equal streams are written once."""
        return self.add_once(stream_body(content, entries))

    def add_once(self, body: bytes) -> int:
        """Write an object, or a stream as `stream_body` makes it; its number. Equal ones are written once."""
        obj = self._same.get(body)
        if obj is None:
            obj = self._same[body] = self._last = self._last + 1
            self._objects[obj] = body
        return obj

    def beginning(self) -> Beginning:
        """What is written so far as the beginning of other files, its objects packed."""
        plain = {obj: body for obj, body in self._objects.items() if not body.endswith(b"endstream")}
        streams = {obj: body for obj, body in self._objects.items() if obj not in plain}
        blocks = [*self._blocks, make_block(plain, streams, self.reserve)]
        places = self._table()
        position = self._before.length
        for block in blocks:
            block.note(places, position)
            position += len(block.body)
        digest = sha1(b"".join([block.digest for block in blocks]), usedforsecurity=False)
        parts = (*self._before.parts, *(block.body for block in blocks))
        return Beginning(parts, bytes(places), position, digest.digest())

    def to_bytes(self, *, root: int, info: int) -> bytes:
        """The whole file; its identifier is a digest of its content.

        What this file has and its beginning has not is written as it is: deflating would take longer than all else.
        """
        before, table = self._before, self.reserve()
        objects = [b"%d 0 obj\n%s\nendobj\n" % item for item in self._objects.items()]
        starts = list(accumulate(map(len, objects), initial=before.length))
        places = self._table()
        for obj, start in zip((*self._objects, table), starts, strict=True):
            PLACE.pack_into(places, obj * PLACE.size, 1, start, 0)
        own = b"".join(objects)
        name = sha1(before.digest + own, usedforsecurity=False).hexdigest()[:32].upper().encode()
        head = dictionary(
            {
                "Type": b"/XRef",
                "Size": b"%d" % (table + 1),
                "W": b"[1 4 2]",
                "Root": reference(root),
                "Info": reference(info),
                "ID": b"[<%s><%s>]" % (name, name),
                "Length": b"%d" % len(places),
            }
        )
        end = b"%d 0 obj\n%sstream\n%s\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % (table, head, places, starts[-1])
        return b"".join((*before.parts, own, end))

    def _table(self) -> bytearray:
        """The places of all numbers given so far, as far as the beginning knows them."""
        return bytearray(self._before.places.ljust(PLACE.size * (self._last + 1), b"\0"))
