"""Letters on signs: vertical setting, and single lines that fill a width."""

from __future__ import annotations

import re
from typing import NamedTuple

from generators.problems import ZhibuError
from generators.typeset.fonts import Face, advance

_CLAUSE = re.compile(r"[^，。；：！？]+[，。；：！？]*")
_VERTICAL = str.maketrans(
    "，、。：；！？…—–（）()｛｝{}〔〕【】《》〈〉「」『』“”‘’",
    "︐︑︒︓︔︕︖︙︱︲︵︶︵︶︷︸︷︸︹︺︻︼︽︾︿﹀﹁﹂﹃﹄﹃﹄﹁﹂",
)
"""Punctuation → its vertical presentation form (U+FE10–FE4F)."""


class Cell(NamedTuple):
    """One character of a vertical line."""

    char: str
    is_mark: bool
    """A bracket or other mark, which takes half the height of a character."""


def column(text: str) -> tuple[Cell, ...]:
    """The characters of a vertical line from top to bottom; spaces do not count."""
    turned = "".join(text.split()).translate(_VERTICAL)
    return tuple(Cell(char, "\ufe10" <= char <= "\ufe4f") for char in turned)


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
