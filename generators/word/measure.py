"""Lengths on paper and the breadth of text: how much fits, before any word processor has seen it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from math import floor

MM_PER_POINT = 25.4 / 72

_ATOM = re.compile(r"[（《“]*(?:[!-~]+|.)[，。、；：？！）》”]*", re.DOTALL)
"""What stays together on a line: a Latin word or one character, with the brackets and points that belong to it."""

_LATIN_EM = 0.52
"""Mean breadth of Latin letters and figures in the Chinese fonts of office programs, in em."""

_SEAM = re.compile(r"(?<=[0-9A-Za-z])(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])(?=[0-9A-Za-z])")
"""Where LibreOffice sets a quarter of an em between Chinese and Latin letters, asked or not."""


def twips(mm: float) -> int:
    """Millimetres → twentieths of a point, the unit of OOXML."""
    return round(mm / 25.4 * 1440)


def points(mm: float) -> float:
    """Millimetres → points."""
    return mm / MM_PER_POINT


def ems(text: str) -> float:
    """The breadth of `text` in em, with every Chinese character one em broad."""
    return sum(map(_breadth, text)) + 0.25 * len(_SEAM.findall(text))


@cache
def _breadth(character: str) -> float:
    return 1.0 if unicodedata.east_asian_width(character) in "WFA" else _LATIN_EM


def line_count(text: str, room: float) -> int:
    """How many lines of `room` em the text takes; words of Latin letters are not broken unless they must be."""
    return sum(_paragraph_lines(paragraph, room) for paragraph in text.split("\n"))


def _paragraph_lines(paragraph: str, room: float) -> int:
    lines, used = 1, 0.0
    for atom in _ATOM.findall(paragraph):
        breadth = ems(atom)
        if breadth > room:
            lines += floor((used + breadth) / room)
            used = (used + breadth) % room
        elif used + breadth > room:
            lines, used = lines + 1, breadth
        else:
            used += breadth
    return lines


@dataclass(frozen=True)
class Room:
    """The space a text has in a cell."""

    width: float
    """Millimetres, without the cell's margins."""
    lines: int
    """Lines that fit one above the other."""
    size: float
    """Size of the letters in points, when they need not shrink."""
    airy: bool = False
    """Whether lines are far enough apart that two of them look well at the full size."""

    def ems(self, size: float | None = None) -> float:
        """The breadth of one line in em."""
        return points(self.width) / (size or self.size)

    def holds(self, text: str, size: float | None = None) -> bool:
        """Whether the text fits at `size`, or at the room's own size."""
        return line_count(text, self.ems(size)) <= self.lines

    def fitting_size(self, text: str) -> float:
        """The largest size in half points at which the text fits, not below 6 pt: there it is left to overflow.

        One line in slightly smaller letters is preferred to two, and two are not set in the largest ones unless the
        lines are far apart.
        """
        return _fitting_size(self, text)


@lru_cache(maxsize=65536)
def _fitting_size(room: Room, text: str) -> float:
    size = room.size
    if room.holds(text) if "\n" in text else ems(text) <= room.ems():
        return size
    single = Room(room.width, 1, room.size)
    while size >= room.size * (_HARDLY if room.airy else _SLIGHTLY):
        if single.holds(text, size):
            return size
        size -= 0.5
    size = room.size if room.airy else size
    while size > _MIN_SIZE and not room.holds(text, size):
        size -= 0.5
    return size


_MIN_SIZE = 6.0
_SLIGHTLY, _HARDLY = 0.85, 0.93
"""The part of its size to which a line may shrink before it is broken in two, between narrow lines and airy ones."""
