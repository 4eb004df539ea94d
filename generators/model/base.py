"""The words every other noun is made of: marks, citations, references and dates."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import core_schema

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler


class Noun(BaseModel):
    """A frozen value read from one YAML mapping; unknown keys are mistakes."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        use_attribute_docstrings=True,
        populate_by_name=True,
    )


class Identified(Noun):
    """A noun that lives in a file of its own; the file's stem is its id."""

    id: str = Field(exclude=True)
    """代号，即文件名（不含 .yml），由程序填入，不写在文件里。"""


class Reference(str):
    """The id of another noun. The checker looks it up in the library under `kind`."""

    kind: ClassVar[str]
    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        """Validate as text and keep the subclass, so that a walk over values finds references."""
        return core_schema.no_info_after_validator_function(
            cls, core_schema.str_schema(min_length=1), serialization=core_schema.to_string_ser_schema()
        )


class PolicyId(Reference):
    """A policy document (依据)."""

    kind = "policy"


class PostId(Reference):
    """A post (岗位)."""

    kind = "post"


class ProcedureId(Reference):
    """A procedure (办事流程)."""

    kind = "procedure"


class RuleId(Reference):
    """A rule (制度)."""

    kind = "rule"


class FormId(Reference):
    """A form of the record book (表)."""

    kind = "form"


class SectorId(Reference):
    """A sector (领域)."""

    kind = "sector"


class CommitteeId(Reference):
    """A superior party committee (上级党组织)."""

    kind = "committee"


class StandardId(Reference):
    """A standard (创评标准)."""

    kind = "standard"


class SignId(Reference):
    """A sign (标识)."""

    kind = "sign"


class RoomId(Reference):
    """A sort of room (功能室)."""

    kind = "room"


class OfficialId(Reference):
    """An official text (法定文字)."""

    kind = "official"


class GuideId(Reference):
    """A guide (指南)."""

    kind = "guide"


class CalculatorId(Reference):
    """A calculator (计算器)."""

    kind = "calculator"


class TermId(Reference):
    """A term of the glossary (术语)."""

    kind = "term"


class Verified(StrEnum):
    """How sure a statement is (核实标记). It is shown beside the statement on every page."""

    SEED = "seed"
    """出自立项文件铜发〔2017〕10号原文。"""
    CHECKED = "checked"
    """见到条文原文，或两个互相独立的来源一致。"""
    SINGLE = "single"
    """只有一个来源，以当地规定为准。"""
    MEMORY = "memory"
    """凭整理者所知，未见文本，引用前请核对。"""
    PRACTICE = "practice"
    """各地通行做法，中央法规没有写死。"""
    DERIVED = "derived"
    """由已知数字推算得到。"""
    SUGGESTED = "suggested"
    """本工具的建议，不是任何机关的规定。"""
    PENDING = "pending"
    """尚未查到或来源有冲突，待核。"""

    @property
    def label(self) -> str:
        """The mark's short Chinese name, as printed on the page."""
        return _VERIFIED_LABELS[self]


_VERIFIED_LABELS = {
    Verified.SEED: "种子",
    Verified.CHECKED: "核实",
    Verified.SINGLE: "单源",
    Verified.MEMORY: "记忆",
    Verified.PRACTICE: "实务",
    Verified.DERIVED: "推算",
    Verified.SUGGESTED: "建议",
    Verified.PENDING: "待核",
}


def one_or_many(value: object) -> object:
    """Let `basis: {…}` stand for a list of one."""
    return value if isinstance(value, list | tuple) else [value]


def _partial_date(value: str) -> str:
    match = re.fullmatch(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?", value)
    if not match:
        raise ValueError("日期应写成 2017、2017-04 或 2017-04-13 的样子")
    try:
        date(*(int(part or 1) for part in match.groups()))
    except ValueError:
        raise ValueError(f"日历上没有「{value}」，请核对年月日") from None
    return value


PartialDate = Annotated[
    str, AfterValidator(_partial_date), Field(json_schema_extra={"pattern": r"^\d{4}(-\d{2}){0,2}$"})
]
"""A date known to the year, the month or the day: `2017`, `2017-04`, `2017-04-13`."""


class Citation(Noun):
    """A reference to a policy, or to provisions of it (引用的依据)."""

    policy: PolicyId
    """依据的代号，即 content/policies/ 下的文件名。"""
    provision: Annotated[tuple[str, ...], BeforeValidator(one_or_many)] = ()
    """条、款的编号，如「第七条」或「二（2）」，须在该依据的 provisions 里；可写一个或一组。"""
    verified: Verified | None = None
    """这一条引用的核实标记。"""
    note: str | None = None
    """说明，如「条号待核」。"""


Basis = Annotated[tuple[Citation, ...], BeforeValidator(one_or_many)]


class Statement(Noun):
    """One sentence with what it rests on (一句话). A bare text in YAML stands for `{text: …}`."""

    text: str
    """内容，自己的话。"""
    basis: Basis = ()
    """依据。"""
    verified: Verified | None = None
    """核实标记。"""
    note: str | None = None
    """说明。"""


def _statement(value: object) -> object:
    return {"text": value} if isinstance(value, str) else value


Statements = tuple[Annotated[Statement, BeforeValidator(_statement)], ...]


class Size(Noun):
    """A finished size in millimetres (成品尺寸，毫米)."""

    w: float = Field(gt=0, le=5000)
    """宽，毫米。"""
    h: float = Field(gt=0, le=5000)
    """高，毫米。"""

    def turned(self) -> Self:
        """The same size on its side."""
        return self.model_copy(update={"w": self.h, "h": self.w})
