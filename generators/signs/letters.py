"""Letters on signs: vertical setting, and single lines that fill a width."""

from __future__ import annotations

import re
from typing import NamedTuple

from generators.problems import ZhibuError
from generators.typeset.fonts import Face, advance
from generators.typeset.ink import ink

_CLAUSE = re.compile(r"[^，。；：！？]+[，。；：！？]*")
_VERTICAL = str.maketrans(
    "，、。：；！？…—–-（）()｛｝{}〔〕【】《》〈〉「」『』“”‘’",
    "︐︑︒︓︔︕︖︙︱︲︲︵︶︵︶︷︸︷︸︹︺︻︼︽︾︿﹀﹁﹂﹃﹄﹃﹄﹁﹂",
)
"""Punctuation → its vertical presentation form (U+FE10–FE4F)."""


_CELL = re.compile(r"(?<![0-9A-Za-z])[0-9A-Za-z]{2}(?![0-9A-Za-z])|.[\ufe00-\ufe0f\U000e0100-\U000e01ef]*")
"""What stands in one cell: two digits or letters side by side (纵中横), else a character and its variation selector."""
_MIDDLE = 0.38
"""The middle of an ideograph above the base line, em."""
_BESIDE_MARK, _LEAST_MARK = 0.16, 0.4
"""What is left clear above and below the ink of a mark together, and the least height of its cell, em."""


class Cell(NamedTuple):
    """One place in a vertical line. Lengths are in em."""

    char: str
    """A character, or two that stand side by side."""
    width: float
    """Its advance; above 1 it is to be condensed."""
    height: float
    """1; less for a mark, whose ink stands at one end of its em box."""
    shift: float
    """How far it must move downward for the ink of a mark to stand in the middle of the cell."""

    @property
    def squeeze(self) -> float:
        """By how much it is condensed to stay within an em."""
        return min(1.0, 1 / self.width) if self.width else 1.0


def column(text: str, face: Face = Face.SONG_BLACK) -> tuple[Cell, ...]:
    """The cells of a vertical line from top to bottom; spaces do not count."""
    turned = "".join(text.split()).translate(_VERTICAL)
    return tuple(_cell(char, face) for char in _CELL.findall(turned))


def _cell(char: str, face: Face) -> Cell:
    width = advance(face, char)
    marked = None if char[0].isalnum() else ink(face, char[0])
    if marked is None:
        return Cell(char, width, 1.0, 0.0)
    return Cell(char, width, max(_LEAST_MARK, marked.height + _BESIDE_MARK), marked.middle - _MIDDLE)


def verses(text: str, clauses: int = 1) -> tuple[str, ...]:
    """A solemn text in lines that end where its clauses end, none longer than so many of its longest clause.

    `我志愿加入中国共产党，` / `拥护党的纲领，遵守党的章程，` … — as the oath is read aloud.
    """
    found = _CLAUSE.findall(text)
    longest = clauses * max(map(len, found), default=0)
    lines: list[str] = []
    for clause in found:
        if lines and len(lines[-1]) + len(clause) <= longest:
            lines[-1] += clause
        else:
            lines.append(clause)
    return tuple(lines)


def line_mm(text: str, width: float, *, at_least: float, at_most: float, face: Face = Face.HEI_BOLD) -> float:
    """The letter height in mm at which `text` fills a line of `width` mm, between the two limits.

    Raises:
        ZhibuError: The text is too long for a line even at the least height.
    """
    letter = min(at_most, width / max(advance(face, text), 1.0))
    if letter < at_least:
        raise ZhibuError(f"「{text}」太长，一行放不下：字高要小于 {at_least:g} 毫米，请缩短，或改用大一号的版面")
    return int(letter * 10) / 10


def numeral(number: int) -> str:
    """一 to 九十九, for numbered clauses."""
    digits = "零一二三四五六七八九"
    tens, ones = divmod(number, 10)
    head = "" if not tens else ("十" if tens == 1 else f"{digits[tens]}十")
    return head + (digits[ones] if ones or not tens else "")
