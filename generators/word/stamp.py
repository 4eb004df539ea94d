"""A compiled form under the name of one copy, deflated, with holes where something is known."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from generators.word.controls import Story, render
from generators.word.deflate import Stretch, deflate
from generators.word.holes import Hole
from generators.word.pattern import Filling, filling

if TYPE_CHECKING:
    from generators.word.compile import WordBlock
    from generators.word.holes import Look

TITLE_IDENTITIES = 2
"""The first numbers of a copy belong to the bookmarks of its titles."""


@dataclass(frozen=True, eq=False, slots=True)
class Gap:
    """Holes of one width that show a text the same way; told apart by identity, as keys that are quickly compared."""

    look: Look
    width: int


@dataclass(frozen=True, slots=True)
class Stamped:
    """`stretches[0] gaps[0] stretches[1] … stretches[n]` is the copy's body without title."""

    stretches: tuple[Stretch, ...]
    gaps: tuple[Gap, ...]
    sources: tuple[str, ...]
    """For each gap the local name of what fills it."""
    placeholders: frozenset[str]
    """What its empty controls show."""


@lru_cache(maxsize=4096)
def stamp(
    block: WordBlock, copy: str, identity: int, known: tuple[str, ...], wide: frozenset[tuple[str, int]] = frozenset()
) -> Stamped:
    """The block's copy whose names begin with `copy` and whose numbers begin with `identity`.

    `known` are the local names of the fields that have a value. Branches of one kind know the same fields, so that
    most copies of a branch's book are those of another one, and are kept. `wide` are those whose text is longer than
    `Hole.width`, with the bytes they need.
    """
    story = Story(identity + TITLE_IDENTITIES)
    texts: list[list[str]] = [[]]
    holes: list[Hole] = []
    filled_in = frozenset(known)
    for text, slot in zip(block.texts, block.slots, strict=False):
        texts[-1].append(text)
        for piece in render(slot, copy, story, known=slot.name in filled_in):
            if isinstance(piece, Hole):
                holes.append(piece)
                texts.append([])
            else:
                texts[-1].append(piece)
    texts[-1].append(block.texts[-1])
    needed = dict(wide)
    gaps = tuple(_gap(hole.look, needed.get(hole.slot.name, hole.width)) for hole in holes)
    stretches = deflate(["".join(text) for text in texts], [gap.width for gap in gaps])
    return Stamped(stretches, gaps, tuple(hole.slot.name for hole in holes), frozenset(story.placeholders))


@lru_cache(maxsize=4096)
def _gap(look: Look, width: int) -> Gap:
    return Gap(look, width)


@lru_cache(maxsize=16384)
def filled(gap: Gap, value: str) -> Filling:
    """What stands in a gap for a value."""
    return filling(gap.look.text(value), gap.width)


def identities_of(block: WordBlock) -> int:
    """How many numbers a copy needs at most: two for its titles, one for each bookmark and each control."""
    return TITLE_IDENTITIES + 2 * len(block.slots)
