"""Rules (制度): what is read on the page and hung on the wall."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from generators.model.base import Basis, Identified, PartialDate, ProcedureId, SectorId, Statements


class RuleGroup(StrEnum):
    """What a rule is about (类别)."""

    LIFE = "组织生活"
    MEMBERS = "党员管理"
    POSTS = "岗位职责"
    DECISIONS = "议事和公开"
    SERVICE = "联系服务"
    VENUE = "阵地和经费"
    OTHER = "其他"


class Rule(Identified):
    """A working rule in at most eight clauses (制度)."""

    title: str
    """名称。"""
    aliases: tuple[str, ...] = ()
    """搜索用语。"""
    summary: str
    """一句话说明。"""
    group: RuleGroup = RuleGroup.OTHER
    """类别，目录按它分组。"""
    applies_to: tuple[SectorId, ...] = ()
    """适用领域；不写即各领域都适用。"""
    basis: Basis
    """依据。"""
    clauses: Statements = Field(min_length=1, max_length=8)
    """条款，不超过八条、合计不超过 260 字，改写要点。"""
    related: tuple[ProcedureId, ...] = ()
    """相关流程。"""
    reviewed: PartialDate
    """最近复核日期。"""
