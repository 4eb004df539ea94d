"""How much each term says for each page: BM25F over title, aliases, headings and text, worked out at build time.

One small whole number a term and page (its impact) is left, so that the browser only adds.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from generators.site.tokens import terms

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generators.site.record import Record

_FIELDS: Mapping[str, tuple[float, float]] = {
    "title": (6.0, 0.6),
    "alias": (5.0, 0.4),
    "heading": (2.0, 0.3),
    "text": (1.0, 0.7),
}
"""Field → its weight, and how much its length counts against it (BM25F's b)."""
_SATURATION = 1.8
_SCALE = 6
"""Makes the impacts whole numbers of one to three digits."""
_MOST_PAGES = 400
"""A term that stands on more pages keeps the best of them: the rest could not come first by it."""


class Postings(NamedTuple):
    """Where a term stands."""

    row: list[int]
    """How many pages have it; then page number (as difference from the one before) and impact by turns."""
    named: bool
    """Whether it occurs in a title, another name or a heading: then it is no slip of the fingers."""


def postings(records: Sequence[Record]) -> dict[str, Postings]:
    """Term → where it stands; pages are numbered in the order of `records`."""
    pages = [_counts(record) for record in records]
    named = {term for page in pages for field in ("title", "alias", "heading") for term in page[field]}
    holding: defaultdict[str, defaultdict[int, float]] = defaultdict(lambda: defaultdict(float))
    for field, (boost, by_length) in _FIELDS.items():
        lengths = [page[field].total() for page in pages]
        average = sum(lengths) / len(pages) if any(lengths) else 1
        for number, page in enumerate(pages):
            share = boost / (1 - by_length + by_length * lengths[number] / average)
            for term, count in page[field].items():
                holding[term][number] += count * share
    preferences = [record.weight for record in records]
    return {term: Postings(_row(weights, preferences), term in named) for term, weights in holding.items()}


def _row(weights: Mapping[int, float], preferences: Sequence[float]) -> list[int]:
    found = len(weights)
    rarity = _SCALE * (_SATURATION + 1) * math.log(1 + (len(preferences) - found + 0.5) / (found + 0.5))
    impacts = {
        page: round(rarity * preferences[page] * weight / (weight + _SATURATION)) or 1
        for page, weight in weights.items()
    }
    if found > _MOST_PAGES:
        kept = sorted(impacts, key=lambda page: (-impacts[page], page))[:_MOST_PAGES]
        impacts = {page: impacts[page] for page in kept}
    row, previous = [found], 0
    for page in sorted(impacts):
        row += (page - previous, impacts[page])
        previous = page
    return row


@lru_cache(maxsize=20_000)
def _counts(record: Record) -> dict[str, Counter[str]]:
    return {
        "title": Counter(terms(record.title, single=True)),
        "alias": Counter(t for alias in record.aliases for t in terms(alias)),
        "heading": Counter(t for passage in record.passages for t in terms(passage.heading)),
        "text": Counter(t for passage in record.passages for t in terms(passage.text)),
    }
