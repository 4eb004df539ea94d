"""Terms of the glossary (术语)."""

from __future__ import annotations

from generators.model.base import Basis, Identified, ProcedureId, TermId, Verified


class Term(Identified):
    """A term with its meaning (术语). Terms are kept together in content/glossary.yml."""

    title: str
    """术语。"""
    aliases: tuple[str, ...] = ()
    """同义、别称、口语。"""
    text: str
    """一句话定义，自己的话。"""
    not_same: tuple[TermId, ...] = ()
    """容易混淆、但后果不同的术语。"""
    linked: bool = True
    """各页第一次用到它时是否加链接；太常用、加了嫌乱的写 false。"""
    not_in: tuple[str, ...] = ()
    """含有这个词、意思却不同的长词，如「党费证」；里面不加链接。"""
    see: tuple[ProcedureId, ...] = ()
    """相关流程。"""
    basis: Basis = ()
    """依据。"""
    verified: Verified | None = None
    """核实标记。"""
