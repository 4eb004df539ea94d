"""Rosters: they agree with the branch's profile, and no two members are taken for one."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generators.model.branch import Branch, Member, Roster, Standing
from generators.problems import listed, near

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generators.content.draft import Draft
    from generators.content.source import Loc
    from generators.problems import Problem


def check_rosters(draft: Draft) -> Iterator[Problem]:
    """A roster belongs to a branch, counts as its profile does, and its members' dates run forward."""
    branches = draft.of(Branch)
    for roster in draft.of(Roster).values():
        names = Counter(member.name for member in roster.members)
        branch = branches.get(roster.id)
        if branch:
            yield from _counts(draft, roster, branch)
        elif roster.id not in draft.ids.get("branch", ()):
            fix = near(roster.id, branches) or "花名册的文件名应与 branches/ 里支部的文件名相同"
            yield draft.problem(roster, (), f"花名册「{roster.id}」没有对应的支部", fix)
        for index, member in enumerate(roster.members):
            loc: Loc = ("members", index)
            if names[member.name] > 1:
                what = f"有 {names[member.name]} 名党员叫「{member.name}」"
                yield draft.problem(roster, (*loc, "name"), what, "请在姓名后加区分，如「（女）」「（大）」")
            if branch and member.group and member.group not in branch.groups:
                fix = near(member.group, branch.groups) or f"档案里有：{listed(branch.groups) or '没有划分党小组'}"
                yield draft.problem(roster, (*loc, "group"), f"支部档案里没有党小组「{member.group}」", fix)
            yield from _dates(draft, roster, loc, member)


def _counts(draft: Draft, roster: Roster, branch: Branch) -> Iterator[Problem]:
    standings = Counter(member.standing for member in roster.members)
    for standing, count in ((Standing.FULL, branch.members.full), (Standing.PROBATIONARY, branch.members.probationary)):
        if standings[standing] != count:
            what = f"花名册有{standing}党员 {standings[standing]} 名，支部档案写的是 {count} 名"
            yield draft.problem(roster, ("members",), what, "请核对花名册和支部档案的 members")


def _dates(draft: Draft, roster: Roster, loc: Loc, member: Member) -> Iterator[Problem]:
    joined = member.joined_party
    if member.birth >= joined[: len(member.birth)]:
        yield draft.problem(roster, (*loc, "joined_party"), "入党日期不在出生日期之后", "请核对")
    if member.full_since and member.full_since < joined:
        yield draft.problem(roster, (*loc, "full_since"), "转正日期早于入党日期", "请核对")
    if member.joined_work and member.joined_work <= member.birth[: len(member.joined_work)]:
        yield draft.problem(roster, (*loc, "joined_work"), "参加工作时间不在出生日期之后", "请核对")
