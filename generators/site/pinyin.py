"""Pinyin for the search: names spelled out for initials, and the characters that sound alike."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

from pypinyin import lazy_pinyin

_SPELLED = re.compile(r"[\u3400-\u9fff]|[a-z0-9]", re.IGNORECASE)


@cache
def spelled(name: str) -> str:
    """`三会一课` → `san hui yi ke`; letters and digits stand for themselves, the rest is left out."""
    kept = "".join(_SPELLED.findall(name.lower()))
    return " ".join(lazy_pinyin(kept, errors=list))  # type: ignore[arg-type] # it takes a list of parts, too


@cache
def syllables() -> dict[str, str]:
    """Syllable → the common characters read so, for finding what was typed with the wrong character."""
    found: defaultdict[str, str] = defaultdict(str)
    for character in _common_characters():
        found[lazy_pinyin(character)[0]] += character
    return dict(sorted(found.items()))


def _common_characters() -> list[str]:
    """The 6,763 characters of GB 2312."""
    pairs = (bytes((high, low)) for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF))
    return [text for pair in pairs if (text := pair.decode("gb2312", "ignore"))]
