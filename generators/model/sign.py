"""Signs (标识) and the kinds of sign that templates/signs/ can make."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from generators.model.base import (
    Basis,
    Identified,
    PartialDate,
    ProcedureId,
    RuleId,
    Size,
    Statements,
    Verified,
)


class Subject(StrEnum):
    """What a sign speaks of: one sign is made for each (为什么制牌)."""

    BRANCH = "branch"
    """支部自己，一块。"""
    RULE = "rule"
    """每项制度一块。"""
    PROCEDURE = "procedure"
    """每项流程一块。"""


class Sign(Identified):
    """A sign a branch puts up (标识)."""

    title: str
    """名称，如「党组织竖牌」。"""
    aliases: tuple[str, ...] = ()
    """搜索用语。"""
    summary: str
    """用在哪里，一句话。"""
    kind: str
    """用哪种式样，即 templates/signs/ 下的文件夹名。"""
    subject: Subject
    """为什么制牌：branch、rule 或 procedure。"""
    rules: tuple[RuleId, ...] = ()
    """subject 为 rule 时，给哪些制度制牌；不写即全部。"""
    procedures: tuple[ProcedureId, ...] = ()
    """subject 为 procedure 时，给哪些流程制牌；不写即全部。"""
    size: Size
    """默认成品尺寸，毫米。"""
    other_sizes: tuple[Size, ...] = ()
    """其他常用尺寸。"""
    material: str
    """材质。"""
    layout: Statements
    """版面要点。"""
    mounting: Statements = ()
    """安装要点。"""
    keep_when_reduced: bool = False
    """减牌时（村、社区）是否仍制。"""
    basis: Basis = ()
    """依据。"""
    verified: Verified
    """尺寸的核实标记。"""
    reviewed: PartialDate
    """最近复核日期。"""


class Process(StrEnum):
    """How a sign is produced; it decides bleed and marks (工艺)."""

    TRIMMED = "trimmed"
    """裁切成品：出血 3–5 毫米，带裁切标记。"""
    SPRAYED = "sprayed"
    """户外喷绘：不要出血，四周留白边。"""


class SignKind(Identified):
    """One folder of templates/signs/: kind.yml, sign.html.j2, sign.css, README.md."""

    title: str
    """名称。"""
    summary: str
    """一句话说明。"""
    process: Process = Process.TRIMMED
    """工艺。"""
    bleed_mm: float = Field(default=5, ge=0, le=20)
    """出血，毫米。"""
    safe_mm: float = Field(default=10, ge=0)
    """安全边距，毫米：文字不进入这一圈。"""
    min_letter_mm: float = Field(gt=0)
    """正文最小字高，毫米；放不下就报错，不再缩小。"""
    max_letter_mm: float = Field(gt=0)
    """正文最大字高，毫米。"""
