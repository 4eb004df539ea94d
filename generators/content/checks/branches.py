"""Branches: the public profiles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generators.model.branch import Branch, VenueKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generators.content.draft import Draft
    from generators.problems import Problem


def check_branches(draft: Draft) -> Iterator[Problem]:
    """Names follow the committee rule, dates run forward, and no two branches share a code."""
    codes: dict[str, str] = {}
    for branch in draft.of(Branch).values():
        yield from _name(draft, branch)
        if branch.term and branch.term.elected >= branch.term.expires:
            yield draft.problem(branch, ("term", "expires"), "届满日期不在换届日期之后", "请核对 elected 和 expires")
        for index, group in enumerate(branch.groups):
            if group in branch.groups[:index]:
                yield draft.problem(branch, ("groups", index), f"党小组「{group}」重复", "请改名或删去")
        if branch.venue.kind is VenueKind.OWN and branch.venue.shared_with:
            what = "独立的活动场所不能写与谁共用（shared_with）"
            yield draft.problem(branch, ("venue", "shared_with"), what, "请删去，或把 kind 改为「共用」")
        first = codes.setdefault(branch.code, branch.id)
        if first != branch.id:
            yield draft.problem(
                branch, ("code",), f"编号「{branch.code}」与支部「{first}」相同", "每个支部的编号应不同"
            )


def _name(draft: Draft, branch: Branch) -> Iterator[Problem]:
    ends_as_committee = branch.name.endswith("委员会")
    if branch.has_committee and not ends_as_committee:
        yield draft.problem(branch, ("name",), "设支委会的支部，全称应以「支部委员会」结尾", "请核对公章")
    elif not branch.has_committee and ends_as_committee:
        yield draft.problem(branch, ("name",), "不设支委会的支部，全称应以「支部」结尾", "请核对公章和 has_committee")
