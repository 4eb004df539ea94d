"""Posts (岗位): who does what, and by which rule."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from generators.model.base import Basis, Identified, Noun, PartialDate, RuleId, Verified


class PostKind(StrEnum):
    """What sort of actor a post is (岗位类型)."""

    PERSON = "个人"
    MEETING = "会议"
    ORGANISATION = "组织"


class Duty(Noun):
    """One duty of a post (职责)."""

    text: str
    """职责。"""
    basis: Basis = ()
    """履责依据（履责有规）；与 rules 至少写一种。"""
    rules: tuple[RuleId, ...] = ()
    """履责依据是哪项制度。"""
    verified: Verified
    """核实标记。"""


class Post(Identified):
    """A post that owns steps of procedures (岗位)."""

    title: str
    """岗位名称。"""
    aliases: tuple[str, ...] = ()
    """别称和口语。"""
    kind: PostKind
    """个人、会议或组织。"""
    rank: int = Field(ge=0)
    """在流程图中从左到右的次序：数字小的在左（本人最左，上级最右）。"""
    summary: str
    """一句话说明。"""
    duties: tuple[Duty, ...] = Field(min_length=1)
    """职责，至少一条（岗位有责）。"""
    reviewed: PartialDate
    """最近复核日期。"""
