"""How many people a meeting needs (法定人数)."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor
from typing import TYPE_CHECKING

from generators.model.calculator import Whole

if TYPE_CHECKING:
    from generators.model.calculator import Share, Vote


def needed(share: Share, whole: int) -> int:
    """The least number of people that satisfies a share of `whole` people."""
    if share.more_than is not None:
        return floor(Fraction(share.more_than) * whole) + 1
    return ceil(Fraction(share.at_least or "0") * whole)


@dataclass(frozen=True)
class Result:
    """Whether a meeting may begin, and whether its decision is carried."""

    attend: int
    """At least so many must be present."""
    carry: int
    """At least so many must be in favour."""
    valid: bool
    carried: bool


def decide(vote: Vote, expected: int, present: int, favour: int) -> Result:
    """Judge a vote from the numbers of people expected (应到), present (实到) and in favour (赞成).

    Those in favour may outnumber those present where written opinions count as votes (FZ26 第二十条).
    """
    attend = needed(vote.attend, expected)
    carry = needed(vote.carry, expected if vote.carry.of is Whole.EXPECTED else present)
    valid = expected > 0 and present >= attend
    return Result(attend, carry, valid, valid and favour >= carry)
