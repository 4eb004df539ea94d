"""Occasions (必办事项): what a branch does every month, quarter or year, and in which months."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from generators.model.base import Basis, FormId, Identified, PostId, ProcedureId, SectorId, Verified

Month = Annotated[int, Field(ge=1, le=12)]


class Every(StrEnum):
    """How often (频次)."""

    MONTH = "每月"
    QUARTER = "每季"
    HALF_YEAR = "每半年"
    YEAR = "每年"

    @property
    def times(self) -> int:
        """How many times a year."""
        return {Every.MONTH: 12, Every.QUARTER: 4, Every.HALF_YEAR: 2, Every.YEAR: 1}[self]


class PartOfMonth(StrEnum):
    """When in the month (日子)."""

    ACTIVITY_DAY = "活动日"
    START = "月初"
    END = "月末"


class Occasion(Identified):
    """One matter of the yearly calendar (必办事项)."""

    title: str
    """名称，如「支委会」。"""
    summary: str
    """办什么，一句话。"""
    every: Every
    """多久一次。"""
    months: tuple[Month, ...] = ()
    """哪几个月办，每季写四个、每半年写两个、每年写一个；每月的不写。"""
    day: PartOfMonth = PartOfMonth.END
    """活动日（支部固定的党员活动日）、月初（第一个工作日）或月末（最后一个工作日，当作期限）。"""
    post: PostId
    """谁牵头。"""
    applies_to: tuple[SectorId, ...] = ()
    """适用领域；不写即各领域都适用。"""
    needs_committee: bool = False
    """只有设支委会的支部才办。"""
    needs_groups: bool = False
    """只有划分党小组的支部才办。"""
    procedure: ProcedureId | None = None
    """怎么办，看哪项流程。"""
    forms: tuple[FormId, ...] = ()
    """填哪些表。"""
    basis: Basis = ()
    """依据。"""
    verified: Verified
    """「多久一次」的核实标记。"""
    note: str | None = None
    """说明，如月份是本工具的建议。"""

    @model_validator(mode="after")
    def _as_many_months_as_times(self) -> Self:
        given = 12 if self.every is Every.MONTH and not self.months else len(set(self.months))
        if given != self.every.times or len(set(self.months)) != len(self.months):
            raise ValueError(f"「{self.every}」要写 {self.every.times} 个不同的月份（months）；每月的不写")
        return self

    def falls_in(self, month: int) -> bool:
        """Whether it is due in this month of the year."""
        return not self.months or month in self.months
