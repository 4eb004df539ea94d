"""Calculators (计算器): rules with figures that the site works out for the reader."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Self, cast

from pydantic import Field, model_validator

from generators.model.base import Basis, Identified, Noun, PartialDate, ProcedureId, Statements, Verified


class Bracket(Noun):
    """A rate for monthly bases up to a sum (一档). The whole base takes the rate of its bracket (全额，不累进)."""

    up_to: Decimal | None = Field(default=None, gt=0)
    """本档上限，元，含本数；最高一档不写。"""
    percent: Decimal = Field(gt=0, le=100)
    """比例，百分数，如 0.5。"""


class FixedDues(Noun):
    """Dues that do not depend on income (定额), yuan a month."""

    least: Decimal = Field(ge=0)
    """每月最少多少元。"""
    most: Decimal = Field(ge=0)
    """每月最多多少元；只有一个数时与 least 相同。"""


class DuesClass(Noun):
    """A sort of member with its own way of paying (党员类别)."""

    id: str = Field(pattern=r"^[a-z][a-z-]*$")
    """标识，小写英文。"""
    label: str
    """谁，如「按月领工资的」。"""
    base: str | None = None
    """计算基数叫什么；定额的不写。"""
    help: str | None = None
    """这个基数怎么取，一句话。"""
    deduct: bool = False
    """页面上要不要帮着从应发数里减去不算的项目。"""
    brackets: tuple[Bracket, ...] = ()
    """各档，由低到高；与 fixed 二选一。"""
    fixed: FixedDues | None = None
    """定额；与 brackets 二选一。"""
    basis: Basis
    """依据。"""
    verified: Verified
    """核实标记。"""

    @model_validator(mode="after")
    def _brackets_or_fixed(self) -> Self:
        if bool(self.brackets) == (self.fixed is not None):
            raise ValueError("每一类写 brackets（各档）或 fixed（定额），两者必须且只能写一个")
        sums = [bracket.up_to for bracket in self.brackets]
        if sums and (sums[-1] is not None or None in sums[:-1]):
            raise ValueError("只有最高一档（最后一档）不写 up_to")
        known = [s for s in sums if s is not None]
        if known != sorted(set(known)):
            raise ValueError("各档的 up_to 要由低到高，不能重复")
        if self.brackets and self.base is None:
            raise ValueError("分档的一类要写 base（计算基数叫什么）")
        return self


class DuesScale(Noun):
    """How monthly dues follow from income (党费标准)."""

    classes: tuple[DuesClass, ...] = Field(min_length=1)
    """各类党员。"""
    deductions: tuple[str, ...] = ()
    """不算进基数的项目，页面上逐项填数、替读者减去。"""
    cap: Decimal = Field(gt=0)
    """每人每月一般不超过多少元。"""
    arrears_months: int = Field(gt=0)
    """补交一般不超过几个月；无正当理由连续不交满这么久按自行脱党处理。"""


class Span(Noun):
    """A length of time in one unit (时长)."""

    years: int = 0
    """年。"""
    months: int = 0
    """月。"""
    days: int = 0
    """日（自然日）。"""
    workdays: int = 0
    """工作日。"""

    @model_validator(mode="after")
    def _in_one_unit(self) -> Self:
        given = [n for n in (self.years, self.months, self.days, self.workdays) if n]
        if len(given) != 1 or given[0] < 0:
            raise ValueError("时长只写一种单位，如 {months: 1}，数字大于零")
        return self


class Bound(StrEnum):
    """What a deadline's date means (界限)."""

    BY = "最迟"
    FROM = "最早"
    ON = "到期"


