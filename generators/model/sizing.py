"""Sizing: how often a form appears and how many rows a table has, from a branch's profile."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, Field

from generators.model.base import Noun


class Per(StrEnum):
    """What a quantity is counted per (按什么计)."""

    MONTH = "month"
    """每月一份：12。"""
    QUARTER = "quarter"
    """每季一份：4。"""
    MEMBER = "member"
    """每名党员（正式＋预备）。"""
    FULL_MEMBER = "full_member"
    """每名正式党员。"""
    PROBATIONARY_MEMBER = "probationary_member"
    """每名预备党员。"""
    GROUP = "group"
    """每个党小组。"""
    COMMITTEE = "committee"
    """支委会：设了算一个，不设的算没有。"""
    COMMITTEE_MEMBER = "committee_member"
    """每名支委。"""
    APPLICANT = "applicant"
    """每名积极分子和发展对象。"""
    FLOATING_MEMBER = "floating_member"
    """每名流动党员。"""
    SOURCE_ROW = "source_row"
    """表格预填来源（from）里的每一行；只用于表格的 rows。"""


class Condition(StrEnum):
    """When a form belongs in a branch's book (何时印)."""

    HAS_COMMITTEE = "has_committee"
    """设支委会。"""
    NO_COMMITTEE = "no_committee"
    """不设支委会。"""
    HAS_GROUPS = "has_groups"
    """划分了党小组。"""
    HAS_FLOATING = "has_floating"
    """有流动党员。"""


class Sizing(Noun):
    """A quantity (数量): max(product of what `per` names × `times`, `at_least`) + `spare`."""

    per: Annotated[tuple[Per, ...], BeforeValidator(lambda v: v if isinstance(v, list | tuple) else [v])] = ()
    """按什么计；写一组即相乘，如 [group, month]。"""
    times: float = Field(default=1, gt=0, le=100)
    """每个几份，可带小数，合计后向上取整。"""
    at_least: int = Field(default=0, ge=0)
    """最少几份。"""
    spare: int = Field(default=0, ge=0)
    """备用几份。"""
    blank: int | None = Field(default=None, ge=1)
    """不知道支部情况时（空白表下载）用几份；不写则用 at_least＋spare。"""

    @property
    def when_blank(self) -> int:
        """The quantity for a form that belongs to no branch."""
        return self.blank or max(1, self.at_least + self.spare)
