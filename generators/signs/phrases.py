"""Lines that break where the sense breaks: after a mark rather than within a word, never before a last character."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from generators.typeset.fonts import Face, advance

if TYPE_CHECKING:
    from collections.abc import Iterable

_PIECES = re.compile(r"[^，、；：。！？]*[，、；：。！？]+[”’」』）》〉]*|[^，、；：。！？]+")
_CHARACTERS = re.compile(r".[，、；：。！？”’」』）》〉]*", re.DOTALL)
_TAIL = re.compile(r"[^，、；：。！？]{3}[，、；：。！？”’」』）》〉]*$")


def phrased(text: str, ems: float = 0.0, lead: float = 0.0, spare: int = 0) -> Markup:
    """`text` for a line `ems` wide, of which `lead` is taken at the beginning.

    It breaks after marks only, where that makes no more lines than breaking anywhere, or at most `spare` more; else,
    and without `ems`, its last three characters stay together.
    """
    pieces = _PIECES.findall(text)
    if ems and _lines(pieces, ems, lead) <= _lines(_CHARACTERS.findall(text), ems, lead) + spare:
        return Markup().join(_kept(piece) for piece in pieces)
    tail = _TAIL.search(text)
    if not tail or tail.start() < 3:
        return escape(text)
    return escape(text[: tail.start()]) + _kept(tail[0])


def _kept(piece: str) -> Markup:
    return Markup('<span style="display:inline-block;white-space:nowrap;text-indent:0">{}</span>').format(piece)


def _lines(pieces: Iterable[str], ems: float, lead: float) -> float:
    """How many lines the pieces take when none is broken; without end when one is longer than a line."""
    count, filled = 1.0, lead
    for piece in pieces:
        width = advance(Face.HEI, piece)
        if width > ems:
            return float("inf")
        if filled + width > ems:
            count, filled = count + 1, 0.0
        filled += width
    return count
