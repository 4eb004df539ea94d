"""Rules (制度): what is read on the page and hung on the wall."""

from __future__ import annotations

from pydantic import Field

from generators.model.base import Basis, Identified, PartialDate, ProcedureId, SectorId, Statements


class Rule(Identified):
    """A working rule in at most eight clauses (制度)."""

    title: str
    """名称。"""
    aliases: tuple[str, ...] = ()
    """搜索用语。"""
    summary: str
    """一句话说明。"""
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
