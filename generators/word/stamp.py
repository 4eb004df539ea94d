"""A compiled form under the name of one copy, deflated, with holes where something is known."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from generators.word.controls import Hole, Story, render
from generators.word.deflate import Stretch, deflate

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generators.word.compile import WordBlock


TITLE_IDENTITIES = 2
"""The first numbers of a copy belong to the bookmarks of its titles."""


@dataclass(frozen=True, slots=True)
class Stamped:
    """`stretches[0] holes[0] stretches[1] … stretches[n]` is the copy's body without title."""

    stretches: tuple[Stretch, ...]
    holes: tuple[Hole, ...]
    widths: tuple[int | None, ...]
    """Bytes that each hole must be filled with, by spaces behind its text; None for any number."""
    placeholders: frozenset[str]
    """What its empty controls show."""


@lru_cache(maxsize=4096)
def stamp(
    block: WordBlock, copy: str, identity: int, known: frozenset[str], wide: frozenset[str] = frozenset()
) -> Stamped:
    """The block's copy whose names begin with `copy` and whose numbers begin with `identity`.

    `known` are the local names of the fields that have a value. Branches of one kind know the same fields, so that
    most copies of a branch's book are those of another one, and are kept. `wide` are those whose text is longer than
    `Hole.width`.
    """
    story = Story(identity + TITLE_IDENTITIES)
    texts: list[list[str]] = [[]]
    holes: list[Hole] = []
    for text, slot in zip(block.texts, block.slots, strict=False):
        texts[-1].append(text)
        for piece in render(slot, copy, story, known=slot.name in known):
            if isinstance(piece, Hole):
                holes.append(piece)
                texts.append([])
            else:
                texts[-1].append(piece)
    texts[-1].append(block.texts[-1])
    widths = tuple(None if hole.slot.name in wide else hole.width for hole in holes)
    stretches = deflate(["".join(text) for text in texts], widths)
    return Stamped(stretches, tuple(holes), widths, frozenset(story.placeholders))


def filled(stamped: Stamped, values: Mapping[str, str]) -> tuple[list[bytes], frozenset[str]]:
    """What stands in each hole, and the names of the fields whose text is too long for theirs."""
    texts: list[bytes] = []
    wide: list[str] = []
    for hole, width in zip(stamped.holes, stamped.widths, strict=True):
        text = hole.text(values[hole.slot.name])
        if width and len(text) > width:
            wide.append(hole.slot.name)
        texts.append(text.ljust(width) if width else text)
    return texts, frozenset(wide)


def identities_of(block: WordBlock) -> int:
    """How many numbers a copy needs at most: two for its titles, one for each bookmark and each control."""
    return TITLE_IDENTITIES + 2 * len(block.slots)
