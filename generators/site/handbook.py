"""The handbook: every page of the site as Markdown, from one library. It knows nothing of MkDocs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from generators.site.address import ABOUT, GLOSSARY, MARKS, Address, address_of, hub_of
from generators.site.composer import Composer
from generators.site.contexts import CONTEXTS
from generators.site.glossary import by_initial
from generators.site.hubs import groups_of
from generators.site.marks import LEGEND
from generators.site.order import ordered
from generators.site.page import Entry, Page
from generators.site.relations import Relations
from generators.site.sections import ENTRANCES, SECTIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

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
        yield self._home()
        for section in SECTIONS:
            yield self._hub(section)
            if section.kind == "branch":
                yield from (self._noun("sector", sector, section) for sector in ordered("sector", self.library))
            yield from (self._noun(section.kind, noun, section) for noun in ordered(section.kind, self.library))
        yield self._glossary()
        yield self._about()
        yield self._marks()

    def _home(self) -> Page:
        publication = self.library.publication
        asked = [procedure.aliases[0] for procedure in ordered("procedure", self.library)][:ASKED_ON_HOME]
        common = {entrance.kind: self._common(entrance.kind) for entrance in ENTRANCES}
        markdown = self.composer.write(
            "home", "index.md", asked=asked, entrances=ENTRANCES, common=common, marks=Address(MARKS)
        )
        return Page("index.md", publication.title, markdown, "首页", publication.subtitle, weight=0.3)

    def _common(self, kind: str) -> list[str]:
        """What people most often come for: the forms that most steps fill, of other kinds the first."""
        filled = self.relations.tasks_of_forms
        ids = [noun.id for noun in ordered(kind, self.library) if kind != "form" or self.offers.forms[noun.id]]
        return sorted(ids, key=lambda i: -len(filled.get(i, ())) if kind == "form" else 0)[:COMMON_ON_HOME]

    def _hub(self, section: Section) -> Page:
        path = hub_of(section.kind).path
        groups = groups_of(section.kind, self.library)
        markdown = self.composer.write("hub", path, section=section, groups=groups)
        return Page(path, section.title, markdown, "栏目", section.lead, aliases=section.aliases, weight=section.weight)

    def _noun(self, kind: str, noun: Any, section: Section) -> Page:
        path = address_of(kind, noun.id).path
        context = CONTEXTS[kind](self.relations, noun)
        return Page(
            path,
            _title(kind, noun),
            self.composer.write(kind, path, **{kind: noun}, offers=self.offers, **context),
            "领域" if kind == "sector" else section.noun,
            noun.name if kind == "branch" else noun.summary,
            short=noun.short if kind == "policy" else "",
            aliases=_aliases(kind, noun),
            weight=section.weight,
            in_navigation=kind != "branch",
        )

    def _glossary(self) -> Page:
        terms = self.library.term.values()
        entries = tuple(Entry(term.id, term.title, term.aliases) for term in terms)
        markdown = self.composer.write("glossary", GLOSSARY, letters=by_initial(terms))
        return Page(GLOSSARY, "术语", markdown, "术语", "常用说法是什么意思，哪些容易混。", entries=entries)

    def _about(self) -> Page:
        markdown = self.composer.write("about", ABOUT, marks=Address(MARKS))
        return Page(
            ABOUT,
            "关于本站",
            markdown,
            "说明",
            "谁编的、靠不靠得住、怎么用。",
            aliases=("联系方式", "意见反馈"),
            weight=0.6,
        )

    def _marks(self) -> Page:
        markdown = self.composer.write("marks", MARKS, legend=LEGEND)
        return Page(
            MARKS,
            "核实标记",
            markdown,
            "说明",
            "每句话旁边的小字是什么意思。",
            aliases=("可信度", "核实", "待核"),
            weight=0.6,
        )


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
