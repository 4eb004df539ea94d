"""How large a branch is, and how many of a thing one of that size needs."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, prod
from typing import TYPE_CHECKING

from generators.model.sizing import Condition, Per, Sizing

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generators.model.book import BookSize
    from generators.model.branch import Branch, MemberCount


@dataclass(frozen=True)
class Extent:
    """The figures that sizing rules count: a branch's, or those that a blank book is made for."""

    members: MemberCount
    groups: int
    committee_size: int
    """0 without a committee."""

    @classmethod
    def of(cls, branch: Branch) -> Extent:
        """A branch's own extent."""
        return cls(branch.members, len(branch.groups), branch.committee_size)

    @classmethod
    def of_size(cls, size: BookSize) -> Extent:
        """The extent of the largest branch that a blank book of this size serves."""
        return cls(size.members, size.groups, size.committee_size)


def quantity(sizing: Sizing, extent: Extent) -> int:
    """How many a sizing asks for in a branch of this extent."""
    counted = ceil(prod(_COUNTS[per](extent) for per in sizing.per) * sizing.times) if sizing.per else 0
    return max(counted, sizing.at_least) + sizing.spare


def holds(condition: Condition, extent: Extent) -> bool:
    """Whether a condition holds for a branch of this extent."""
    return _CONDITIONS[condition](extent)


EVERYWHERE = frozenset({Per.MONTH, Per.QUARTER})
"""What counts the same in every branch."""

_COUNTS: Mapping[Per, Callable[[Extent], int]] = {
    Per.MONTH: lambda _: 12,
    Per.QUARTER: lambda _: 4,
    Per.MEMBER: lambda e: e.members.total,
    Per.FULL_MEMBER: lambda e: e.members.full,
    Per.PROBATIONARY_MEMBER: lambda e: e.members.probationary,
    Per.GROUP: lambda e: e.groups,
    Per.COMMITTEE: lambda e: int(e.committee_size > 0),
    Per.COMMITTEE_MEMBER: lambda e: e.committee_size,
    Per.APPLICANT: lambda e: e.members.applicants,
    Per.FLOATING_MEMBER: lambda e: e.members.floating,
}

_CONDITIONS: Mapping[Condition, Callable[[Extent], bool]] = {
    Condition.HAS_COMMITTEE: lambda e: e.committee_size > 0,
    Condition.NO_COMMITTEE: lambda e: e.committee_size == 0,
    Condition.HAS_GROUPS: lambda e: e.groups > 0,
    Condition.HAS_FLOATING: lambda e: e.members.floating > 0,
}
