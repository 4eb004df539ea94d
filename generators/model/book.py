"""Books (工作实录): which forms, how many times."""

from __future__ import annotations

from pydantic import Field

from generators.model.base import FormId, Identified, Noun, SectorId
from generators.model.sizing import Condition, Sizing


class BookForm(Noun):
    """A form's place in the book (表的安排)."""

    form: FormId
    """表号。"""
    times: Sizing = Sizing(at_least=1)
    """印几份；不写即一份。"""
    when: Condition | None = None
    """什么支部才印；不写即都印。"""
    sectors: tuple[SectorId, ...] = ()
    """哪些领域才印；不写即各领域都印。"""


class Chapter(Noun):
    """A chapter of the book (章)."""

    title: str
    """章名。"""
    front: bool = False
    """为 true 即前置部分（封面、说明、目录），不编章号，也不列入目录。"""
    forms: tuple[BookForm, ...] = Field(min_length=1)
    """各表，按印刷次序。"""


class Book(Identified):
    """The yearly record book (工作实录)."""

    title: str
    """书名。"""
    summary: str
    """一句话说明。"""
    chapters: tuple[Chapter, ...] = Field(min_length=1)
    """各章。"""
