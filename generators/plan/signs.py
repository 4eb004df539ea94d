"""Planning a branch's signs: which ones, in which size, and which are left out to spare the wall (减牌)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generators.model.sign import Process
from generators.plan.floor_views import FloorView
from generators.plan.kinds import sign_kinds
from generators.plan.sign_rules import within_limits
from generators.plan.sign_subjects import Refused, SignSubject, subjects_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generators.model.base import Size
    from generators.model.branch import Branch
    from generators.model.library import Library
    from generators.model.sign import Sign, SignKind

_PROCESS_NAMES = {
    Process.TRIMMED: "裁切成品",
    Process.UV: "UV直喷",
    Process.PHOTO: "室内写真",
    Process.SPRAYED: "喷绘",
    Process.OFFICE: "办公打印",
    Process.SCREEN: "电子屏",
}
_UNITS = {Process.SPRAYED: "条", Process.OFFICE: "张", Process.SCREEN: "页"}
_LARGEST_FULL_MM = 4800
"""Longer signs are drawn at 1:10: with their borders they would pass the 5,080 mm that a PDF page may have."""


@dataclass(frozen=True)
class PlannedSign:
    """One sign to be made, with all that decides its bytes but the library."""

    sign: Sign
    kind: SignKind
    branch: Branch
    size: Size
    """The usual size; a renderer takes a larger one of the sign's sizes where the text asks for it (`larger`)."""
    subject: SignSubject | None = None
    """What it speaks of, such as a rule, a room or a post; None when it speaks of the branch itself."""
    signed: bool = True
    """Whether the branch's name stands at the foot of its boards; not on blank ones."""
    most_letter: float | None = None
    """Height in mm beyond which its letters do not grow, so that they match a neighbour's."""

    @property
    def title(self) -> str:
        """`党组织竖牌`, `规章制度牌：三会一课制度`, `示范岗牌：党员先锋岗-张示例`."""
        if self.subject is None:
            return self.sign.title
        name = getattr(self.subject, "name", "")
        return f"{self.sign.title}：{self.subject.title}{'-' * bool(name)}{name}"  # type: ignore[attr-defined]  # every subject has a title

    @property
    def size_text(self) -> str:
        """`400×2400`, in millimetres, or in pixels on a screen."""
        return f"{self.size.w:g}×{self.size.h:g}"

    def larger(self) -> Iterator[PlannedSign]:
        """The same sign in each larger size of the sign's other sizes, the smallest area first."""
        turned = self.size == self.sign.size.turned()
        for size in sorted(self.sign.other_sizes, key=_area):
            if _area(size) > _area(self.size):
                yield replace(self, size=size.turned() if turned else size)

    @property
    def process(self) -> Process:
        """How it is produced: the sign's own process, else its kind's."""
        return self.sign.process or self.kind.process

    @property
    def process_name(self) -> str:
        """How it is produced, as a print shop says it."""
        return process_name(self.process)

    @property
    def quantity_text(self) -> str:
        """`2块`, `1条`, `1张`."""
        return f"{self.sign.quantity}{_UNITS.get(self.process, '块')}"

    @property
    def scale(self) -> float:
        """1 for a drawing in real size, 0.1 for one at 1:10."""
        return 0.1 if max(self.size.w, self.size.h) > _LARGEST_FULL_MM else 1.0

    @property
    def scale_text(self) -> str:
        """`1:1` or `1:10`."""
        return f"1:{1 / self.scale:g}"

    @property
    def file_name(self) -> str:
        """单位_牌名_尺寸_数量_工艺, as print shops ask (facts, signage 9), free of what Windows refuses.

        A drawing that is not in real size says so in its name.
        """
        parts = (
            self.branch.short,
            self.title.replace("：", "-"),
            f"{self.size_text}{'像素' if self.process is Process.SCREEN else 'mm'}",
            self.quantity_text,
            self.process_name,
            *(() if self.scale == 1 else (self.scale_text.replace(":", "比"),)),
        )
        return "_".join(map(_safe, parts)) + ".pdf"


def process_name(process: Process) -> str:
    """How signs are produced, as a print shop says it: `UV直喷`, `室内写真`."""
    return _PROCESS_NAMES[process]


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
            if isinstance(planned, LeftOut):
                left_out.append(planned)
            elif spare and not sign.keep_when_reduced:
                reason = f"{sector.title}领域默认减牌，内容改放活页夹、电子屏或网页，不上墙；确需制作的，命令后加 --all"
                left_out.append(LeftOut(planned.title, reason))
            else:
                signs.append(planned)
    if spare:
        signs, over = within_limits(signs)
        left_out += [LeftOut(planned.title, reason) for planned, reason in over]
    return SignPlan(tuple(signs), tuple(left_out))


def planned_for(sign: Sign, library: Library, branch: Branch) -> Iterator[PlannedSign | LeftOut]:
    """One sign for each of its subjects, in the sign's usual size; or why there is none."""
    kind = sign_kinds()[sign.kind]
    for subject in subjects_of(sign, library, branch):
        if isinstance(subject, Refused):
            yield LeftOut(f"{sign.title}：{subject.title}", subject.reason)
        else:
            upright = isinstance(subject, FloorView) and subject.plan.d > subject.plan.w
            yield PlannedSign(sign, kind, branch, sign.size.turned() if upright else sign.size, subject)


def _area(size: Size) -> float:
    return size.w * size.h


def _safe(part: str) -> str:
    return re.sub(r'[\\/:*?"<>|_\x00-\x1f]', "-", part).strip(" .") or "-"
