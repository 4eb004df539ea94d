"""Dividing a form among pages.

All lines and rows have heights of our own making, so the pages can be counted here, without a word processor, and the
contents page can be printed with the right numbers.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import takewhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generators.word.rows import Row

BORDER_MM = 0.18
"""What the rule between two rows adds."""
RESERVE_MM = 2.5
"""Left free on each page: word processors differ by fractions of a millimetre, and the page must not overflow."""
_STRETCHES = tuple(1 + step / 100 for step in range(30, -1, -1))
"""Rows may grow to 1.3 times their height, so that the pages of a form without long boxes are evenly filled."""


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

    def heads_height(self) -> float:
        """Millimetres of the rows at the beginning that are repeated on every page."""
        return sum(row.height + BORDER_MM for row in takewhile(lambda row: row.head, self.rows))

    def stretched(self, factor: float) -> Frame:
        """The frame with higher rows; head rows keep their height."""
        return Frame(tuple(row if row.head else replace(row, height=row.height * factor) for row in self.rows))


Item = Text | Turn | Frame


@dataclass(frozen=True)
class LaidOut:
    """The items with their final heights, and how many pages they take."""

    items: tuple[Item, ...]
    pages: int


def lay_out(items: tuple[Item, ...], height: float, title: float) -> LaidOut:
    """Divide the items among pages of `height` millimetres, the first of which begins with a title of `title`."""
    if any(row.weight for item in items if isinstance(item, Frame) for row in item.rows):
        flow = _Flow(items, height, title)
        return LaidOut(flow.filled(), flow.pages)
    flows = (_Flow(_stretched(items, factor), height, title) for factor in _STRETCHES)
    fewest = _Flow(items, height, title).pages
    best = next((f for f in flows if f.pages <= fewest and not f.ends_alone), None) or _Flow(items, height, title)
    return LaidOut(best.items, best.pages)


def _stretched(items: tuple[Item, ...], factor: float) -> tuple[Item, ...]:
    return tuple(item.stretched(factor) if isinstance(item, Frame) else item for item in items)


class _Flow:
    """The items as they come to lie: how far each page is used, and on which page each row is."""

    def __init__(self, items: tuple[Item, ...], height: float, title: float) -> None:
        self.items = items
        self._height = height - RESERVE_MM
        self._used = [title]
        self._page_of: list[list[int]] = []
        self.ends_alone = False
        """Whether a last page holds no row, only the line below the table."""
        for item in items:
            self._page_of.append(self._place(item))

    @property
    def pages(self) -> int:
        return len(self._used)

    def filled(self) -> tuple[Item, ...]:
        """The items, with what is left of each page given to the rows that ask for it by their weights."""
        weights = [0] * self.pages
        for row, page in self._rows():
            weights[page] += row.weight
        share = [
            max(0.0, self._height - used) / (weight or 1) for used, weight in zip(self._used, weights, strict=True)
        ]
        return tuple(
            Frame(
                tuple(replace(r, height=r.height + r.weight * share[p]) for r, p in zip(item.rows, pages, strict=True))
            )
            if isinstance(item, Frame)
            else item
            for item, pages in zip(self.items, self._page_of, strict=True)
        )

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
        return [self._put(row.height + BORDER_MM, 0.0 if row.head else heads) for row in item.rows]

    def _put(self, height: float, heads: float) -> int:
        """Place something here, or on a new page, which then begins with repeated heads of that height."""
        if self._used[-1] + height > self._height and self._used[-1] > heads:
            self._used.append(heads)
        self._used[-1] += height
        return self.pages - 1
