"""Grids: label–field pairs in rows of twelve spans."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from generators.model.form import FieldKind
from generators.pdf.labels import Label, label_for, text_mm
from generators.pdf.paper import LINE_MM, ROW_MM
from generators.typeset.fonts import Face

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generators.model.form import FieldSpec

_COLUMNS = 12
"""A grid row is this many spans wide."""
_WIDE = 4
"""From this span on, labels are wide."""
_HINT_MM = 24
"""Options longer than this are not printed in the cell."""
_SUFFIX_PT = 9


@dataclass(frozen=True)
class Cell:
    """A label and the place beside it."""

    spec: FieldSpec
    label_mm: float
    value_mm: float
    suffix_mm: float
    """Room for the unit, or for short options to be ticked by hand; 0 when there is neither."""
    least_mm: float = ROW_MM
    """Height of its row when a single line is written."""
    growth_mm: float = 0
    """How much higher the row has grown."""

    @property
    def label(self) -> Label:
        """The label broken for its cell."""
        return label_for(self.spec.label, self.label_mm - 2 - (1.5 if self.spec.required else 0))

    @property
    def suffix(self) -> str:
        """What stands at the right end."""
        return _suffix(self.spec)

    @property
    def height_mm(self) -> float:
        """Height of a box for several lines."""
        return self.spec.lines * LINE_MM + self.growth_mm

    @property
    def pitch_mm(self) -> float:
        """Distance of its lines: they fill the box, and are as many as find room with the height of handwriting."""
        return self.height_mm / int(self.height_mm / LINE_MM + 0.01)

    @property
    def row_mm(self) -> float:
        """Height of its row, unless it has several lines."""
        return self.least_mm + self.growth_mm


@dataclass(frozen=True)
class GridView:
    """Label–field pairs in rows."""

    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class LabelWidths:
    """How wide labels are, in millimetres: one measure for a whole form, so that its lines stand one below another."""

    wide: float
    slim: float

    def of(self, spec: FieldSpec) -> float:
        """The width of a field's label."""
        return self.wide if spec.span >= _WIDE else self.slim


def label_widths(specs: Sequence[FieldSpec], total_mm: float) -> LabelWidths:
    """Widths that suit all labels of a form."""
    wide = _label_mm([s for s in specs if s.span >= _WIDE], total_mm * _WIDE / _COLUMNS)
    return LabelWidths(wide, _label_mm([s for s in specs if s.span < _WIDE], total_mm * 3 / _COLUMNS))


def grid_view(specs: Sequence[FieldSpec], widths: LabelWidths, total_mm: float) -> GridView:
    """The fields in rows of twelve spans; the last field of a row takes what is left of it."""
    rows: list[list[FieldSpec]] = []
    left = 0
    for spec in specs:
        if spec.span > left:
            rows.append([])
            left = _COLUMNS
        rows[-1].append(spec)
        left -= spec.span
    return GridView(tuple(tuple(_cells(row, widths, total_mm)) for row in rows))


def _cells(row: Sequence[FieldSpec], widths: LabelWidths, total_mm: float) -> list[Cell]:
    cells = []
    spare = _COLUMNS - sum(spec.span for spec in row)
    for spec in row:
        spans = spec.span + (spare if spec is row[-1] else 0)
        label = widths.of(spec)
        suffix = text_mm(_suffix(spec), _SUFFIX_PT, Face.SONG) + 2.5 if _suffix(spec) else 0
        cells.append(Cell(spec, label, total_mm * spans / _COLUMNS - label - suffix, suffix))
    return cells


def _label_mm(specs: Sequence[FieldSpec], field_mm: float) -> float:
    """One width for the labels of a grid: the longest on one line, or long ones on two."""
    longest = max((text_mm(spec.label + ("*" if spec.required else "")) for spec in specs), default=0)
    limit = field_mm * 0.46
    return min(max(longest + 4, 18), limit) if longest + 4 <= limit else max(ceil(longest / 2) + 4, min(24, limit))


def _suffix(spec: FieldSpec) -> str:
    if spec.unit or spec.kind is not FieldKind.CHOICE:
        return spec.unit or ""
    options = "／".join(spec.choices)
    return options if text_mm(options, _SUFFIX_PT, Face.SONG) <= _HINT_MM else ""
