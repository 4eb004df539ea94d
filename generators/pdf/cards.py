"""Tables whose rows are cards: each row is a small grid of its own, such as one talk among four on a page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generators.model.form import FieldKind
from generators.pdf.grids import grid_view, label_widths
from generators.pdf.labels import Label, label_for, text_mm
from generators.pdf.paper import LINE_MM
from generators.plan.shape import TOTAL_ROW

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generators.model.form import FieldSpec, Table
    from generators.pdf.grids import GridView

_NUMBER_MM = 8.0
"""Width of the column with a card's number."""
_NAME_MM = 24.0
"""The most that names of cards take; longer ones are broken."""


@dataclass(frozen=True)
class Card:
    """One row of the table, as a grid."""

    head: Label | None
    """Its number or name, at its left side."""
    prefix: str
    """The beginning of its fields' local names: `talks.01`."""
    grid: GridView
    turned: bool
    """Whether it begins a page because the page before has as many as it may."""


@dataclass(frozen=True)
class CardsView:
    """A table as cards."""

    table: Table
    first_mm: float
    """Width of the column with numbers or names; 0 without one."""
    cards: tuple[Card, ...]


def cards_view(table: Table, rows: int, total_mm: float, growth_mm: float, held: int | None) -> CardsView:
    """The table as cards, each `growth_mm` higher than its lines need, `held` of them on a page."""
    first = _first_mm(table)
    grid = _grid(table.columns, total_mm - first, growth_mm)
    cards = [
        Card(
            _head(table.row_labels[n - 1] if table.row_labels else str(n), first),
            f"{table.name}.{n:02d}",
            grid,
            turned=turns(n, held or table.per_page),
        )
        for n in range(1, rows + 1)
    ]
    added = [column for column in table.columns if column.kind is FieldKind.NUMBER]
    if table.total and added:
        total = _grid(added, total_mm - first, 0)
        cards.append(Card(_head(table.total, first), f"{table.name}.{TOTAL_ROW}", total, turned=False))
    return CardsView(table, first, tuple(cards))


def turns(number: int, per_page: int | None) -> bool:
    """Whether a row begins a page because the page before has as many as it may."""
    return per_page is not None and number > 1 and (number - 1) % per_page == 0


def _first_mm(table: Table) -> float:
    if table.row_labels:
        return min(max(text_mm(label) for label in table.row_labels) + 4, _NAME_MM)
    return _NUMBER_MM if table.numbered else 0.0


def _head(text: str, first_mm: float) -> Label | None:
    return label_for(text, first_mm - 2) if first_mm else None


def _grid(columns: Sequence[FieldSpec], total_mm: float, growth_mm: float) -> GridView:
    """The card's grid; it grows in the rows with several lines, or in all when there are none."""
    view = grid_view(columns, label_widths(columns, total_mm), total_mm)
    weights = [max(cell.spec.lines for cell in row) for row in view.rows]
    if max(weights) > 1:
        weights = [lines if lines > 1 else 0 for lines in weights]
    shares = [growth_mm * weight / sum(weights) for weight in weights]
    rows = tuple(
        tuple(replace(cell, least_mm=LINE_MM, growth_mm=share) for cell in row)
        for row, share in zip(view.rows, shares, strict=True)
    )
    return replace(view, rows=rows)


def card_mm(view: CardsView) -> float:
    """Height of a card as its lines need it."""
    return (
        sum(max([LINE_MM, *(cell.height_mm for cell in row)]) for row in view.cards[0].grid.rows) if view.cards else 0
    )
