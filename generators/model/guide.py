"""Guides (指南): handwritten advice that leads to procedures, forms and rules."""

from __future__ import annotations

from pydantic import Field

from generators.model.base import (
    Basis,
    CalculatorId,
    FormId,
    GuideId,
    Identified,
    Noun,
    OfficialId,
    PartialDate,
    PolicyId,
    PostId,
    ProcedureId,
    RuleId,
    SectorId,
    SignId,
    StandardId,
    Statements,
)


class Passage(Noun):
    """A part of a guide under its own heading (段落)."""

    title: str
    """小标题。"""
    text: tuple[str, ...] = ()
    """正文，一段一项。"""
    steps: Statements = ()
    """按先后做的事，编号列出。"""
    points: Statements = ()
    """要点，不分先后。"""
    procedures: tuple[ProcedureId, ...] = ()
    """去看哪些流程。"""
    forms: tuple[FormId, ...] = ()
    """去填哪些表。"""
    rules: tuple[RuleId, ...] = ()
    """去看哪些制度。"""
    policies: tuple[PolicyId, ...] = ()
    """去看哪些依据。"""
    standards: tuple[StandardId, ...] = ()
    """去看哪些标准。"""
    signs: tuple[SignId, ...] = ()
    """去看哪些标识。"""
    officials: tuple[OfficialId, ...] = ()
    """去看哪些法定文字。"""
    calculators: tuple[CalculatorId, ...] = ()
    """去用哪些计算器。"""
    guides: tuple[GuideId, ...] = ()
    """去看哪些指南。"""


class Guide(Identified):
    """Advice for one situation, such as the first thirty days of a secretary (指南)."""

    title: str
    """名称。"""
    aliases: tuple[str, ...] = ()
    """搜索用语。"""
    summary: str
    """一句话说明。"""
    rank: int = Field(ge=0)
    """在指南里的次序，数字小的在前。"""
    applies_to: tuple[SectorId, ...] = ()
    """适用领域；不写即各领域都适用。"""
    owner: PostId
    """写给哪个岗位看。"""
    basis: Basis = ()
    """依据。"""
    passages: tuple[Passage, ...] = Field(min_length=1)
    """段落。"""
    reviewed: PartialDate
    """最近复核日期。"""
