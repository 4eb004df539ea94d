"""Rows and cells: what the framed part of a form is made of, before it is known which page it falls on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from itertools import pairwise
from typing import TYPE_CHECKING

from generators.word.controls import Anchor
from generators.word.measure import twips
from generators.word.styles import CELL_MARGIN, FORM_TABLE, SHADE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generators.word.controls import Control

    Piece = str | Control | Anchor
    Pieces = tuple[Piece, ...]


class Merge(Enum):
    """A cell's part in a cell that reaches over several rows."""

    NONE = ""
    FIRST = '<w:vMerge w:val="restart"/>'
    FURTHER = "<w:vMerge/>"


@dataclass(frozen=True)
class Cell:
    """A cell: where it begins and how wide it is, in millimetres, and its paragraphs."""

    start: float
    width: float
    pieces: Pieces
    shaded: bool = False
    merge: Merge = Merge.NONE
    valign: str = "center"


@dataclass(frozen=True)
class Row:
    """A row of at least `height` millimetres."""

    cells: tuple[Cell, ...]
    height: float
    head: bool = False
    """Repeated at the top of every page of its table."""
    weight: int = 0
    """Its share of what is left of the page; 0 when it takes none."""
    splits: bool = False
    """Whether a page may end inside it: a long text may grow beyond a page."""
    follows: bool = False
    """Whether it stays on the page of the row above, as the rows of one card do. Only in frames of counted pages."""
    opens: bool = False
    """Whether it begins a card, under a heavier rule."""

    def repeated(self) -> Row:
        """The row as it stands again on a further page: a bookmark has only one place."""
        bare = (
            replace(cell, pieces=tuple(piece for piece in cell.pieces if not isinstance(piece, Anchor)))
            for cell in self.cells
        )
        return replace(self, cells=tuple(bare))


def room_width(cell_width: float) -> float:
    """Millimetres for text in a cell."""
    return cell_width - 2 * CELL_MARGIN


def table_xml(rows: Sequence[Row], width: float) -> Iterable[Piece]:
    """The rows as one table whose grid has a line wherever any row has one."""
    edges = sorted({edge for row in rows for cell in row.cells for edge in _sides(cell)})
    columns = "".join(f'<w:gridCol w:w="{b - a}"/>' for a, b in pairwise(edges))
    yield (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{FORM_TABLE}"/><w:tblW w:w="{twips(width)}" w:type="dxa"/>'
        f'<w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>'
    )
    for row in rows:
        yield from _row_xml(row, edges)
    yield "</w:tbl>"


def _row_xml(row: Row, edges: Sequence[int]) -> Iterable[Piece]:
    whole = "" if row.splits else "<w:cantSplit/>"
    head = "<w:tblHeader/>" if row.head else ""
    yield f'<w:tr><w:trPr>{whole}<w:trHeight w:val="{twips(row.height)}" w:hRule="atLeast"/>{head}</w:trPr>'
    for cell in row.cells:
        left, right = _sides(cell)
        columns = edges.index(right) - edges.index(left)
        span = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
        rule = _RULE if row.opens else ""
        shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{SHADE}"/>' if cell.shaded else ""
        yield (
            f'<w:tc><w:tcPr><w:tcW w:w="{right - left}" w:type="dxa"/>{span}{cell.merge.value}{rule}{shade}'
            f'<w:vAlign w:val="{cell.valign}"/></w:tcPr>'
        )
        yield from cell.pieces
        yield "</w:tc>"
    yield "</w:tr>"


_RULE = '<w:tcBorders><w:top w:val="single" w:sz="12" w:space="0" w:color="333333"/></w:tcBorders>'


def _sides(cell: Cell) -> tuple[int, int]:
    """The cell's edges in twips, from rounded millimetres, so that equal sums meet in one line of the grid."""
    return twips(round(cell.start, 3)), twips(round(cell.start + cell.width, 3))
