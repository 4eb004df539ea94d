"""Breaking a text into lines: no mark out of place (避头尾), words whole where possible, lines of like length."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from generators.chart.vocabulary import BOUND
from generators.typeset.fonts import Face, advance

if TYPE_CHECKING:
    from collections.abc import Callable

CLOSING = frozenset("，。；：？！、）》」』】〉〕”’…—·％%℃),.;:?!]}～~")
"""No line starts with one of these (避头)."""
OPENING = frozenset("（《「『【〈〔“‘([{")
"""No line ends with one of these (避尾)."""
_JOINING = frozenset("和与及或并把被向对")
"""Small words that read with what follows them."""
_LEANING = frozenset("吗呢了的")
"""Small words that read with what precedes them."""
_PAUSE = frozenset("，。；：、？！")
_RUN = re.compile(r"[A-Za-z0-9≥≤＞＜≈+\-./–~～％%]+|.")

_LINE, _TORN, _HANGING, _RAGGED, _PAUSED = 10.0, 14.0, 1.5, 4.0, -1.0
"""Costs: of a line, a torn word, a line that ends with a joining word, a short line; breaking at a pause is welcome."""


@dataclass(frozen=True, slots=True, eq=False)
class Type:
    """How a text is set: size and distance of its lines, px. Compared by identity: each kind of text has one."""

    size: float
    leading: float
    bold: bool = False

    def width(self, text: str) -> float:
        """The width of `text` in px, by the metrics of the face that boards are set in."""
        return advance(Face.HEI_BOLD if self.bold else Face.HEI, text) * self.size


@dataclass(frozen=True, slots=True)
class Words:
    """A text broken into lines, not yet placed."""

    lines: tuple[str, ...]
    type: Type
    width: float
    """Of the widest line, px."""
    height: float
    """Of all lines, px."""


@lru_cache(maxsize=8192)
def words(text: str, limit: float, style: Type) -> Words:
    """Break `text` into lines no wider than `limit` px; only a single character may be wider than that."""
    text = " ".join(text.split())
    lines = break_lines(text, limit, style.width) if style.width(text) > limit else (text,) if text else ()
    return Words(lines, style, max(map(style.width, lines), default=0.0), len(lines) * style.leading)


def break_lines(text: str, limit: float, measure: Callable[[str], float]) -> tuple[str, ...]:
    """The lines of least cost, each within `limit` by `measure`."""
    pieces = _pieces(text, limit, measure)
    ends = [0.0, *accumulate(map(measure, pieces))]
    best = [0.0] + [float("inf")] * len(pieces)
    start = [0] * (len(pieces) + 1)
    for j in range(1, len(pieces) + 1):
        torn = _torn(pieces[j - 1], pieces[j]) if j < len(pieces) else 0.0
        for i in range(j - 1, -1, -1):
            wide = ends[j] - ends[i]
            if wide > limit + 1e-6 and i < j - 1:
                break
            cost = best[i] + _LINE + torn + _RAGGED * max(0.0, 1 - wide / limit) ** 2
            if cost < best[j]:
                best[j], start[j] = cost, i
    lines, j = [], len(pieces)
    while j:
        lines.append("".join(pieces[start[j] : j]).strip())
        j = start[j]
    return tuple(line for line in reversed(lines) if line)


def _pieces(text: str, limit: float, measure: Callable[[str], float]) -> list[str]:
    """What must stay together: Latin words and numbers, marks with their neighbours; cut only where too wide."""
    pieces: list[str] = []
    for run in _RUN.findall(text):
        sticks = pieces and (run[0] in CLOSING or pieces[-1][-1] in OPENING)
        if sticks and measure(pieces[-1] + run) <= limit:
            pieces[-1] += run
        elif measure(run) > limit:
            pieces.extend(run)
        else:
            pieces.append(run)
    return pieces


def _torn(before: str, after: str) -> float:
    """What it costs to break between two pieces."""
    if before[-1] in _PAUSE:
        return _PAUSED
    if after[0] in _LEANING or before[-1] + after[0] in BOUND or (before[-1].isdigit() and after[0].isalpha()):
        return _TORN
    return _HANGING if before[-1] in _JOINING else 0.0