class Deadline(Noun):
    """What follows an event, and when (时限)."""

    what: str
    """做什么。"""
    bound: Bound
    """最迟、最早或到期。"""
    after: Span | None = None
    """事件之后多久；与 before 二选一。"""
    before: Span | None = None
    """事件之前多久；与 after 二选一。"""
    times: int = Field(default=1, ge=1, le=12)
    """重复几次，如每半年一次算两次。"""
    basis: Basis = ()
    """依据。"""
    verified: Verified
    """核实标记。"""
    note: str | None = None
    """说明。"""

    @model_validator(mode="after")
    def _after_or_before(self) -> Self:
        if (self.after is None) == (self.before is None):
            raise ValueError("时限写 after（之后）或 before（之前），两者必须且只能写一个")
        return self

    @property
    def span(self) -> Span:
        """How long after or before."""
        return self.after or cast("Span", self.before)

    @property
    def sign(self) -> int:
        """1 after the event, -1 before it."""
        return 1 if self.after else -1


class Event(Noun):
    """A dated event that starts deadlines (事件)."""

    id: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
    """标识，小写英文。"""
    label: str
    """发生了什么，如「递交入党申请书」。"""
    group: str
    """归在哪一组，如「发展党员」。"""
    procedure: ProcedureId
    """属于哪项流程。"""
    deadlines: tuple[Deadline, ...] = Field(min_length=1)
    """接下来的时限。"""


class Deadlines(Noun):
    """Events and what follows them (时限推算)."""

    events: tuple[Event, ...] = Field(min_length=1)
    """事件。"""


Portion = Annotated[str, Field(pattern=r"^[1-9][0-9]?/[1-9][0-9]?$")]
"""A share of people: `1/2`, `4/5`."""


class Whole(StrEnum):
    """What a share is a share of (以什么为基数)."""

    EXPECTED = "应到"
    PRESENT = "实到"


class Share(Noun):
    """How many are enough (比例)."""

    of: Whole
    """应到或实到的。"""
    more_than: Portion | None = None
    """要超过几分之几，写成 1/2、4/5 的样子；与 at_least 二选一。"""
    at_least: Portion | None = None
    """不少于几分之几，写成 1/2、4/5 的样子；与 more_than 二选一。"""

    @model_validator(mode="after")
    def _one_measure(self) -> Self:
        if (self.more_than is None) == (self.at_least is None):
            raise ValueError("比例写 more_than（超过）或 at_least（不少于），两者必须且只能写一个")
        return self


class Vote(Noun):
    """A sort of meeting that decides by numbers (表决、选举)."""

    id: str = Field(pattern=r"^[a-z][a-z-]*$")
    """标识，小写英文。"""
    label: str
    """什么会，如「支部党员大会表决」。"""
    counted: Statements
    """谁算应到，谁不算。"""
    attend: Share
    """到会多少才能开。"""
    carry: Share
    """赞成多少才算通过或当选。"""
    procedure: ProcedureId
    """属于哪项流程。"""
    notes: Statements = ()
    """注意。"""
    basis: Basis
    """依据。"""
    verified: Verified
    """核实标记。"""


class Quorum(Noun):
    """The numbers of meetings (法定人数)."""

    votes: tuple[Vote, ...] = Field(min_length=1)
    """各种会。"""


class Calculator(Identified):
    """A page that works something out; exactly one of dues, deadlines and quorum (计算器)."""

    title: str
    """名称。"""
    aliases: tuple[str, ...] = ()
    """搜索用语。"""
    summary: str
    """一句话说明。"""
    rank: int = Field(ge=0)
    """在工具里的次序，数字小的在前。"""
    basis: Basis
    """依据。"""
    notes: Statements = ()
    """用之前要知道的。"""
    related: tuple[ProcedureId, ...] = ()
    """相关流程。"""
    dues: DuesScale | None = None
    """党费。"""
    deadlines: Deadlines | None = None
    """时限。"""
    quorum: Quorum | None = None
    """人数。"""
    reviewed: PartialDate
    """最近复核日期。"""

    @model_validator(mode="after")
    def _one_calculation(self) -> Self:
        if sum(part is not None for part in (self.dues, self.deadlines, self.quorum)) != 1:
            raise ValueError("计算器写 dues、deadlines、quorum 之一，只能写一个")
        return self

    @property
    def form(self) -> str:
        """Which of the three it is."""
        return next(name for name in ("dues", "deadlines", "quorum") if getattr(self, name) is not None)
