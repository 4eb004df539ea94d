"""A sheet's columns: the widest table sets them, and everything else is fitted to them by merging cells."""

from __future__ import annotations

from itertools import accumulate
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generators.model.form import Table

PAGE_MM = 273.0
"""The width of a landscape A4 page between our margins."""

HANZI_MM = 3.7
"""The width of one hanzi at 10 pt, with the air Excel leaves."""

_SERIAL_SHARE = 0.03
_LABEL_SHARES = (0.07, 0.16)
"""The least and the most of the page's width that a column of row names takes."""

_ENOUGH_PARTNERS = 3
"""So many columns in common make one table belong over another; a name and a remark are in many."""

_CHARACTER_MM = 1.9
"""The width of one digit of the default font, Excel's unit of column width."""


class Span(NamedTuple):
    """Neighbouring columns of the sheet, from 0, both ends included."""

    first: int
    last: int


def widths(table: Table) -> list[float]:
    """Millimetres of a table's columns, its serial column first if it has one, when it fills the page."""
    serial = _serial_share(table) * PAGE_MM
    total = sum(column.width for column in table.columns)
    own = [(PAGE_MM - serial) * column.width / total for column in table.columns]
    return [serial, *own] if serial else own


def _serial_share(table: Table) -> float:
    if table.row_labels:
        least, most = _LABEL_SHARES
        longest = max(map(len, table.row_labels)) * HANZI_MM / PAGE_MM
        return min(most, max(least, longest))
    return _SERIAL_SHARE if table.numbered else 0


def characters(millimetres: float) -> float:
    """A width in Excel's unit."""
    return round(millimetres / _CHARACTER_MM, 2)


def points(millimetres: float) -> float:
    """A height in Excel's unit, which ends at 409."""
    return min(409.0, round(millimetres / 25.4 * 72, 2))


def fitted(relative: Sequence[float], columns: Sequence[float]) -> list[Span]:
    """Where cells of these relative widths stand on columns of these widths, each on one column at least."""
    edges = list(accumulate(columns))
    spans: list[Span] = []
    first, reached = 0, 0.0
    for index, share in enumerate(relative):
        reached += share / sum(relative) * edges[-1]
        after = len(relative) - index - 1
        latest = len(columns) - 1 - after
        nearest = min(range(len(edges)), key=lambda i: abs(edges[i] - reached))
        last = latest if after == 0 else max(first, min(nearest, latest))
        spans.append(Span(first, last))
        first = last + 1
    return spans


def aligned(table: Table, widest: Table, columns: Sequence[float]) -> list[Span]:
    """Where a table's cells stand on the columns of the widest table.

    Columns of the same field stand under each other (a row of dates over the marks of those days); what has no
    partner shares the room between. Tables that have little in common are fitted by width alone.
    """
    own, known = _fields(table), _fields(widest)
    partners = {index: known.index(name) for index, name in enumerate(own) if name and name in known}
    fixed = list(partners.values())
    if table is widest or len(fixed) < _ENOUGH_PARTNERS or fixed != sorted(fixed):
        return fitted(widths(table), columns)
    relative = widths(table)
    spans: list[Span] = []
    stops = [*partners.items(), (len(own), len(known))]
    for index, at in stops:
        first = spans[-1].last + 1 if spans else 0
        between = range(len(spans), index)
        if between and at - first < len(between):
            return fitted(relative, columns)
        if between:
            shared = fitted([relative[i] for i in between], columns[first:at])
            spans += [Span(first + span.first, first + span.last) for span in shared]
        elif spans and first < at:
            spans[-1] = Span(spans[-1].first, at - 1)
        elif not spans and at:
            return fitted(relative, columns)
        if index < len(own):
            spans.append(Span(at, at))
    return spans


def _fields(table: Table) -> list[str]:
    """The names of a table's columns, an empty one for the serial column."""
    return [*([""] if _serial_share(table) else []), *(column.field for column in table.columns)]


def lines(text: str, millimetres: float) -> int:
    """How many lines a text takes in a cell of this width; Latin letters and digits are half as wide."""
    room = max(1.0, (millimetres - 1.5) / HANZI_MM)
    return sum(max(1, ceil(_ems(part) / room)) for part in text.split("\n"))


def _ems(text: str) -> float:
    return sum(0.52 if ord(letter) < 0x2E80 else 1 for letter in text)
