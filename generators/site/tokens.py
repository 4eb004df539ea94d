"""Text → the terms that the search knows; the same is done to a question in templates/site/docs/assets/search-words.js.

Han text is cut into pairs of characters, the rest into words. A number before a measure word gives one term more,
in digits, so that `5个工作日` and `五个工作日` meet.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD = re.compile(r"[\u3400-\u9fff]+|[a-z0-9]+(?:\.[0-9]+)?%?")
_MEASURED = re.compile(
    r"([0-9]+(?:\.[0-9]+)?|[零一二两三四五六七八九十百千]+)([个天日月年人名票元岁次分星项条级周课会议步份张届期种])"
)
_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"两": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}


def normal(text: str) -> str:
    """Small letters and half width: `Ｒ３０％` → `r30%`."""
    return unicodedata.normalize("NFKC", text).lower()


def terms(text: str, *, single: bool = False) -> Iterator[str]:
    """The terms of a text; with `single` also each Han character."""
    text = normal(text)
    for match in _WORD.finditer(text):
        word = match[0]
        if word[0] < "\u3400":
            yield word
            continue
        yield from pairs(word)
        if single or len(word) == 1:
            yield from word
    for match in _MEASURED.finditer(text):
        if number := _in_digits(match[1]):
            yield number + match[2]


def pairs(word: str) -> Iterator[str]:
    """`三会一课` → `三会`, `会一`, `一课`."""
    return (word[at : at + 2] for at in range(len(word) - 1))


@lru_cache(maxsize=1_000)
def _in_digits(number: str) -> str:
    """`二十` → `20`; empty for what is no number, such as `三五`."""
    if number[0].isascii():
        return number
    total = last = 0
    for character in number:
        if character in _TENS:
            total += (last or 1) * _TENS[character]
            last = 0
        elif last:
            return ""
        else:
            last = _DIGITS[character]
    return str(total + last)
