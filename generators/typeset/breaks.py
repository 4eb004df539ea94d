"""Where a label is broken that takes two lines: between words, as far as a few characters give them away."""

from __future__ import annotations

import re
from math import ceil

_SEAM = re.compile(r"(?<=[、／或与和])(?=.)|(?=及)|(?<=到)(?=有)|(?<=人)(?=[^员数次民])")
"""After a joining word, before 及, and after 人 where it ends a word, as in 联系人身份."""

_UNEVEN = 1
"""A line may be so many characters longer than half of the label, for the sake of a word."""


def halves(text: str) -> tuple[str, str]:
    """The label in two lines: before its bracket, at a seam between words near the middle, or after whole pairs.

    Most Chinese words have two characters, so six of them are better broken 4–2 than 3–3.
    """
    bracket = text.find("（")
    if bracket > 1:
        return text[:bracket], text[bracket:]
    size = len(text)
    seams = [seam.start() for seam in _SEAM.finditer(text) if 0 < seam.start() < size]
    best = min(seams, key=lambda at: max(at, size - at), default=0)
    if best and max(best, size - best) <= ceil(size / 2) + _UNEVEN:
        return text[:best], text[best:]
    if size % 4 == 2 and size > 2:  # a pair more on the first line
        return text[: size // 2 + 1], text[size // 2 + 1 :]
    return middle(text)


def middle(text: str) -> tuple[str, str]:
    """The label in two lines of about the same length, brackets aside."""
    bracket = text.find("（")
    at = bracket if bracket > 1 else ceil(len(text) / 2)
    return text[:at], text[at:]
