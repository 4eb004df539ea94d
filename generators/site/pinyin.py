"""Pinyin for the search: how names are spelled, and which characters sound alike."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from pypinyin import lazy_pinyin

if TYPE_CHECKING:
    from collections.abc import Iterator

_SPELLED = re.compile(r"[\u3400-\u9fff]|[a-z0-9]", re.IGNORECASE)
_BLADE = re.compile(r"^([zcs])h")
_NASAL = re.compile(r"^n(?=[aeiouv])")


@cache
def spelled(name: str) -> tuple[str, ...]:
    """`三会一课` → `san hui yi ke`; letters and digits stand for themselves, the rest is left out."""
    kept = "".join(_SPELLED.findall(name.lower()))
    return tuple(lazy_pinyin(kept, errors=list))  # type: ignore[arg-type] # it takes a list of parts, too


@cache
def readings(pair: str) -> frozenset[tuple[str, str]]:
    """How two characters may be read: in their word, and each by itself (`重温`: chong wen, zhong wen)."""
    alone = tuple(lazy_pinyin(character)[0] for character in pair)
    together = tuple(lazy_pinyin(pair))
    return frozenset({(alone[0], alone[1]), (together[0], together[1])})


@cache
def heard(syllable: str) -> str:
    """A syllable as many ears hear it: zh as z, n as l, ing as in. search-near.js does the same."""
    syllable = _NASAL.sub("l", _BLADE.sub(r"\1", syllable))
    return syllable.removesuffix("g") if syllable.endswith("ng") else syllable


@cache
def syllables() -> dict[str, str]:
    """Syllable → the common characters read so, for finding what was typed with the wrong character."""
    return _by_syllable(list(_common()))


@cache
def rare_syllables() -> dict[str, str]:
    """The same for the other characters of GB 2312, and the traditional ones."""
    rest = {*_decoded("gb2312", (0xD8, 0xF7), range(0xA1, 0xFF)), *_traditional()}
    return _by_syllable(sorted(rest - set(_common())))


def _by_syllable(characters: list[str]) -> dict[str, str]:
    found: defaultdict[str, str] = defaultdict(str)
    for character in characters:
        found[lazy_pinyin(character)[0]] += character
    return dict(sorted(found.items()))


def _common() -> Iterator[str]:
    """The 3,755 characters of GB 2312's first level."""
    return _decoded("gb2312", (0xB0, 0xD7), range(0xA1, 0xFF))


def _traditional() -> Iterator[str]:
    """The 5,401 common characters of Big5."""
    return _decoded("big5", (0xA4, 0xC6), [*range(0x40, 0x7F), *range(0xA1, 0xFF)])


def _decoded(encoding: str, first: tuple[int, int], second: list[int] | range) -> Iterator[str]:
    pairs = (bytes((high, low)) for high in range(first[0], first[1] + 1) for low in second)
    return (text for pair in pairs if (text := pair.decode(encoding, "ignore")) and _SPELLED.match(text))
