"""What a book already knows: the closed vocabulary behind `from:` in forms."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from generators.model.branch import Member, Sex, Standing
from generators.plan.deadlines import months_later
from generators.plan.known import MONTHS, Common, Instance, Known

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from generators.model.standard import Norm, StandardItem


def chinese_date(value: str | None) -> str:
    """`2024-11-20` → `2024年11月20日`, `2024-11` → `2024年11月`, nothing → nothing."""
    if not value:
        return ""
    return "".join(f"{int(part)}{unit}" for part, unit in zip(value.split("-"), "年月日", strict=False))


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:g}"


def _count(known: Known, test: Callable[[Member], bool]) -> str:
    """The number of members that pass; unknown without a roster."""
    return str(sum(map(test, known.members()))) if known.roster else ""


def _age(member: Member, year: int) -> int:
    """Whole years on 1 January of `year`; a birth known to the year counts as January."""
    born_year, _, rest = member.birth.partition("-")
    return year - int(born_year) - (1 if rest and rest != "01" else 0)


def _probation_to(member: Member) -> str:
    """The day a year after a probationary member was accepted (发展党员细则, 第三十一条); an extension is not known."""
    if member.standing is Standing.FULL:
        return ""
    return months_later(dt.date.fromisoformat(member.joined_party), MONTHS).isoformat()


_HIGHER_EDUCATION = ("大专", "本科", "大学", "研究生", "硕士", "博士", "专科")

SCALARS: Mapping[str, tuple[str, Callable[[Known], str]]] = {
    "year": ("年度", lambda k: str(k.year)),
    "year.first_day": ("年度第一天", lambda k: f"{k.year}年1月1日"),
    "year.last_day": ("年度最后一天", lambda k: f"{k.year}年12月31日"),
    "branch.name": ("党组织全称", lambda k: k.branch.name),
    "branch.short": ("党组织简称", lambda k: k.branch.short),
    "branch.code": ("实录编号", lambda k: f"{k.branch.code}-{k.year}"),
    "branch.kind": ("组织类型", lambda k: k.branch.kind.value),
    "branch.unit": ("所在单位名称", lambda k: k.branch.unit),
    "branch.unit_kind": ("所在单位性质", lambda k: k.branch.unit_kind),
    "branch.founded": ("成立日期", lambda k: chinese_date(k.branch.founded)),
    "branch.approval": ("批准文号", lambda k: k.branch.approval or ""),
    "branch.secretary": ("书记", lambda k: k.branch.secretary),
    "branch.phone": ("联系电话", lambda k: k.branch.phone or ""),
    "branch.activity_day": ("党员活动日", lambda k: k.branch.activity_day),
    "branch.has_committee": ("支委会", lambda k: "设" if k.branch.has_committee else "不设"),
    "branch.committee_size": ("支委人数", lambda k: str(k.branch.committee_size or "")),
    "branch.groups": ("党小组数", lambda k: str(len(k.branch.groups))),
    "branch.term.number": ("本届届数", lambda k: str(k.branch.term.number) if k.branch.term else ""),
    "branch.term.elected": ("换届日期", lambda k: chinese_date(k.branch.term.elected) if k.branch.term else ""),
    "branch.term.expires": ("届满日期", lambda k: chinese_date(k.branch.term.expires) if k.branch.term else ""),
    "branch.venue.kind": ("活动场所独立或共用", lambda k: k.branch.venue.kind.value),
    "branch.venue.shared_with": ("场所与谁共用", lambda k: k.branch.venue.shared_with or ""),
    "branch.venue.address": ("场所地址", lambda k: k.branch.venue.address or ""),
    "branch.venue.area": ("场所面积，平方米", lambda k: _number(k.branch.venue.area_m2)),
    "committee.title": ("上级党组织全称", lambda k: k.committee.title),
    "sector.title": ("领域", lambda k: k.sector.title),
    "members.total": ("党员总数", lambda k: str(k.branch.members.total)),
    "members.full": ("正式党员数", lambda k: str(k.branch.members.full)),
    "members.probationary": ("预备党员数", lambda k: str(k.branch.members.probationary)),
    "members.floating": ("流动党员数", lambda k: str(k.branch.members.floating)),
    "members.men": ("男党员数", lambda k: _count(k, lambda m: m.sex is Sex.MALE)),
    "members.women": ("女党员数", lambda k: _count(k, lambda m: m.sex is Sex.FEMALE)),
    "members.minority": ("少数民族党员数", lambda k: _count(k, lambda m: not m.ethnicity.startswith("汉"))),
    "members.college": (
        "大专以上党员数",
        lambda k: _count(k, lambda m: any(level in m.education for level in _HIGHER_EDUCATION)),
    ),
    "members.under_35": ("35岁以下党员数（当年1月1日）", lambda k: _count(k, lambda m: _age(m, k.year) <= 35)),
    "members.over_60": ("60岁以上党员数（当年1月1日）", lambda k: _count(k, lambda m: _age(m, k.year) >= 60)),
}
"""Where a field outside a table can be filled from: name → meaning and value."""

_MEMBER: Mapping[str, tuple[str, Callable[[Member], str]]] = {
    "name": ("姓名", lambda m: m.name),
    "standing": ("正式或预备", lambda m: m.standing.value),
    "sex": ("性别", lambda m: m.sex.value),
    "ethnicity": ("民族", lambda m: m.ethnicity),
    "birth": ("出生年月", lambda m: m.birth.replace("-", ".")),
    "education": ("学历", lambda m: m.education),
    "joined_work": ("参加工作时间", lambda m: (m.joined_work or "").replace("-", ".")),
    "joined_party": ("入党日期", lambda m: m.joined_party.replace("-", ".")),
    "full_since": ("转正日期", lambda m: (m.full_since or "").replace("-", ".")),
    "probation_to": ("预备期至（入党满一年）", lambda m: _probation_to(m).replace("-", ".")),
    "id_tail": ("身份证号后四位", lambda m: m.id_tail or ""),
    "position": ("职务或岗位", lambda m: m.position or ""),
    "group": ("党小组", lambda m: m.group or ""),
    "phone": ("联系电话", lambda m: m.phone or ""),
    "floating": ("流动标志", lambda m: "流动" if m.floating else ""),
    "note": ("备注", lambda m: m.note or ""),
    "dues.category": ("党费人员类别", lambda m: m.dues.category if m.dues else ""),
    "dues.base": ("党费计算基数", lambda m: _number(m.dues.base) if m.dues else ""),
    "dues.rate": ("党费比例", lambda m: (m.dues.rate or "") if m.dues else ""),
    "dues.monthly": ("月应交党费", lambda m: _number(m.dues.monthly) if m.dues else ""),
}

_STAR: Mapping[str, tuple[str, Callable[[tuple[int, int]], str]]] = {
    "year": ("年度", lambda s: str(s[0])),
    "stars": ("星级", lambda s: "★" * s[1]),
}


_ITEM: Mapping[str, tuple[str, Callable[[StandardItem], str]]] = {
    "code": ("代号", lambda i: i.code),
    "title": ("条目", lambda i: i.title),
    "points": ("分值", lambda i: _number(i.points)),
    "requirement": ("要求要点", lambda i: i.requirement),
}

_NORM: Mapping[str, tuple[str, Callable[[Norm], str]]] = {
    "code": ("代号", lambda n: n.code),
    "title": ("名称", lambda n: n.title),
    "points": ("分值", lambda n: _number(n.points)),
}

_VETO: Mapping[str, tuple[str, Callable[[str], str]]] = {"text": ("情形", lambda v: v)}

_GROUP: Mapping[str, tuple[str, Callable[[str], str]]] = {"name": ("党小组名称", lambda g: g)}


_K_contra = TypeVar("_K_contra", bound=Common, contravariant=True)


@dataclass(frozen=True)
class RowSource(Generic[_K_contra]):
    """A list that can fill a table, and what each of its rows offers to the columns."""

    meaning: str
    rows: Callable[[_K_contra], Iterable[object]]
    columns: Mapping[str, tuple[str, Callable[..., str]]]


OF_BRANCH: Mapping[str, RowSource[Known]] = {
    "roster.members": RowSource("全体党员，正式的在前", lambda k: k.members(), _MEMBER),
    "roster.full_members": RowSource("正式党员", lambda k: k.members(Standing.FULL), _MEMBER),
    "roster.probationary_members": RowSource("预备党员", lambda k: k.members(Standing.PROBATIONARY), _MEMBER),
    "branch.stars": RowSource(
        "近三年星级",
        lambda k: sorted(((y, s) for y, s in k.branch.stars.items() if y < k.year), reverse=True)[:3],
        _STAR,
    ),
    "branch.group_names": RowSource("党小组", lambda k: k.branch.groups, _GROUP),
}
"""Known of a branch only."""

OF_STANDARD: Mapping[str, RowSource[Common]] = {
    "standard.norms": RowSource("创评标准的板块", lambda k: k.standard.norms, _NORM),
    "standard.items": RowSource("创评标准的条目", lambda k: k.standard.items(), _ITEM),
    "standard.vetoes": RowSource("一票否决情形", lambda k: k.standard.vetoes, _VETO),
}
"""Known of every branch of a sector."""

LISTS: Mapping[str, RowSource[Known]] = {**OF_BRANCH, **OF_STANDARD}
"""Where a table can be filled from: name → its rows."""

INSTANCE: Mapping[str, tuple[str, Callable[[Instance], str]]] = {
    "instance.number": ("第几份（第几次）", lambda i: str(i.number)),
    "instance.month": ("第几月，如「3月」，用于每月一份的表", lambda i: f"{i.month}月" if i.month else ""),
    "instance.group": ("党小组名称，用于每个党小组一份的表", lambda i: i.group_name),
}
"""What only one copy of a form among several knows: name → meaning and value."""
