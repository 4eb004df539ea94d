"""The glossary's order: by the pinyin of the terms."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from pypinyin import lazy_pinyin

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generators.model.term import Term


def by_initial(terms: Iterable[Term]) -> tuple[tuple[str, tuple[Term, ...]], ...]:
    """Initial letter → its terms, both in order of pinyin."""
    ordered = sorted(terms, key=lambda term: (lazy_pinyin(term.title), term.title))
    return tuple((letter, tuple(group)) for letter, group in groupby(ordered, key=_initial))


def _initial(term: Term) -> str:
    return lazy_pinyin(term.title)[0][0].upper()
