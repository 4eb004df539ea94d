"""Planning a branch's signs: which ones, in which size, and which are left out to spare the wall (减牌)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from generators.model.procedure import Procedure
from generators.model.rule import Rule
from generators.model.sign import Process, Subject
from generators.plan.kinds import sign_kinds

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generators.model.base import Size
    from generators.model.branch import Branch
    from generators.model.library import Library
    from generators.model.sign import Sign, SignKind

_PROCESS_NAMES = {Process.TRIMMED: "裁切成品", Process.SPRAYED: "户外喷绘"}

_T = TypeVar("_T", Rule, Procedure)


@dataclass(frozen=True)
class PlannedSign:
    """One sign to be made, with all that decides its bytes but the library."""

    sign: Sign
    kind: SignKind
    branch: Branch
    size: Size
    """The usual size; a renderer takes a larger one of the sign's sizes where the text asks for it (`larger`)."""
    subject: Rule | Procedure | None = None
    """The rule or procedure it speaks of; None when it speaks of the branch itself."""

    @property
    def title(self) -> str:
        """`党组织竖牌`, `规章制度牌：三会一课制度`."""
        return f"{self.sign.title}：{self.subject.title}" if self.subject else self.sign.title

    @property
    def size_text(self) -> str:
        """`400×2400`, in millimetres."""
        return f"{self.size.w:g}×{self.size.h:g}"

    def larger(self) -> Iterator[PlannedSign]:
        """The same sign in each larger size of the sign's other sizes, the smallest area first."""
        for size in sorted(self.sign.other_sizes, key=_area):
            if _area(size) > _area(self.size):
                yield replace(self, size=size)

    @property
    def process_name(self) -> str:
        """How it is produced, as a print shop says it."""
        return _PROCESS_NAMES[self.kind.process]

    @property
    def file_name(self) -> str:
        """单位_牌名_尺寸_数量_工艺, as print shops ask (facts, signage 9), free of what Windows refuses."""
        parts = (
            self.branch.short,
            self.title.replace("：", "-"),
            f"{self.size_text}mm",
            "1块",
            self.process_name,
        )
        return "_".join(map(_safe, parts)) + ".pdf"


@dataclass(frozen=True)
class LeftOut:
    """A sign that is not made, and why."""

    title: str
    reason: str


@dataclass(frozen=True)
class SignPlan:
    """A branch's signs in order of number, and those left out."""

    signs: tuple[PlannedSign, ...]
    left_out: tuple[LeftOut, ...]


def plan_signs(library: Library, branch: Branch, *, everything: bool = False) -> SignPlan:
    """Decide a branch's signs. Where its sector spares signs, only those stay that are kept there, or `everything`."""
    sector = library.sector[branch.sector]
    spare = sector.reduced_signs and not everything
    signs: list[PlannedSign] = []
    left_out: list[LeftOut] = []
    for sign in library.sign.values():
        for planned in planned_for(sign, library, branch):
            if spare and not sign.keep_when_reduced:
                reason = f"{sector.title}领域默认减牌，内容改放活页夹、电子屏或网页，不上墙；确需制作的，命令后加 --all"
                left_out.append(LeftOut(planned.title, reason))
            else:
                signs.append(planned)
    return SignPlan(tuple(signs), tuple(left_out))


def planned_for(sign: Sign, library: Library, branch: Branch) -> Iterator[PlannedSign]:
    """One sign for each of its subjects that concerns the branch's sector, in the sign's usual size."""
    kind = sign_kinds()[sign.kind]
    if sign.subject is Subject.BRANCH:
        yield PlannedSign(sign, kind, branch, sign.size)
    elif sign.subject is Subject.RULE:
        for rule in _chosen(library.rule, sign.rules, branch):
            yield PlannedSign(sign, kind, branch, sign.size, rule)
    else:
        for procedure in _chosen(library.procedure, sign.procedures, branch):
            yield PlannedSign(sign, kind, branch, sign.size, procedure)


def _chosen(nouns: Mapping[str, _T], ids: Iterable[str], branch: Branch) -> Iterator[_T]:
    """The nouns that the sign names, or all; without those meant for other sectors."""
    for noun in [nouns[name] for name in ids] or nouns.values():
        if not noun.applies_to or branch.sector in noun.applies_to:
            yield noun


def _area(size: Size) -> float:
    return size.w * size.h


def _safe(part: str) -> str:
    return re.sub(r'[\\/:*?"<>|_\x00-\x1f]', "-", part).strip(" .") or "-"
