"""Stage labels in the left margin, set vertically as on a wall board."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from generators.chart.geometry import Band, Rect, Text
from generators.chart.style import STAGE
from generators.chart.wrap import Words, break_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

_UPRIGHT = str.maketrans("，、。：；！？（）《》〈〉「」『』【】…—", "︐︑︒︓︔︕︖︵︶︽︾︿﹀﹁﹂﹃﹄︻︼︙︱")
"""Punctuation → its form in vertical lines (Unicode, Vertical Forms and CJK Compatibility Forms)."""
_NUMERALS = "一二三四五六七八九十"
_PAD, _COLUMN = 9.0, 18.0
_LONG = 8
"""Characters that still stand in one column, even if the band must grow for them."""


def least_height(title: str) -> float:
    """The height that holds a title in one column, or a long one in two."""
    length = len(title)
    return (length if length <= _LONG else -(-length // 2)) * STAGE.leading + 2 * _PAD + _head("一")


def margin(titles: Sequence[str], heights: Sequence[float]) -> float:
    """The width of the margin that holds all labels, px."""
    return max(len(_columns(t, h)) for t, h in zip(titles, heights, strict=True)) * _COLUMN + 2 * _PAD


def bands(titles: Sequence[str], tops: Sequence[float], wide: float, right: float) -> tuple[Band, ...]:
    """The bands; `tops` has the top of each and the bottom of the last, `wide` is the margin's width."""
    return tuple(
        _band(title, Rect(0, top, right, bottom - top), wide, ordinal(number) if len(titles) > 1 else "")
        for number, (title, top, bottom) in enumerate(zip(titles, tops, tops[1:], strict=False))
    )


def _band(title: str, rect: Rect, wide: float, numeral: str) -> Band:
    label = Rect(rect.x, rect.y, wide, rect.h)
    columns = [Words(tuple(c), STAGE, STAGE.size, len(c) * STAGE.leading) for c in _columns(title, rect.h)]
    tallest = max(c.height for c in columns)
    top = label.cy - (tallest + _head(numeral)) / 2
    first = label.cx + (len(columns) - 1) * _COLUMN / 2
    texts = [Text(c, first - i * _COLUMN, top + _head(numeral)) for i, c in enumerate(columns)]
    mark = Text(Words((numeral,), STAGE, STAGE.size, STAGE.leading), label.cx, top) if numeral else None
    return Band(rect, label, mark, tuple(texts))


def _columns(title: str, height: float) -> tuple[str, ...]:
    return _broken(title, max(1, int((height - 2 * _PAD - _head("一")) // STAGE.leading)))


@lru_cache(maxsize=1024)
def _broken(title: str, room: int) -> tuple[str, ...]:
    """The title in columns of at most `room` characters, its marks in their upright forms."""
    return tuple(c.replace(" ", "").translate(_UPRIGHT) for c in break_lines(title, room, len)) or ("",)


def _head(numeral: str) -> float:
    return STAGE.leading + 6 if numeral else 0.0


def ordinal(index: int) -> str:
    """The Chinese number of the stage with this index: 一 for the first."""
    return _NUMERALS[index] if index < len(_NUMERALS) else str(index + 1)
