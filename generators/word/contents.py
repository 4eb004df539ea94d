"""The contents page: where each copy of each form begins."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from generators.word.ooxml import escaped, paragraph, run
from generators.word.styles import STYLES
from generators.word.measure import twips

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generators.plan.book import BookPlan, Entry
    from generators.plan.shape import Shape
    from generators.word.compile import WordBlock
    from generators.word.paper import Paper

_NUMERALS = "零一二三四五六七八九"


@dataclass(frozen=True)
class Line:
    """One line of the contents, which is one heading of the book."""

    level: int
    """1 for a chapter, 2 for a copy of a form."""
    text: str
    anchor: str
    """The bookmark of the heading."""
    page: int


@dataclass(frozen=True)
class Placed:
    """One copy of a form with its place in the book."""

    entry: Entry
    block: WordBlock
    chapter: str
    """The chapter's number and name; empty in front of the first chapter."""
    opens: Line | None
    """The chapter's line, for the first copy in a chapter."""
    line: Line | None
    """The copy's own line; none in front of the first chapter."""
    page: int
    pages: int


def chinese_numeral(number: int) -> str:
    """`三`, `十`, `二十一`: the numbers 1 to 99 as chapters bear them."""
    tens, ones = divmod(number, 10)
    lead = "" if tens == 0 else "十" if tens == 1 else f"{_NUMERALS[tens]}十"
    return lead + (_NUMERALS[ones] if ones or not tens else "")


def place(plan: BookPlan, blocks: Mapping[Shape, WordBlock]) -> tuple[Placed, ...]:
    """All copies in printing order with their page numbers. The cover is page 1."""
    counted = sum(len(chapter.entries) + 1 for chapter in plan.chapters if not chapter.front)
    placed: list[Placed] = []
    page = number = anchors = 0
    page = 1
    for chapter in plan.chapters:
        number += not chapter.front
        name = "" if chapter.front else f"{chinese_numeral(number)}　{chapter.title}"
        for entry in chapter.entries:
            block = blocks[entry.shape]
            pages = contents_pages(counted, block.paper) if block.contents else block.pages
            opens = line = None
            if not chapter.front:
                if entry is chapter.entries[0]:
                    anchors += 1
                    opens = Line(1, name, _anchor(anchors), page)
                anchors += 1
                line = Line(2, f"{entry.shape.form.id}　{entry.title}", _anchor(anchors), page)
            placed.append(Placed(entry, block, name, opens, line, page, pages))
            page += pages
    return tuple(placed)
