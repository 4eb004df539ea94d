"""The handbook: every page of the site as Markdown, from one library. It knows nothing of MkDocs."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from generators.site.address import MARKS, Address, address_of, hub_of
from generators.site.composer import Composer
from generators.site.contexts import CONTEXTS
from generators.site.hubs import Card, Group, groups_of
from generators.site.order import ordered
from generators.site.page import Page
from generators.site.relations import Relations
from generators.site.sections import ENTRANCES, GUESTS, SECTION_OF, SECTIONS, SUPERSEDED_SHARE
from generators.site.standing import STANDING
from generators.site.term_links import KINDS_WITH_TERMS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generators.model.library import Library
    from generators.site.downloads import Offers
    from generators.site.sections import Section

ASKED_ON_HOME = 6
"""How many everyday questions the home page offers as searches."""
COMMON_ON_HOME = 4
"""How many pages the home page links below each entrance."""


@dataclass(frozen=True)
class Handbook:
    """All pages about a library, with the downloads they offer."""

    library: Library
    offers: Offers
    composer: Composer
    relations: Relations

    @classmethod
    def of(cls, library: Library, offers: Offers) -> Handbook:
        """The handbook about a library."""
        return cls(library, offers, Composer.of(library), Relations.of(library))

    def pages(self) -> Iterator[Page]:
        """Every page, the home page first, then section by section."""
        standing = [page(self.composer, self.relations, self.offers) for page in STANDING]
        yield self._home([page for page in standing if page.section == "guide"])
        for section in SECTIONS:
            yield self._hub(section, [page for page in standing if page.section == section.kind])
            yield from (page for page in standing if page.section == section.kind)
            for kind in (section.kind, *(guest for guest, (host, _) in GUESTS.items() if host == section.kind)):
                yield from (self._noun(kind, noun, section) for noun in ordered(kind, self.library))
        yield from (page for page in standing if page.section not in SECTION_OF)

    def _home(self, tools: Sequence[Page]) -> Page:
        publication = self.library.publication
        asked = [self.library.procedure[i].aliases[0] for i in self._wanted("procedure")[:ASKED_ON_HOME]]
        common = {entrance.kind: self._wanted(entrance.kind)[:COMMON_ON_HOME] for entrance in ENTRANCES}
        markdown = self.composer.write(
            "home",
            "index.md",
            offers=self.offers,
            asked=asked,
            entrances=ENTRANCES,
            common=common,
            tools=[*(card for group in groups_of("guide", self.library) for card in group.cards), *map(_card, tools)],
            marks=Address(MARKS),
        )
        return Page("index.md", publication.title, markdown, "首页", publication.subtitle, weight=0.3)

    def _wanted(self, kind: str) -> list[str]:
        """A kind's nouns; first the forms that most steps fill, and the procedures that most pages relate to."""
        related = (
            i for source in ("procedure", "rule") for noun in self.library.of(source).values() for i in noun.related
        )
        uses = Counter({form: len(tasks) for form, tasks in self.relations.tasks_of_forms.items()}) + Counter(related)
        ids = [noun.id for noun in ordered(kind, self.library) if kind != "form" or self.offers.forms[noun.id]]
        return sorted(ids, key=lambda i: -uses[i] if kind in {"form", "procedure"} else 0)

    def _hub(self, section: Section, standing: Sequence[Page]) -> Page:
        path = hub_of(section.kind).path
        cards = tuple(map(_card, standing))
        groups = (*groups_of(section.kind, self.library), *([Group("速查与工具", cards)] if cards else ()))
        markdown = self.composer.write("hub", path, offers=self.offers, section=section, groups=groups)
        return Page(
            path,
            section.title,
            markdown,
            "栏目",
            section.lead,
            aliases=section.aliases,
            entries=self.offers.entries(section.kind),
            weight=section.weight,
            section=section.kind,
        )

    def _noun(self, kind: str, noun: Any, section: Section) -> Page:
        path = address_of(kind, noun.id).path
        context = CONTEXTS[kind](self.relations, noun)
        return Page(
            path,
            _title(kind, noun),
            self.composer.write(kind, path, **{kind: noun}, offers=self.offers, **context),
            GUESTS[kind].noun if kind in GUESTS else section.noun,
            noun.name if kind == "branch" else noun.summary,
            short=noun.short if kind == "policy" else "",
            aliases=_aliases(kind, noun),
            weight=section.weight * (SUPERSEDED_SHARE if kind == "policy" and noun.superseded_by else 1),
            section=section.kind,
            explains_terms=kind in KINDS_WITH_TERMS,
            in_navigation=kind != "branch",
        )


def _card(page: Page) -> Card:
    return Card(page.title, page.description, Address(page.path))


def _title(kind: str, noun: Any) -> str:
    if kind == "branch":
        return str(noun.short)
    return f"{noun.id}　{noun.title}" if kind == "form" else str(noun.title)


def _aliases(kind: str, noun: Any) -> tuple[str, ...]:
    """What else should find the page: also the short or full name, the number of a document or form."""
    also: tuple[str | None, ...] = ()
    if kind == "branch":
        also = (noun.name, noun.unit)
    elif kind == "form":
        also = (noun.title, noun.id)
    elif kind == "policy":
        also = (noun.short, noun.document_number)
    return tuple(dict.fromkeys((*filter(None, also), *noun.aliases)))
