"""The draft of a library: what has been read so far, and where each noun came from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, TypeVar, cast

from generators.content.fields import keys
from generators.model.base import Identified, Noun
from generators.model.library import KINDS, Kind
from generators.model.publication import Publication
from generators.problems import Problem

if TYPE_CHECKING:
    from generators.content.source import Loc, Source

PUBLICATION = Kind("publication", "publication", Publication, "网站信息")
"""The one noun that is not filed under an id: content/publication.yml."""

KIND_OF: Mapping[type[Identified], Kind] = {kind.noun: kind for kind in (*KINDS, PUBLICATION)}

_N = TypeVar("_N", bound=Identified)


class Value(NamedTuple):
    """A value inside a noun, with the way to it."""

    noun: Identified
    loc: Loc
    value: object


@dataclass(frozen=True)
class Draft:
    """The nouns that could be read. Checks look at it and yield problems."""

    nouns: Mapping[str, Mapping[str, Identified]]
    """Kind → id → noun, each kind in order of id."""
    ids: Mapping[str, frozenset[str]]
    """Kind → the ids of all its files, also of those that have problems of their own."""
    sources: Mapping[tuple[str, str], Source]
    """Kind and id → where the noun stands."""

    def of(self, noun: type[_N]) -> Mapping[str, _N]:
        """The nouns of one kind by id."""
        return cast("Mapping[str, _N]", self.nouns.get(KIND_OF[noun].name, {}))

    def source(self, noun: Identified) -> Source:
        """Where a noun stands."""
        return self.sources[KIND_OF[type(noun)].name, noun.id]

    def problem(self, noun: Identified, loc: Loc, what: str, fix: str = "") -> Problem:
        """A problem at the value that `loc` leads to."""
        source = self.source(noun)
        return Problem(source.path, *source.place(loc), what, fix)

    @cached_property
    def values(self) -> tuple[Value, ...]:
        """Every value of every noun, nested ones included."""
        return tuple(
            Value(noun, loc, value)
            for nouns in self.nouns.values()
            for noun in nouns.values()
            for loc, value in _walk(noun, ())
        )


Check = Callable[[Draft], Iterable[Problem]]
"""A rule over the whole content; it yields what breaks it."""


def _walk(value: object, loc: Loc) -> Iterator[tuple[Loc, object]]:
    yield loc, value
    if isinstance(value, Noun):
        for key, name in keys(type(value)).items():
            yield from _walk(getattr(value, name), (*loc, key))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _walk(item, (*loc, index))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _walk(item, (*loc, key))
