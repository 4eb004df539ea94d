"""Standing matter: a Word book put together once for all branches of the same size, with holes for what they say."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from generators.plan.fillers import fillers_needed
from generators.word.contents import headings, place
from generators.word.deflate import Stream, lasting
from generators.word.package import standing_parts
from generators.word.pattern import pattern
from generators.word.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generators.word.deflate import Packed
    from generators.word.makeup import MakeUp
    from generators.word.package import Parts
    from generators.word.pattern import Pattern
    from generators.word.stamp import Gap


@dataclass(frozen=True)
class Standing:
    """A book without what only one branch says."""

    document: Pattern
    gaps: tuple[Gap, ...] = field(repr=False)
    """The document's holes."""
    sources: tuple[tuple[str, ...], ...] = field(repr=False)
    """For each copy the local names of what fills its holes, in printing order."""
    heads: Mapping[str, Pattern]
    """The headers that say whose book it is, by member name."""
    others: Mapping[str, Packed]
    """All other members but the file's properties."""


@lru_cache(maxsize=64)
def standing(make_up: MakeUp) -> Standing:
    """The standing matter of a book's make-up."""
    placed = place(make_up)
    printed = sum(copy.pages + copy.turned for copy in placed)
    fillers = fillers_needed(printed)
    writer = Writer(printed + fillers, make_up.heading, owned=bool(make_up.owner), wide=make_up.wide)
    listed = headings(placed)
    for _, group in groupby(placed, key=lambda placed: placed.copy.form):
        copies = list(group)
        if copies[0].turned:
            writer.fillers(1)
        writer.copies(copies, listed)
    if fillers:
        writer.fillers(fillers)
    return finished(writer, make_up.owner or ())


def finished(writer: Writer, owner: tuple[int, ...]) -> Standing:
    """What has been written as standing matter; `owner` are the bytes of the headers' holes."""
    writer.close()
    heads, others = _running(writer.parts, owner)
    return Standing(
        pattern(writer.document),
        tuple(writer.gaps),
        tuple(writer.sources),
        heads,
        {**standing_parts(writer.parts, writer.placeholders), **others},
    )


def _running(parts: Parts, owner: tuple[int, ...]) -> tuple[dict[str, Pattern], dict[str, Packed]]:
    """The headers with holes; headers and footers without."""
    heads: dict[str, Pattern] = {}
    others: dict[str, Packed] = {}
    for _, _, name, texts in parts.named():
        stream = Stream()
        stream.add(*map(lasting, texts[:1]))
        for width, text in zip(owner, texts[1:], strict=False):
            stream.hole(width)
            stream.add(lasting(text))
        made = pattern(stream)
        if made.widths:
            heads[f"word/{name}"] = made
        else:
            others[f"word/{name}"] = made.filled(())
    return heads, others
