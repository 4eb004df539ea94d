"""Signs that hang beside each other: duties and rights in one size, all boards of a sort in one letter height."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from generators.model.sign import Subject
from generators.signs.keep import kept_size

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generators.model.library import Library
    from generators.plan.signs import PlannedSign

_TEXTS = {Subject.OFFICIAL, Subject.RULE}


def settled_together(signs: Iterable[PlannedSign], library: Library) -> Iterator[PlannedSign]:
    """The signs in the sizes that they need, in their order; texts of one sort match each other.

    Official texts all take the largest size that one of them needs; texts of one size take the smallest letter.

    Raises:
        TooLongError: One does not even fit its largest size.
    """
    for sign, alike in groupby(signs, lambda planned: planned.sign):
        group = list(alike)
        if sign.subject in _TEXTS and len(group) > 1:
            yield from _matched(group, library, one_size=sign.subject is Subject.OFFICIAL)
        else:
            yield from (kept_size(planned, library).planned for planned in group)


def _matched(group: Sequence[PlannedSign], library: Library, *, one_size: bool) -> Iterator[PlannedSign]:
    fits = [kept_size(planned, library) for planned in group]
    if one_size:
        size = max((one.size for one, _ in fits), key=lambda size: size.w * size.h)
        fits = [kept_size(replace(one, size=size), library) for one, _ in fits]
    letters: dict[str, float] = {}
    for one, letter in fits:
        letters[one.size_text] = min(letter, letters.get(one.size_text, letter))
    for one, _ in fits:
        yield replace(one, most_letter=letters[one.size_text])
