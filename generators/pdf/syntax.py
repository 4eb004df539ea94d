"""PDF values in bytes (ISO 32000-1, 7.3)."""

from __future__ import annotations

import re
from binascii import hexlify
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generators.pdf.compiled import Rect

_PLAIN = re.compile(r"[ -'*-\[\]-~]*")
"""ASCII without brackets and backslash: what a literal string may hold as it is."""

_UNSAFE = re.compile(rb"[^0-9A-Za-z.+_-]")


@lru_cache(maxsize=16384)
def number(value: float) -> bytes:
    """A number to a hundredth of a point (0.0035 mm): `12`, `12.5`, `-0.25`."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return b"0" if text == "-0" else text.encode("ascii")


def numbers(values: Iterable[float]) -> bytes:
    """Numbers with a space between."""
    return b" ".join(map(number, values))


def rectangle(rect: Rect) -> bytes:
    """`[x0 y0 x1 y1]`."""
    return b"[" + numbers((rect.x0, rect.y0, rect.x1, rect.y1)) + b"]"


def text(value: str) -> bytes:
    """A text string: ASCII as it is, anything else as UTF-16 (7.9.2.2). Lone surrogates become U+FFFD."""
    if _PLAIN.fullmatch(value):
        return b"(" + value.encode("ascii") + b")"
    try:
        encoded = value.encode("utf-16-be")
    except UnicodeEncodeError:
        clean = value.encode("utf-16-be", "surrogatepass").decode("utf-16-be", "replace")
        encoded = clean.encode("utf-16-be")
    return b"<FEFF" + hexlify(encoded) + b">"


def name(value: str) -> bytes:
    """A name: letters, digits, hyphens and dots as they are, other bytes as #xx (7.3.5)."""
    return b"/" + _UNSAFE.sub(lambda found: b"#%02X" % ord(found[0]), value.encode("utf-8"))


def reference(obj: int) -> bytes:
    """`12 0 R`."""
    return b"%d 0 R" % obj


def array(items: Iterable[bytes]) -> bytes:
    """`[item item]`."""
    return b"[" + b" ".join(items) + b"]"


def dictionary(entries: Mapping[str, bytes | None]) -> bytes:
    """`<</Key value>>`; entries without a value are left out."""
    return b"<<" + join_entries(entries) + b">>"


def join_entries(entries: Mapping[str, bytes | None]) -> bytes:
    """`/Key value/Key value`, to be put into a dictionary; entries without a value are left out."""
    return b"".join(b"/%s %s" % (k.encode("ascii"), v) for k, v in entries.items() if v is not None)
