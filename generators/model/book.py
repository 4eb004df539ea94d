"""Books (工作实录): which forms, how many times."""

from __future__ import annotations

from pydantic import Field

from generators.model.base import FormId, Identified, Noun, SectorId
from generators.model.branch import MemberCount
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


class BookSize(Noun):
    """A size in which the book is offered blank (空白册的大小)."""

    code: str = Field(pattern=r"^[a-z]+$", max_length=12)
    """代号，小写英文，用在下载地址里，如 small。"""
    title: str
    """名称，如「小支部」。"""
    suits: str
    """适合什么支部，书记一看就知道该拿哪一本。"""
    members: MemberCount
    """印得下多少人：按这一档里最大的支部写。"""
    committee_size: int = Field(default=0, ge=0, le=11)
    """支委人数；不设支委会的不写。"""
    groups: int = Field(default=0, ge=0, le=50)
    """党小组数；不分党小组的不写。"""


class Book(Identified):
    """The yearly record book (工作实录)."""

    title: str
    """书名。"""
    summary: str
    """一句话说明。"""
    chapters: tuple[Chapter, ...] = Field(min_length=1)
    """各章。"""
    sizes: tuple[BookSize, ...] = ()
    """不知道是哪个支部时，印好供下载的空白册分几种大小；不写即不提供。"""
