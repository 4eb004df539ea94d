"""Numbered objects as they stand in a file, ready to be put into any number of files (ISO 32000-1, 7.5.7 and 7.5.8)."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass, field
from hashlib import sha1
from typing import TYPE_CHECKING

from generators.pdf.syntax import dictionary

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

PLACE = struct.Struct(">BIH")
"""An entry of the cross-reference stream: kind, place, index."""

_PACK = 200
"""Objects in one object stream: many compress well, few are quickly found."""

_LEVEL = 4
"""How hard object streams are deflated: a book's ten thousand fields take long, and harder gains little."""


@dataclass(frozen=True)
class Block:
    """Some objects, with where they stand in it."""

    body: bytes = field(repr=False)
    alone: tuple[tuple[int, int], ...]
    """Number and offset of the streams, packs included."""
    packed: tuple[tuple[int, bytes], ...] = field(repr=False)
    """First number and entries of objects in packs, for each run of neighbouring numbers."""
    digest: bytes

    def note(self, places: bytearray, position: int) -> None:
        """Enter the objects into a file's table when the block stands at `position`."""
        for first, entries in self.packed:
            places[first * PLACE.size : first * PLACE.size + len(entries)] = entries
        for obj, offset in self.alone:
            PLACE.pack_into(places, obj * PLACE.size, 1, position + offset, 0)


def stream_body(
    content: bytes, entries: Mapping[str, bytes] | None = None, *, deflated: bool = False, plain: bool = False
) -> bytes:
    """A stream.

    `deflated` says that `content` is deflated already, `plain` that it shall not be; otherwise it is, when that makes
    it smaller.
    """
    filtered = deflated
    if not deflated and not plain:
        packed = zlib.compress(content, 6)
        if len(packed) < len(content):
            content, filtered = packed, True
    filters = {"Filter": b"/FlateDecode" if filtered else None, "Length": b"%d" % len(content)}
    return dictionary({**(entries or {}), **filters}) + b"stream\n" + content + b"\nendstream"


def make_block(plain: Mapping[int, bytes], streams: Mapping[int, bytes], reserve: Callable[[], int]) -> Block:
    """The objects as a block; `reserve` gives numbers to the packs they are put into."""
    parts: list[bytes] = []
    alone: list[tuple[int, int]] = []
    packed: list[tuple[int, bytes]] = []
    position = 0
    objects = list(plain.items())
    packs = []
    for start in range(0, len(objects), _PACK):
        pack = reserve()
        some = objects[start : start + _PACK]
        packs.append((pack, _pack(some)))
        packed += _runs([(obj, PLACE.pack(2, pack, index)) for index, (obj, _) in enumerate(some)])
    for obj, body in (*streams.items(), *packs):
        part = b"%d 0 obj\n%s\nendobj\n" % (obj, body)
        alone.append((obj, position))
        parts.append(part)
        position += len(part)
    whole = b"".join(parts)
    return Block(whole, tuple(alone), tuple(packed), sha1(whole, usedforsecurity=False).digest())


def _pack(objects: list[tuple[int, bytes]]) -> bytes:
    """An object stream."""
    offsets: list[bytes] = []
    at = 0
    for obj, body in objects:
        offsets.append(b"%d %d" % (obj, at))
        at += len(body) + 1
    head = b" ".join(offsets) + b"\n"
    content = zlib.compress(head + b"\n".join(body for _, body in objects), _LEVEL)
    entries = b"<</Type/ObjStm/N %d/First %d/Filter/FlateDecode/Length %d>>" % (len(objects), len(head), len(content))
    return entries + b"stream\n" + content + b"\nendstream"


def _runs(entries: list[tuple[int, bytes]]) -> list[tuple[int, bytes]]:
    """Entries of neighbouring numbers joined."""
    runs: list[tuple[int, list[bytes]]] = []
    following = -1
    for obj, entry in entries:
        if obj != following:
            runs.append((obj, []))
        runs[-1][1].append(entry)
        following = obj + 1
    return [(first, b"".join(parts)) for first, parts in runs]
