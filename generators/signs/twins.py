"""Signs that hang beside each other: duties and rights in one size, all boards of a sort in one letter height."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from generators.model.sign import Process, Subject
from generators.signs.render import fitted, settled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generators.model.library import Library
    from generators.plan.signs import PlannedSign


def settled_together(signs: Iterable[PlannedSign], library: Library) -> Iterator[PlannedSign]:
    """The signs in the sizes that they need, in their order; boards of one sort match each other.

    Raises:
        TooLongError: One does not even fit its largest size.
    """
    for _, alike in groupby(signs, lambda planned: planned.sign.id):
        group = [settled(planned, library) for planned in alike]
        text = group[0].sign.subject in {Subject.OFFICIAL, Subject.RULE} and group[0].process is not Process.SCREEN
        yield from _matched(group, library) if text and len(group) > 1 else group


def _matched(group: Sequence[PlannedSign], library: Library) -> Iterator[PlannedSign]:
    """Official texts all take the largest size of the group; boards of one size take its smallest letter."""
    if group[0].sign.subject is Subject.OFFICIAL:
        size = max((planned.size for planned in group), key=lambda size: size.w * size.h)
        group = [planned if planned.size == size else replace(planned, size=size) for planned in group]
    letters: dict[str, float] = {}
    for planned in group:
        letter = fitted(planned, library).letter
        letters[planned.size_text] = min(letter, letters.get(planned.size_text, letter))
    for planned in group:
        yield replace(planned, most_letter=letters[planned.size_text])
