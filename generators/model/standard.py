"""Standards (创评标准): 五规范三满意."""

from __future__ import annotations

from pydantic import Field

from generators.model.base import Basis, Identified, Noun, PartialDate, SectorId, StandardId, Statements, Verified


class StandardItem(Noun):
    """One item that is scored (条目)."""

    code: str = Field(pattern=r"^[A-Z]\d{1,2}$")
    """代号，如 Z1。"""
    title: str
    """条目名称。"""
    points: float = Field(ge=0)
    """分值。"""
    requirement: str
    """要求要点。"""
    check: str | None = None
    """考核方式。"""
    deduction: str | None = None
    """扣分或计分规则。"""
    evidence: tuple[str, ...] = ()
    """佐证材料的名称。"""
    basis: Basis = ()
    """依据。"""
    verified: Verified = Verified.SUGGESTED
    """要求本身的核实标记（分值和扣分规则都是建议）。"""


class Norm(Noun):
    """One of the five norms or three satisfactions (规范、满意)."""

    code: str = Field(pattern=r"^[A-Z]$")
    """代号，如 Z。"""
    title: str
    """名称，如「阵地建设规范」。"""
    group: str
    """所属：五规范 或 三满意。"""
    points: float = Field(ge=0)
    """分值，应等于各条目之和。"""
    summary: str | None = None
    """说明，如主要考核方式。"""
    items: tuple[StandardItem, ...] = Field(min_length=1)
    """条目。"""


class StarLine(Noun):
    """The score a star needs (星级分数线)."""

    stars: int = Field(ge=0, le=5)
    """星数；0 表示不定星。"""
    at_least: float
    """最低分。"""
    note: str | None = None
    """说明。"""


class Standard(Identified):
    """A standard: the base one for all sectors, or a sector's changes to it (创评标准)."""

    title: str
    """名称。"""
    aliases: tuple[str, ...] = ()
    """搜索用语。"""
    summary: str
    """一句话说明。"""
    sector: SectorId | None = None
    """适用领域；通用标准不写。"""
    extends: StandardId | None = None
    """在哪一套标准的基础上改；通用标准不写。"""
    basis: Basis
    """依据。"""
    notice: str
    """使用说明，显示在页面开头，如「参考模板，由上级党组织审定后使用」。"""
    differences: Statements = ()
    """与通用标准的差别和领域要求。"""
    norms: tuple[Norm, ...] = ()
    """通用标准写全；领域标准不写。"""
    replace: tuple[StandardItem, ...] = ()
    """领域标准替换的条目，按代号替换，分值不变。"""
    stars: tuple[StarLine, ...] = ()
    """星级分数线。"""
    vetoes: Statements = ()
    """一票否决情形；领域标准里写的是补充。"""
    bonus: Statements = ()
    """加分。"""
    process: Statements = ()
    """创评程序。"""
    reviewed: PartialDate
    """最近复核日期。"""

    def norms_for(self, base: Standard | None) -> tuple[Norm, ...]:
        """The norms as they apply: the base's, with this sector's items put in place."""
        if base is None:
            return self.norms
        changed = {item.code: item for item in self.replace}
        return tuple(
            norm.model_copy(update={"items": tuple(changed.get(i.code, i) for i in norm.items)}) for norm in base.norms
        )
