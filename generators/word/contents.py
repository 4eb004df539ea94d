"""The contents: where each copy of each form begins, and the page that says so."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from itertools import count
from typing import TYPE_CHECKING

from generators.plan.pages import turned_before
from generators.word.measure import twips
from generators.word.ooxml import paragraph, run, simple_field
from generators.word.styles import STYLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generators.word.makeup import Chapter, Copy, MakeUp
    from generators.word.paper import Paper

CHAPTER, COPY = 1, 2
"""Levels of headings: chapters, and copies of forms."""

_NUMERALS = "零一二三四五六七八九"


@dataclass(frozen=True)
class Heading:
    """A heading that the contents lists."""

    level: int
    text: str
    anchor: str
    """Its bookmark."""
    page: int


@dataclass(frozen=True)
class Placed:
    """One copy of a form with its place in the book."""

    copy: Copy
    chapter: str
    """The chapter's number and name; empty before the first chapter."""
    opens: Heading | None
    """The chapter's heading, on its first copy."""
    heading: Heading | None
    """The copy's own heading; none before the first chapter."""
    page: int
    pages: int
    turned: bool = False
    """Whether a filler page goes before it, so that a spread begins on a left page."""


def chinese_numeral(number: int) -> str:
    """`三`, `十`, `二十一`: the numbers 1 to 99 as chapters bear them."""
    tens, ones = divmod(number, 10)
    lead = "" if tens == 0 else "十" if tens == 1 else f"{_NUMERALS[tens]}十"
    return lead + (_NUMERALS[ones] if ones or not tens else "")


def place(make_up: MakeUp) -> tuple[Placed, ...]:
    """All copies in printing order with their page numbers; the cover is page 1."""
    levels = [level for chapter in make_up.chapters if not chapter.front for level in _levels(chapter)]
    placed: list[Placed] = []
    page = 1
    printed = Counter(copy.form for copy in make_up.copies())
    form = ""
    for chapter, name in _named(make_up.chapters):
        for copy in chapter.copies:
            turned = copy.form != form and turned_before(page, copy.block.pages, printed[copy.form])
            form, page = copy.form, page + turned
            first = name and copy is chapter.copies[0]
            opens = Heading(CHAPTER, name, _anchor(f"chapter {copy.prefix}"), page) if first else None
            heading = Heading(COPY, copy.title, _anchor(copy.prefix), page) if name else None
            pages = _contents_pages(levels, copy.block.paper) if copy.block.contents else copy.block.pages
            placed.append(Placed(copy, name, opens, heading, page, pages, turned))
            page += pages
    return tuple(placed)


def headings(placed: Iterable[Placed]) -> tuple[Heading, ...]:
    """What the contents lists, in order."""
    return tuple(h for copy in placed for h in (copy.opens, copy.heading) if h)


@lru_cache(maxsize=4096)
def _anchor(name: str) -> str:
    """A bookmark as Word itself names those of its contents; the same for the same copy in every book."""
    return f"_Toc{int.from_bytes(sha256(name.encode()).digest()[:6], 'big'):015d}"


def contents_xml(title: str, listed: tuple[Heading, ...], paper: Paper) -> str:
    """A table of contents that Word can update, with page numbers that are right before it does."""
    return "".join(_contents(title, listed, paper))


def _contents(title: str, listed: tuple[Heading, ...], paper: Paper) -> Iterator[str]:
    yield paragraph("ContentsTitle", run(title))
    tabs = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{twips(paper.text_width)}"/></w:tabs>'
    for heading in listed:
        begin = _BEGIN if heading is listed[0] else ""
        end = _END if heading is listed[-1] else ""
        number = simple_field(rf"PAGEREF {heading.anchor} \h", str(heading.page))
        text = f"{run(heading.text)}<w:r><w:tab/></w:r>{number}"
        link = f'<w:hyperlink w:anchor="{heading.anchor}" w:history="1">{text}</w:hyperlink>'
        yield paragraph(f"TOC{heading.level}", begin + link + end, tabs)


_BEGIN = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText xml:space="preserve"> TOC \\o "1-2" \\h \\z \\u </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
)
_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def _levels(chapter: Chapter) -> list[int]:
    return [CHAPTER, *(COPY for _ in chapter.copies)]


def _named(chapters: Sequence[Chapter]) -> Iterator[tuple[Chapter, str]]:
    """The chapters with number and name; those in front have no name."""
    numbers = count(1)
    for chapter in chapters:
        yield chapter, "" if chapter.front else f"{chinese_numeral(next(numbers))}　{chapter.title}"


def _contents_pages(levels: Sequence[int], paper: Paper) -> int:
    pages, used = 1, STYLES["ContentsTitle"].height()
    for level in levels:
        height = STYLES[f"TOC{level}"].height()
        if used + height > paper.text_height:
            pages, used = pages + 1, 0.0
        used += height
    return pages
