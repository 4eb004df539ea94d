"""Pages that belong to no single noun: the glossary, the legend, and every other page of its own making."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generators.site import api
from generators.site.address import ABOUT, API, CHANGES, GLOSSARY, MARKS, Address
from generators.site.changes import FEED, SEE, changes_in
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
        composer.write("about", ABOUT, marks=Address(MARKS), changes=Address(CHANGES), api=Address(API)),
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


def _changes(composer: Composer, known: Relations, _offers: Offers) -> Page:
    feed = Address(FEED) if known.library.publication.address else None
    return Page(
        CHANGES,
        "更新记录",
        composer.write("changes", CHANGES, changes=changes_in(known.library), see=SEE, feed=feed),
        "说明",
        "每一版改了什么，支部要不要跟着做什么。",
        aliases=("更新", "最近更新", "改了什么", "新版", "版本"),
        weight=0.6,
        section="about",
    )


def _api(composer: Composer, known: Relations, _offers: Offers) -> Page:
    lists = [
        (kind.title, len(known.library.of(kind.name)), Address(api.list_path(kind)), Address(api.schema_path(kind)))
        for kind in api.PUBLIC
    ]
    return Page(
        API,
        "给其他系统用",
        composer.write("api", API, index=Address(api.INDEX), lists=lists),
        "说明",
        "全部内容的 JSON 文件和格式说明，供其他信息系统取用。",
        aliases=("JSON", "接口", "API", "数据对接", "系统对接"),
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
    _changes,
    _api,
)
"""Each makes one page; `Page.section` says under which tab, and the section's hub lists it."""
