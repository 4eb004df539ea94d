"""Dividing a form among pages.

All lines and rows have heights of our own making, so the pages can be counted here, without a word processor, and the
contents page can be printed with the right numbers.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import takewhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generators.word.rows import Row

BORDER_MM = 0.18
"""What the rule between two rows adds."""
RESERVE_MM = 2.5
"""Left free on each page: word processors differ by fractions of a millimetre, and the page must not overflow."""
_UNSURE_MM = 1.5
"""By so little a row may overflow a page and yet be put on it, or the other way round."""
_STRETCHES = tuple(1 + step / 100 for step in range(30, -16, -1))
"""Rows may grow to 1.3 times their height, so that the pages of a form without long boxes are evenly filled, and the
lowest may shrink a little where that saves a page."""
_WASTE_MM = 20.0
"""Rows grow rather than that a page but the last is filled, as long as it has not so much more left over."""
_LOWEST_MM = 7.6
"""Lower no row becomes: this book is typed into; the one for writing by hand, the PDF, keeps to 8 mm."""
_LOW_MM = 9.0
"""Rows up to this height may shrink: the lines of text they hold stay as many."""


@dataclass(frozen=True)
class Text:
    """A paragraph of known height, in millimetres, that stands outside any table."""

    xml: str
    height: float


@dataclass(frozen=True)
class Turn:
    """The page is turned here."""


@dataclass(frozen=True)
class Frame:
    """Rows that become one table."""

    rows: tuple[Row, ...]
    counted: bool = False
    """Whether each page has a table of its own: word processors cannot be told how many rows a page has."""
    per_page: int | None = None
    """Most rows or cards on a page of a counted frame; as many as fit when there is none."""

    def units(self) -> tuple[tuple[Row, ...], ...]:
        """What is placed in one piece: in a counted frame a card, or a row, and the heads with the first of them."""
        if not self.counted:
            return tuple((row,) for row in self.rows)
        units: list[tuple[Row, ...]] = []
        for row in self.rows:
            if units and (row.follows or units[-1][-1].head):
                units[-1] += (row,)
            else:
                units.append((row,))
        return tuple(units)

    def with_rows(self, rows: Iterable[Row]) -> Frame:
        """The frame with other rows."""
        return replace(self, rows=tuple(rows))

    def heads_height(self) -> float:
        """Millimetres of the rows at the beginning that are repeated on every page."""
        return sum(row.height + BORDER_MM for row in takewhile(lambda row: row.head, self.rows))

    def stretched(self, factor: float) -> Frame:
        """The frame with higher rows; head rows keep their height."""
        return self.with_rows(
            row if row.head else replace(row, height=_stretched(row.height, factor)) for row in self.rows
        )


def _stretched(height: float, factor: float) -> float:
    if factor >= 1:
        return height * factor
    return max(_LOWEST_MM, height * factor) if _LOWEST_MM < height <= _LOW_MM else height


Item = Text | Turn | Frame


@dataclass(frozen=True)
class LaidOut:
    """The items with their final heights, and how many pages they take."""

    items: tuple[Item, ...]
    pages: int


def lay_out(items: tuple[Item, ...], height: float, title: float) -> LaidOut:
    """Divide the items among pages of `height` millimetres, the first of which begins with a title of `title`."""
    grows = any(row.weight for item in items if isinstance(item, Frame) for row in item.rows)
    factors = tuple(factor for factor in _STRETCHES if factor <= 1) if grows else _STRETCHES
    flows = [_Flow(_all_stretched(items, factor), height, title) for factor in factors]
    fewest = min(flow.pages for flow in flows)
    fit = [flow for flow in flows if flow.pages == fewest and not flow.ends_alone] or [_Flow(items, height, title)]
    least = min(flow.waste for flow in fit)
    best = next(flow for flow in fit if flow.waste <= least + _WASTE_MM)
    return LaidOut(best.turned(best.filled()), best.pages)


def _all_stretched(items: tuple[Item, ...], factor: float) -> tuple[Item, ...]:
    return tuple(item.stretched(factor) if isinstance(item, Frame) else item for item in items)


def _cut(frame: Frame, pages: list[int], turns: set[int]) -> Iterator[Item]:
    """The frame in parts, divided where these pages begin, with the heads again on all but the first."""
    heads = tuple(row.repeated() for row in takewhile(lambda row: row.head, frame.rows))
    rows: list[Row] = []
    before = pages[0]
    for row, page in zip(frame.rows, pages, strict=True):
        if page != before and page in turns:
            yield Frame(tuple(rows))
            yield Turn()
            rows = list(heads)
        rows.append(row)
        before = page
    yield Frame(tuple(rows))


class _Flow:
    """The items as they come to lie: how far each page is used, and on which page each row is."""

    def __init__(self, items: tuple[Item, ...], height: float, title: float) -> None:
        self.items = items
        self._height = height - RESERVE_MM
        self._used = [title]
        self._page_of: list[list[int]] = []
        self._unsure: set[int] = set()
        """Pages that begin with what a word processor may find room for on the page before."""
        self.ends_alone = False
        """Whether a last page holds no row, only the line below the table."""
        for item in items:
            self._page_of.append(self._place(item))

    @property
    def pages(self) -> int:
        return len(self._used)

    @property
    def waste(self) -> float:
        """The most that is left over on a page that another one follows; boxes that fill pages leave nothing."""
        weights = self._weights()
        return max(
            (self._height - used for used, weight in zip(self._used[:-1], weights, strict=False) if not weight),
            default=0.0,
        )

    def filled(self) -> tuple[Item, ...]:
        """The items, with what is left of each page given to the rows that ask for it by their weights."""
        weights = self._weights()
        share = [
            max(0.0, self._height - used) / (weight or 1) for used, weight in zip(self._used, weights, strict=True)
        ]
        return tuple(
            item.with_rows(
                replace(r, height=r.height + r.weight * share[p]) for r, p in zip(item.rows, pages, strict=True)
            )
            if isinstance(item, Frame)
            else item
            for item, pages in zip(self.items, self._page_of, strict=True)
        )

    def turned(self, items: Iterable[Item]) -> tuple[Item, ...]:
        """The items, these or higher ones, with a turn wherever a word processor might turn the page elsewhere."""
        parts: list[Item] = []
        before = 0
        for item, pages in zip(items, self._page_of, strict=True):
            turns = set(pages) if isinstance(item, Frame) and item.counted else self._unsure
            if pages and pages[0] > before and pages[0] in turns:
                parts.append(Turn())
            parts += _cut(item, pages, turns) if isinstance(item, Frame) else (item,)
            before = pages[-1] if pages else before + 1
        return tuple(parts)

    def _weights(self) -> list[int]:
        """For each page what its rows ask of it together."""
        weights = [0] * self.pages
        for row, page in self._rows():
            weights[page] += row.weight
        return weights

    def _rows(self) -> list[tuple[Row, int]]:
        return [
            (row, page)
            for item, pages in zip(self.items, self._page_of, strict=True)
            if isinstance(item, Frame)
            for row, page in zip(item.rows, pages, strict=True)
        ]

    def _place(self, item: Item) -> list[int]:
        if isinstance(item, Turn):
            self._used.append(0.0)
            return []
        if isinstance(item, Text):
            before = self.pages
            page = self._put(item.height, 0.0)
            self.ends_alone = self.pages > before > 0
            return [page]
        self.ends_alone = False
        heads = item.heads_height()
        pages: list[int] = []
        on_page = 0
        for unit in item.units():
            height = sum(row.height + BORDER_MM for row in unit)
            if on_page == item.per_page:
                self._used.append(heads)
            page = self._put(height, 0.0 if unit[0].head else heads)
            on_page = on_page + 1 if pages and pages[-1] == page else 1
            pages += [page] * len(unit)
        return pages

    def _put(self, height: float, heads: float) -> int:
        """Place something here, or on a new page, which then begins with repeated heads of that height."""
        over = self._used[-1] + height - self._height
        if over > 0 and self._used[-1] > heads:
            if over < RESERVE_MM + _UNSURE_MM:
                self._unsure.add(self.pages)
            self._used.append(heads)
        self._used[-1] += height
        return self.pages - 1
