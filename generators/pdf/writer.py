"""Writing a PDF file: numbered objects, most of them packed into object streams (ISO 32000-1, 7.5)."""

from __future__ import annotations

import struct
import zlib
from hashlib import md5
from typing import TYPE_CHECKING

from generators.pdf.syntax import dictionary, reference

if TYPE_CHECKING:
    from collections.abc import Mapping

_PACK = 200
"""Objects in one object stream: many compress well, few are quickly found."""


class PdfFile:
    """A PDF file in the making. Object numbers are given in the order of asking, so equal input gives equal bytes."""

    def __init__(self) -> None:
        self._plain: dict[int, bytes] = {}
        self._streams: dict[int, bytes] = {}
        self._same: dict[bytes, int] = {}
        self._last = 0

    def reserve(self) -> int:
        """A number for an object that is written later, so that others may already point at it."""
        self._last += 1
        return self._last

    def put(self, obj: int, body: bytes) -> None:
        """Write a reserved object."""
        self._plain[obj] = body

    def add(self, body: bytes) -> int:
        """Write an object and return its number."""
        obj = self.reserve()
        self.put(obj, body)
        return obj

    def stream(self, content: bytes, entries: Mapping[str, bytes] | None = None, *, deflated: bool = False) -> int:
        """Write a stream and return its number; equal streams are written once.

        `deflated` says that `content` is deflated already; otherwise it is, when that makes it smaller.
        """
        filtered = deflated
        if not deflated:
            packed = zlib.compress(content, 6)
            if len(packed) < len(content):
                content, filtered = packed, True
        head = dictionary(
            {
                **(entries or {}),
                "Filter": b"/FlateDecode" if filtered else None,
                "Length": b"%d" % len(content),
            }
        )
        body = head + b"stream\n" + content + b"\nendstream"
        if body not in self._same:
            self._same[body] = self.reserve()
            self._streams[self._same[body]] = body
        return self._same[body]

    def to_bytes(self, *, root: int, info: int) -> bytes:
        """The whole file; its identifier is a digest of its content."""
        parts = [b"%PDF-1.7\n%\xe5\x85\x9a\xe5\xbb\xba\n"]
        places: dict[int, tuple[int, int, int]] = {0: (0, 0, 0xFFFF)}
        position = len(parts[0])
        for obj, body in [*self._streams.items(), *self._packed(places)]:
            part = b"%d 0 obj\n%s\nendobj\n" % (obj, body)
            places[obj] = (1, position, 0)
            parts.append(part)
            position += len(part)
        digest = md5(b"".join(parts), usedforsecurity=False).hexdigest().upper().encode("ascii")
        parts.append(self._cross_references(places, position, root, info, digest))
        parts.append(b"startxref\n%d\n%%%%EOF\n" % position)
        return b"".join(parts)

    def _packed(self, places: dict[int, tuple[int, int, int]]) -> list[tuple[int, bytes]]:
        """The object streams; where each object stands in them is noted in `places` (7.5.7)."""
        packs = []
        plain = list(self._plain.items())
        for start in range(0, len(plain), _PACK):
            pack = self.reserve()
            offsets: list[bytes] = []
            bodies: list[bytes] = []
            at = 0
            for index, (obj, body) in enumerate(plain[start : start + _PACK]):
                places[obj] = (2, pack, index)
                offsets.append(b"%d %d" % (obj, at))
                bodies.append(body)
                at += len(body) + 1
            head = b" ".join(offsets) + b"\n"
            content = zlib.compress(head + b"\n".join(bodies), 6)
            entries = b"<</Type/ObjStm/N %d/First %d/Filter/FlateDecode/Length %d>>" % (
                len(bodies),
                len(head),
                len(content),
            )
            packs.append((pack, entries + b"stream\n" + content + b"\nendstream"))
        return packs

    def _cross_references(
        self, places: dict[int, tuple[int, int, int]], position: int, root: int, info: int, digest: bytes
    ) -> bytes:
        """The cross-reference stream (7.5.8)."""
        obj = self.reserve()
        places[obj] = (1, position, 0)
        content = zlib.compress(b"".join(struct.pack(">BIH", *places[n]) for n in range(obj + 1)), 6)
        head = dictionary(
            {
                "Type": b"/XRef",
                "Size": b"%d" % (obj + 1),
                "W": b"[1 4 2]",
                "Root": reference(root),
                "Info": reference(info),
                "ID": b"[<%s><%s>]" % (digest, digest),
                "Filter": b"/FlateDecode",
                "Length": b"%d" % len(content),
            }
        )
        return b"%d 0 obj\n%sstream\n%s\nendstream\nendobj\n" % (obj, head, content)
