"""A flow chart on a board: the whole chart where its letters stay legible, else its stages side by side."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from generators.chart import lay_out, svg
from generators.plan.theme import sign_theme
from generators.signs.inks import inked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generators.chart.geometry import Chart
    from generators.model.post import Post
    from generators.model.procedure import Procedure

GAP_MM = 24.0
"""Between stages that stand side by side or one below the other."""
_STAGE_WIDTHS = (540.0, 460.0, 400.0, 350.0, 300.0)
"""Widths that stages may aim at, px: narrower ones are higher, and fill some boards with larger letters."""
_SIZE = re.compile(r' width="[\d.]+" height="[\d.]+"')
_LETTERS = re.compile(r'font-size="([\d.]+)"')


@dataclass(frozen=True)
class Column:
    """Drawings one below the other."""

    width_mm: float
    drawings: tuple[str, ...]
    """SVG in ink, at its size."""


@dataclass(frozen=True)
class Picture:
    """A chart ready for the board."""

    columns: tuple[Column, ...]
    letter_mm: float
    """Height of the smallest letters."""


@dataclass(frozen=True)
class _Drawing:
    svg: str
    width: float
    height: float

    def scaled(self, scale: float) -> str:
        """The drawing at `scale` mm to a px."""
        size = f' width="{self.width * scale:.2f}mm" height="{self.height * scale:.2f}mm"'
        return _SIZE.sub(size, self.svg, count=1)


def picture(
    procedure: Procedure,
    posts: Mapping[str, Post],
    room: tuple[float, float],
    letters: tuple[float, float],
    others: Mapping[str, Procedure] | None = None,
) -> Picture:
    """The chart as large as `room` (width and height, mm) allows, its smallest letters within `letters` (mm).

    `others` names the procedures that may take over. Where no arrangement reaches the least letter, the largest one is
    given; whoever asks decides what that means.
    """
    charts = [lay_out(procedure, posts, others, width) for width in _STAGE_WIDTHS]
    whole = _drawing(charts[0], None)
    smallest = min(float(size) for size in _LETTERS.findall(whole.svg))
    least, most = (letter / smallest for letter in letters)
    arrangement: tuple[tuple[_Drawing, ...], ...] = ((whole,),)
    scale = _scale(arrangement, room)
    if scale < least:
        staged = (columns for chart in charts for columns in _arrangements(chart))
        arrangement = max(staged, key=lambda columns: _scale(columns, room))
        scale = _scale(arrangement, room)
    scale = min(scale, most)
    columns = tuple(
        Column(max(d.width for d in column) * scale, tuple(d.scaled(scale) for d in column)) for column in arrangement
    )
    return Picture(columns, scale * smallest)


def _drawing(chart: Chart, stage: int | None) -> _Drawing:
    """The SVG in ink, without its links: paper has none."""
    shown = chart if stage is None else chart.stages[stage]
    drawn = inked(svg(chart, stage=stage, font_family=f"'{sign_theme().body.family}','Zhibu Names'"))
    return _Drawing(re.sub(r"<a [^>]*>", "<g>", drawn).replace("</a>", "</g>"), shown.width, shown.height)


def _arrangements(chart: Chart) -> Iterator[tuple[tuple[_Drawing, ...], ...]]:
    """Every way to break the stages, in order, into columns."""
    drawings = [_drawing(chart, stage) for stage in range(len(chart.stages))]
    count = len(drawings)
    for columns in range(1, count + 1):
        for breaks in combinations(range(1, count), columns - 1):
            yield tuple(tuple(drawings[a:b]) for a, b in pairwise((0, *breaks, count)))


def _scale(columns: Iterable[tuple[_Drawing, ...]], room: tuple[float, float]) -> float:
    """How many mm a px may have, so that the columns fit the room."""
    columns = tuple(columns)
    across = (room[0] - GAP_MM * (len(columns) - 1)) / sum(max(d.width for d in column) for column in columns)
    down = min((room[1] - GAP_MM * (len(column) - 1)) / sum(d.height for d in column) for column in columns)
    return max(0.0, min(across, down))
