"""Forms (表): the one block model from which Word, PDF, web page and reader come."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Self

from pydantic import BeforeValidator, Field, model_validator

from generators.model.base import Basis, Identified, Noun, PartialDate, Statements, Verified
from generators.model.sizing import Sizing

if TYPE_CHECKING:
    from collections.abc import Iterator


class FieldKind(StrEnum):
    """What is written into a field (字段类型)."""

    TEXT = "text"
    """一行文字。"""
    LONG = "long"
    """多行文字。"""
    DATE = "date"
    """日期。"""
    TIME = "time"
    """时间。"""
    NUMBER = "number"
    """数字。"""
    CHOICE = "choice"
    """单选，下拉。"""
    CHOICES = "choices"
    """多选，每个选项一个方框。"""
    CHECKBOX = "checkbox"
    """一个方框。"""
    SIGNATURE = "signature"
    """手写签名：只留空白，不设电子域。"""


class FieldSpec(Noun):
    """One field of a form (字段)."""

    field: str = Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=24)
    """字段名，小写英文，同一张表（或同一个表格）内不重复；与表号合成 R30.01.date。"""
    label: str
    """标签，印在格子里。"""
    kind: FieldKind = FieldKind.TEXT
    """类型。"""
    required: bool = False
    """是否必填；必填的标签后印「*」。"""
    help: str | None = None
    """怎么填，显示为提示和填表说明。"""
    placeholder: str | None = None
    """空白时的提示字；不写按类型给「点击填写」等。"""
    max: int | None = Field(default=None, ge=1)
    """最多几个字。"""
    unit: str | None = None
    """单位，印在格子右端，如「人」「元」「㎡」。"""
    choices: tuple[str, ...] = ()
    """选项，只用于 choice 和 choices。"""
    source: str | None = Field(default=None, alias="from")
    """预填的来源，如 branch.name、year；可用的名称见 content/README.md。"""
    counts: tuple[Sizing, ...] = ()
    """只用于有固定名称（row_labels）的表格的列：各行预填的数，按支部情况计算，与名称一一对应；算不出的写 {}。"""
    at_most: str | None = None
    """不得大于本表的哪个字段（都是数字）。"""
    filled_by: str | None = None
    """谁填；不写即与全表相同。"""
    span: int = Field(default=6, ge=2, le=12)
    """在 grid 里占的宽度，全行为 12，半行为 6。"""
    width: int = Field(default=10, ge=1)
    """在 table 里的相对列宽。"""
    lines: int = Field(default=1, ge=1)
    """占几行（long 用），每行 8 毫米。"""
    verified: Verified | None = None
    """核实标记。"""

    @model_validator(mode="after")
    def _choices_fit_kind(self) -> Self:
        choosing = self.kind in {FieldKind.CHOICE, FieldKind.CHOICES}
        if choosing and len(self.choices) < 2:
            raise ValueError(f"字段「{self.label}」是选择题，至少要写两个选项（choices）")
        if self.choices and not choosing:
            raise ValueError(f"字段「{self.label}」不是选择题，不能写选项；类型请改为 choice（单选）或 choices（多选）")
        return self


class LongBox(FieldSpec):
    """A box for long text with its label on top (大段文字)."""

    kind: FieldKind = FieldKind.LONG
    """类型，固定为 long。"""
    lines: int = Field(default=4, ge=1)
    """最少几行，每行 8 毫米。"""
    fill: bool = False
    """为 true 时占满本页余下的地方；一页上有几个的，按各自行数（lines）分。"""


class ColumnGroup(Noun):
    """A heading over several columns (合并表头)."""

    label: str
    """合并表头的文字；空着即各列自己占两层。"""
    columns: int = Field(ge=1)
    """跨几列。"""


def _sizing(value: object) -> object:
    """`rows: 15` stands for `{at_least: 15}`."""
    return {"at_least": value} if isinstance(value, str | int) else value


class Table(Noun):
    """A table with one row per thing recorded (表格)."""

    name: str = Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=16)
    """表格名，小写英文；与行号、列名合成 R14.01.members.03.name。"""
    label: str | None = None
    """表格上方的小标题；不写就没有。"""
    rows: Annotated[Sizing, BeforeValidator(_sizing)]
    """几行：一个数，或按支部情况计算。"""
    columns: tuple[FieldSpec, ...] = Field(min_length=1)
    """各列。"""
    numbered: bool = True
    """最左边印序号列。"""
    row_labels: tuple[str, ...] = ()
    """各行固定的名称（代替序号），写几个就是几行。"""
    row_heading: str = "序号"
    """序号列或固定名称列的表头。"""
    groups: tuple[ColumnGroup, ...] = ()
    """合并表头，跨列数之和应等于列数。"""
    source: str | None = Field(default=None, alias="from")
    """每行预填的来源，如 roster.full_members；列里的 from 相对于它。"""
    per_page: int | None = Field(default=None, ge=1)
    """一页最多几行；不写则排满为止。"""
    cards: bool = False
    """为 true 时每行排成一张卡片，各列按 span 分排（如谈话记录，一页四条），字段名不变。"""
    total: str | None = None
    """合计行的名称；写了就在末尾多一行，只含数字列。"""
    row_mm: float = Field(default=8.5, ge=6, le=60)
    """行高，毫米；手写不小于 8。"""

    @model_validator(mode="after")
    def _groups_add_up(self) -> Self:
        if self.groups and sum(g.columns for g in self.groups) != len(self.columns):
            raise ValueError(
                f"表格「{self.name}」的合并表头共跨 {sum(g.columns for g in self.groups)} 列，"
                f"而表格有 {len(self.columns)} 列，两者应相等"
            )
        return self

    @model_validator(mode="after")
    def _counts_match_rows(self) -> Self:
        for column in self.columns:
            if column.counts and len(column.counts) != len(self.row_labels):
                raise ValueError(
                    f"列「{column.label}」的 counts 写了 {len(column.counts)} 个数，"
                    f"而表格「{self.name}」有 {len(self.row_labels)} 个固定名称（row_labels），两者应相等"
                )
        return self


class Cover(Noun):
    """The cover of the book (封面)."""

    title: str
    """大标题。"""
    subtitle: str | None = None
    """标题下的一行字。"""
    fields: tuple[FieldSpec, ...]
    """封面上填写的字段，一行一个。"""
    notice: str | None = None
    """封面底部的说明。"""


class Break(StrEnum):
    """Where a form turns the page (换页)."""

    ALWAYS = "always"
    """总是另起一页。"""
    SPREAD = "spread"
    """只在双页（完整版）时另起一页。"""


_BLOCK_KINDS = ("heading", "text", "clauses", "grid", "long", "table", "signatures", "cover", "contents", "turn")


class Block(Noun):
    """One block of a form; exactly one of its keys is written (版块)."""

    heading: str | None = None
    """小标题。"""
    text: str | None = None
    """固定文字一段。"""
    clauses: Statements | None = None
    """固定文字若干条，自动编号。"""
    grid: tuple[FieldSpec, ...] | None = None
    """标签—填空格，按 span 排行。"""
    long: LongBox | None = None
    """大段文字框，标签在上。"""
    table: Table | None = None
    """表格。"""
    signatures: tuple[str, ...] | None = None
    """签名栏：写签名人的身份，一行排开，各留签名和日期的空白。"""
    cover: Cover | None = None
    """封面，只用于 R00。"""
    contents: str | None = None
    """目录，自动生成；写目录的标题。"""
    turn: Break | None = None
    """换页：always 总是，spread 只在双页时。"""

    @model_validator(mode="after")
    def _exactly_one(self) -> Self:
        written = [name for name in _BLOCK_KINDS if getattr(self, name) is not None]
        if len(written) != 1:
            raise ValueError(f"每个版块只写一种内容（{'、'.join(_BLOCK_KINDS)} 之一），这里写了 {len(written)} 种")
        return self

    @property
    def kind(self) -> str:
        """Which key is written."""
        return next(name for name in _BLOCK_KINDS if getattr(self, name) is not None)

    def fields(self) -> Iterator[FieldSpec]:
        """The block's own fields; a table's columns are not among them."""
        if self.grid:
            yield from self.grid
        if self.long:
            yield self.long
        if self.cover:
            yield from self.cover.fields


class Layout(StrEnum):
    """How a form lies on paper (版面)."""

    SINGLE = "single"
    """竖版一页。"""
    SPREAD = "spread"
    """竖版双页；精简版合成一页。"""
    LANDSCAPE = "landscape"
    """横版，用于宽表。"""


class Edition(StrEnum):
    """Whether a form is always printed (核心或可选)."""

    CORE = "core"
    """核心，精简版也印。"""
    OPTIONAL = "optional"
    """可选，只进完整版。"""


_COMPARISON = re.compile(r"^([a-z][a-z0-9_]*)\s*(<=|>=|==|!=|<|>)\s*([a-z][a-z0-9_]*|\d+)$")


class Check(Noun):
    """A hint when what is written does not add up (校验)."""

    condition: str = Field(alias="if", pattern=_COMPARISON.pattern)
    """出错的情形，只能写「字段 比较符 字段或数字」，如 present > due。"""
    say: str
    """提示的话。"""

    def names(self) -> tuple[str, ...]:
        """The fields compared."""
        match = _COMPARISON.match(self.condition)
        return tuple(n for n in (match[1], match[3]) if not n.isdigit()) if match else ()


class Form(Identified):
    """A form of the record book (表)."""

    title: str
    """表名。"""
    aliases: tuple[str, ...] = ()
    """搜索用语。"""
    summary: str
    """这张表记什么，一句话。"""
    edition: Edition
    """core 核心，optional 可选。"""
    filled_by: str
    """谁填。"""
    when: str
    """什么时候填，如「每次会议当日」。"""
    copy_unit: str = Field(default="次", max_length=2)
    """印多份时的量词，用在标题「第1次」里；不是一次一次的事写「份」「页」。"""
    layout: Layout = Layout.SINGLE
    """版面：single、spread、landscape。"""
    evidence_for: tuple[str, ...] = ()
    """是创评标准哪些条目的佐证，写代号，如 H1。"""
    basis: Basis = ()
    """依据。"""
    verified: Verified | None = None
    """表样的核实标记。"""
    blocks: tuple[Block, ...] = Field(min_length=1)
    """版块，从上到下。"""
    tip: str | None = None
    """印在表下的一行小字。"""
    checks: tuple[Check, ...] = ()
    """填写时的校验提示。"""
    guide: Statements = ()
    """填表说明。"""
    mistakes: Statements = ()
    """常见错误。"""
    reviewed: PartialDate
    """最近复核日期。"""

    def tables(self) -> Iterator[Table]:
        """The tables in order."""
        yield from (block.table for block in self.blocks if block.table)

    def fields(self) -> Iterator[FieldSpec]:
        """All fields outside tables, in order."""
        for block in self.blocks:
            yield from block.fields()
