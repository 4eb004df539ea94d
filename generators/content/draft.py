"""The draft of a library: what has been read so far, and where each noun came from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, TypeVar, cast

from generators.content.written import passages
from generators.model.base import Identified
from generators.model.library import KINDS, Kind
from generators.model.publication import Publication
from generators.problems import Problem

if TYPE_CHECKING:
    from generators.content.source import Loc, Place, Source
    from generators.content.written import Passage

PUBLICATION = Kind("publication", "publication", Publication, "网站信息")
"""The one noun that is not filed under an id: content/publication.yml."""

KIND_OF: Mapping[type[Identified], Kind] = {kind.noun: kind for kind in (*KINDS, PUBLICATION)}

_N = TypeVar("_N", bound=Identified)


class Page(NamedTuple):
    """A noun's file as it is written, whether the model takes it or not."""

    kind: Kind
    id: str
    source: Source
    passages: tuple[Passage, ...]

    def problem(self, place: Place, what: str, fix: str = "") -> Problem:
        """A problem at a place of this file."""
        return Problem(self.source.path, *place, what, fix)


@dataclass(frozen=True)
class Draft:
    """The nouns that could be read. Checks look at it and yield problems."""

    nouns: Mapping[str, Mapping[str, Identified]]
    """Kind → id → noun, each kind in order of id."""
    ids: Mapping[str, frozenset[str]]
    """Kind → the ids of all its files, also of those that have problems of their own."""
    sources: Mapping[tuple[str, str], Source]
    """Kind and id → the parsed file, also of nouns that the model refuses."""

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
    def pages(self) -> tuple[Page, ...]:
        """Every file that could be parsed, by kind and id."""
        kinds = {kind.name: kind for kind in KIND_OF.values()}
        return tuple(
            Page(kinds[kind], name, source, tuple(passages(kinds[kind].noun, source)))
            for (kind, name), source in self.sources.items()
        )


Check = Callable[[Draft], Iterable[Problem]]
"""A rule over the whole content; it yields what breaks it."""
