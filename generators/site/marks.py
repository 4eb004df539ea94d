"""The verification marks (核实标记) as readers meet them: a word beside the statement, and a legend."""

from __future__ import annotations

from dataclasses import dataclass

from generators.model.base import Verified


@dataclass(frozen=True)
class Mark:
    """What a mark means, and how a reader should use what it stands beside."""

    verified: Verified
    meaning: str
    use: str

    @property
    def label(self) -> str:
        """The short name printed beside the statement."""
        return self.verified.label


LEGEND: tuple[Mark, ...] = (
    Mark(Verified.SEED, "出自立项文件铜发〔2017〕10号原文。", "可以直接引用；要求是当年提的，现行规定以新文件为准。"),
    Mark(Verified.CHECKED, "见到条文原文，或两个互相独立的来源一致。", "可以照办；正式发文、上墙前仍请对照现行文本。"),
    Mark(Verified.SINGLE, "只有一个来源。", "可以参考，以当地规定为准。"),
    Mark(Verified.MEMORY, "凭整理者所知写出，没有见到文本。", "先核对再使用，不要据此写条号、文号。"),
    Mark(Verified.PRACTICE, "各地通行做法，中央法规没有写死。", "可以照办，也可以按当地习惯调整。"),
    Mark(Verified.DERIVED, "由已知数字推算得到。", "数字变了请重新推算。"),
    Mark(Verified.SUGGESTED, "本工具的建议，不是任何机关的规定。", "由上级党组织审定后使用，不能当作规定引用。"),
    Mark(Verified.PENDING, "尚未查到，或来源互相冲突。", "不要使用，先向上级党组织问清楚。"),
)
"""Every mark once, the surest first."""

MEANINGS = {mark.verified: mark.meaning for mark in LEGEND}
