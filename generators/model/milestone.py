"""Milestones (沿革): what changed for branches since the founding opinion, and when."""

from __future__ import annotations

from generators.model.base import Identified, PartialDate, PolicyId, Verified


class Milestone(Identified):
    """A document or event that changed what branches do (沿革)."""

    title: str
    """文件简称或事件。"""
    date: PartialDate
    """日期，知道多细写多细。"""
    text: str
    """对支部改变了什么。"""
    policies: tuple[PolicyId, ...] = ()
    """是哪份文件。"""
    verified: Verified
    """核实标记。"""
    note: str | None = None
    """说明，如月份待核。"""
