"""Procedures (办事流程): 一事一图."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Self

from pydantic import Field, model_validator

from generators.model.base import (
    Basis,
    FormId,
    Identified,
    Noun,
    PartialDate,
    PostId,
    ProcedureId,
    SectorId,
    Statements,
    Verified,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

END = "end"
"""The target of an answer after which the procedure is over (终)."""


class Limit(Noun):
    """A time limit or a number a procedure must keep (时限与数字)."""

    item: str
    """事项，如「拟列发展对象公示」。"""
    value: str
    """数值连同单位，如「不少于5个工作日」。"""
    basis: Basis = ()
    """依据。"""
    verified: Verified
    """核实标记。"""


class Answer(Noun):
    """Where one answer to a question leads (答案)."""

    label: str
    """答案，写在箭头上，四五个字为宜，如「是」「未过半」。"""
    to: str
    """去哪一步：同一流程里某步的 id，或 end（流程终止）。"""
    note: str | None = None
    """补充说明，如「退回第6步继续培养」。"""
    procedure: ProcedureId | None = None
    """接着办哪一项流程，如 unqualified-members；to 写 end 时用。"""


class Otherwise(Noun):
    """What happens when a step does not go as planned (否则怎么办)."""

    when: str
    """什么情形，如「上级提出异议」。"""
    then: str
    """怎么办。"""
    to: str | None = None
    """回到哪一步：某步的 id，或 end。"""
    procedure: ProcedureId | None = None
    """接着办哪一项流程。"""


class Step(Noun):
    """One step (步骤): something to do, or a question to decide."""

    id: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
    """步骤的标识，小写英文，同一流程内不重复。"""
    do: str | None = None
    """做什么（动作），十来个字，写进流程图。与 ask 二选一。"""
    ask: str | None = None
    """判断什么（问句），写进流程图的菱形。与 do 二选一。"""
    post: PostId
    """责任岗位。"""
    together: tuple[PostId, ...] = ()
    """一起办的岗位。"""
    detail: str | None = None
    """怎么做，细说。"""
    within: str | None = None
    """时限，如「1个月内」。"""
    materials: tuple[str, ...] = ()
    """形成或需要的材料。"""
    forms: tuple[FormId, ...] = ()
    """填工作实录的哪张表。"""
    answers: tuple[Answer, ...] = ()
    """判断的各个答案，只用于 ask，至少两个。"""
    otherwise: tuple[Otherwise, ...] = ()
    """办不成或有异议时怎么办。"""
    risk: str | None = None
    """这一步最容易出的错。"""
    basis: Basis = ()
    """依据。"""
    verified: Verified | None = None
    """核实标记；没有写的按通行做法理解。"""

    @model_validator(mode="after")
    def _one_of_do_and_ask(self) -> Self:
        if (self.do is None) == (self.ask is None):
            raise ValueError("每一步写 do（做什么）或 ask（判断什么），两者必须且只能写一个")
        if self.ask is not None and len(self.answers) < 2:
            raise ValueError("判断（ask）至少要有两个答案（answers）")
        if self.do is not None and self.answers:
            raise ValueError("只有判断（ask）才写 answers；做事的步骤（do）请改写 otherwise")
        return self

    @property
    def text(self) -> str:
        """What the box in the chart says."""
        return self.do or self.ask or ""

    @property
    def is_decision(self) -> bool:
        """Whether the step is a question."""
        return self.ask is not None


class Stage(Noun):
    """A run of steps under one heading (阶段)."""

    title: str
    """阶段名称。"""
    steps: tuple[Step, ...] = Field(min_length=1)
    """步骤，按先后写。"""


class Question(Noun):
    """A frequent question (常见问题)."""

    q: str
    """问，用群众的话。"""
    a: str
    """答。"""
    basis: Basis = ()
    """依据。"""
    verified: Verified | None = None
    """核实标记。"""


class ProcedureGroup(StrEnum):
    """What a procedure is about (类别)."""

    LIFE = "组织生活"
    MEMBERS = "党员队伍"
    BUILDING = "组织建设"
    DECISIONS = "议事和公开"
    TARGETS = "目标和创评"
    SERVICE = "联系和保障"
    OTHER = "其他"


class Procedure(Identified):
    """How one matter is done (一事一图)."""

    title: str
    """名称。"""
    aliases: tuple[str, ...] = Field(default=(), min_length=1)
    """搜索用语：别称和工作人员的口语问法，十个以上为好。"""
    summary: str
    """一句话说清怎么办。"""
    group: ProcedureGroup = ProcedureGroup.OTHER
    """类别，栏目页按它分组。"""
    applies_to: tuple[SectorId, ...] = ()
    """适用领域；不写即各领域都适用。"""
    who: str
    """适用于谁、哪些支部，一两句话。"""
    owner: PostId
    """牵头岗位。"""
    reviewed: PartialDate
    """最近复核日期。"""
    basis: Basis
    """总的依据。"""
    points: Statements = ()
    """政策要点。"""
    limits: tuple[Limit, ...] = ()
    """时限与数字。"""
    stages: tuple[Stage, ...] = Field(min_length=1)
    """阶段和步骤。"""
    risks: Statements = ()
    """常见错误和风险。"""
    materials: tuple[str, ...] = ()
    """全程形成的材料。"""
    forms: tuple[FormId, ...] = ()
    """用到的实录表。"""
    faq: tuple[Question, ...] = ()
    """常见问题。"""
    related: tuple[ProcedureId, ...] = ()
    """相关流程。"""

    def steps(self) -> Iterator[Step]:
        """All steps in order, decisions included."""
        for stage in self.stages:
            yield from stage.steps

    def numbers(self) -> dict[str, int]:
        """Step id → the step's number; decisions carry no number of their own."""
        return {s.id: n for n, s in enumerate((s for s in self.steps() if not s.is_decision), start=1)}
