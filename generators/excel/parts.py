"""Which forms of a book become sheets; a form with several long tables becomes a sheet for each of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generators.model.form import Layout
from generators.model.sizing import Per

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generators.model.form import Block, Form, Table
    from generators.plan.book import BookPlan, Entry

_MOST_COPIES = 4
"""Forms printed more often are records of single occasions, not registers kept through the year."""

_PAGE_MM = 150.0
"""The height of tables that a landscape page holds under its title."""

_LONG_MM = 60.0
"""A sheet ends with a table when it has become so high: small tables stay with the one they lead to."""

_PERSONS = {Per.MEMBER, Per.FULL_MEMBER, Per.PROBATIONARY_MEMBER, Per.APPLICANT, Per.FLOATING_MEMBER}

_NAME_ROOM = 31
"""Excel's limit for the name of a sheet."""


@dataclass(frozen=True)
class Part:
    """What one sheet holds: a copy of a form, or the blocks of it around one of its tables."""

    entry: Entry
    blocks: tuple[Block, ...]
    order: int = 0
    """Which part of the form it is, from 1; 0 for the whole form."""
    label: str = ""
    """What the part is called within the form."""
    is_last: bool = True
    """Whether the form ends with it."""

    @property
    def title(self) -> str:
        """The sheet's heading."""
        return f"{self.entry.title}：{self.label}" if self.label else self.entry.title

    @property
    def name(self) -> str:
        """The sheet's name, `R14 正式党员名册` or `R39-2 学时台账`, with the copy's number where there are several."""
        form = self.entry.shape.form
        number = f"（{self.entry.number}）" if self.entry.copies > 1 else ""
        called = f"{form.id}-{self.order} {self.label}" if self.order else f"{form.id} {form.title}"
        return re.sub(r"[\[\]:*?/\\']", "", called)[: _NAME_ROOM - len(number)].rstrip() + number

    def tables(self) -> tuple[Table, ...]:
        """The tables of its blocks."""
        return tuple(block.table for block in self.blocks if block.table)


def registers(plan: BookPlan) -> Iterator[Part]:
    """The sheets of a book: its registers, kept through the year."""
    for entry in plan.entries():
        if entry.copies <= _MOST_COPIES and _is_register(entry.shape.form):
            yield from _parts(entry)


def _is_register(form: Form) -> bool:
    """A form with a wide table, with a row for each person, or with something to add up."""
    tables = list(form.tables())
    wide = form.layout is Layout.LANDSCAPE
    if form.layout is Layout.SPREAD:  # the record of one meeting
        return False
    return any(wide or table.total or _PERSONS & set(table.rows.per) for table in tables if not table.cards)


def _parts(entry: Entry) -> Iterator[Part]:
    blocks = entry.shape.form.blocks
    pieces = _pieces(entry) if sum(_height(entry, block) for block in blocks) > _PAGE_MM else [blocks]
    if len(pieces) == 1:
        yield Part(entry, blocks)
        return
    for number, piece in enumerate(pieces, start=1):
        yield Part(entry, piece, number, _label(piece) or f"之{number}", is_last=number == len(pieces))


def _label(blocks: tuple[Block, ...]) -> str:
    """What blocks are about: their last table's label, or the first word of their heading."""
    labels = [block.table.label for block in blocks if block.table and block.table.label]
    headings = [re.split(r"[（(：\s]", block.heading)[0] for block in blocks if block.heading]
    return next(iter(labels[::-1] or headings), "")


def _pieces(entry: Entry) -> list[tuple[Block, ...]]:
    """The blocks cut behind each long table; what follows the last table stays with it."""
    pieces: list[list[Block]] = [[]]
    height = 0.0
    left = sum(1 for _ in entry.shape.form.tables())
    for block in entry.shape.form.blocks:
        pieces[-1].append(block)
        height += _height(entry, block)
        left -= block.table is not None
        if block.table and left and height > _LONG_MM:
            pieces.append([])
            height = 0.0
    return [tuple(piece) for piece in pieces]


def _height(entry: Entry, block: Block) -> float:
    """Millimetres of a table with its head; other blocks are no reason to turn the page."""
    return 20 + block.table.row_mm * entry.shape.rows_of(block.table) if block.table else 0.0
