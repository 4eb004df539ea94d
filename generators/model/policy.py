"""Policies (依据): the documents every statement rests on."""

from __future__ import annotations

from enum import StrEnum

from generators.model.base import Identified, Noun, PartialDate, PolicyId, Statements, Verified


class PolicyStatus(StrEnum):
    """Whether a policy is in force (效力)."""

    IN_FORCE = "现行"
    AMENDED = "已修订"
    REPEALED = "已废止"
    ORIGIN = "起源文件"


class Figure(Noun):
    """A number a provision fixes, for tables and search (数字)."""

    item: str
    """事项。"""
    value: str
    """数值连同单位，如「20%左右」「22万元／年」。"""
    verified: Verified | None = None
    """核实标记。"""


class Provision(Noun):
    """One numbered provision of a policy (条款), summarised in own words."""

    number: str
    """编号，如「第七条」「二（2）」；引用时照此写。"""
    title: str
    """这一条讲什么，十来个字。"""
    part: str | None = None
    """所在部分或章的名称。"""
    text: Statements = ()
    """要点，自己的话，不照抄原文。"""
    figures: tuple[Figure, ...] = ()
    """这一条里的数字。"""
    verified: Verified | None = None
    """核实标记。"""


class Policy(Identified):
    """A document that statements cite (依据)."""

    title: str
    """全称。"""
    short: str
    """简称，用于页面上的引用，如「发展党员细则」。"""
    aliases: tuple[str, ...] = ()
    """别的叫法和搜索用语。"""
    issuer: str
    """发文机关。"""
    document_number: str | None = None
    """文号；不知道就不写。"""
    issued: PartialDate | None = None
    """发布日期，知道多细写多细。"""
    effective: PartialDate | None = None
    """施行日期。"""
    status: PolicyStatus
    """效力：现行、已修订、已废止、起源文件。"""
    superseded_by: PolicyId | None = None
    """被哪一份文件取代。"""
    summary: str
    """与支部的关系，一两句话。"""
    changes: Statements = ()
    """比旧规定变了什么。"""
    provisions: tuple[Provision, ...] = ()
    """条款。"""
    verified: Verified
    """文件本身（名称、日期、文号）的核实标记。"""
    note: str | None = None
    """说明，如哪些信息待核。"""
    reviewed: PartialDate
    """最近复核日期。"""

    def provision(self, number: str) -> Provision | None:
        """The provision with this number, if the policy has it."""
        return next((p for p in self.provisions if p.number == number), None)
