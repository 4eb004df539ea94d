"""Pages that belong to no single noun: the glossary, the legend, and every other page of its own making."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generators.site.address import ABOUT, GLOSSARY, MARKS, Address
from generators.site.glossary import by_initial
from generators.site.marks import LEGEND
from generators.site.overviews import calendar_page, matrix_page, timeline_page
from generators.site.page import Entry, Page

if TYPE_CHECKING:
    from collections.abc import Callable

    from generators.site.composer import Composer
    from generators.site.downloads import Offers
    from generators.site.relations import Relations


def _glossary(composer: Composer, known: Relations, _offers: Offers) -> Page:
    terms = known.library.term.values()
    return Page(
        GLOSSARY,
        "术语",
        composer.write("glossary", GLOSSARY, letters=by_initial(terms)),
        "术语",
        "常用说法是什么意思，哪些容易混。",
        entries=tuple(Entry(term.id, term.title, term.aliases) for term in terms),
        section="term",
    )


def _about(composer: Composer, _known: Relations, _offers: Offers) -> Page:
    return Page(
        ABOUT,
        "关于本站",
        composer.write("about", ABOUT, marks=Address(MARKS)),
        "说明",
        "谁编的、靠不靠得住、怎么用。",
        aliases=("联系方式", "意见反馈"),
        weight=0.6,
        section="about",
    )


def _marks(composer: Composer, _known: Relations, _offers: Offers) -> Page:
    return Page(
        MARKS,
        "核实标记",
        composer.write("marks", MARKS, legend=LEGEND),
        "说明",
        "每句话旁边的小字是什么意思。",
        aliases=("可信度", "核实", "待核"),
        weight=0.6,
        section="about",
    )


STANDING: tuple[Callable[[Composer, Relations, Offers], Page], ...] = (
    calendar_page,
    timeline_page,
    matrix_page,
    _glossary,
    _about,
    _marks,
)
"""Each makes one page; `Page.section` says under which tab, and the section's hub lists it."""
