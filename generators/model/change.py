"""Changes (更新记录): what each edition of the handbook changed, for readers who know the one before."""

from __future__ import annotations

from generators.model.base import (
    FormId,
    GuideId,
    Identified,
    PolicyId,
    ProcedureId,
    RuleId,
    SignId,
    StandardId,
)
from generators.model.branch import FullDate


class Change(Identified):
    """One thing that an edition changed (更新)."""

    title: str
    """改了什么，一句话。"""
    date: FullDate
    """哪一天的版本；不晚于 publication.yml 里的 issued。"""
    text: str | None = None
    """为什么改，支部要跟着做什么。"""
    procedures: tuple[ProcedureId, ...] = ()
    """改了哪些流程。"""
    forms: tuple[FormId, ...] = ()
    """改了哪些表。"""
    rules: tuple[RuleId, ...] = ()
    """改了哪些制度。"""
    standards: tuple[StandardId, ...] = ()
    """改了哪些标准。"""
    signs: tuple[SignId, ...] = ()
    """改了哪些标识。"""
    policies: tuple[PolicyId, ...] = ()
    """增补了哪些依据。"""
    guides: tuple[GuideId, ...] = ()
    """改了哪些指南。"""
