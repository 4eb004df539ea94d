"""Hints about a branch's set-up that its profile gives away; they advise and never stop the work."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from generators.model.branch import Branch


@dataclass(frozen=True)
class Hint:
    """Something the branch or its superior should look at."""

    text: str
    basis: str
    """What the advice rests on, in a few words."""


@dataclass(frozen=True)
class _Rule:
    applies: Callable[[Branch], bool]
    text: str
    basis: str


_BRANCH_RULES = "支部工作条例"

_RULES = (
    _Rule(lambda b: b.members.full < 3, "正式党员不足 3 名，应同邻近单位建立联合党支部", _BRANCH_RULES),
    _Rule(
        lambda b: b.members.full >= 7 and not b.has_committee,
        "正式党员已有 7 名以上，应设支部委员会",
        _BRANCH_RULES,
    ),
    _Rule(
        lambda b: b.members.full < 7 and b.has_committee,
        "正式党员不足 7 名，一般不设支部委员会，设书记 1 名，必要时设副书记 1 名",
        _BRANCH_RULES,
    ),
    _Rule(lambda b: b.members.total > 50, "党员超过 50 名，请研究划分党支部", _BRANCH_RULES),
    _Rule(lambda b: b.members.total > 15 and not b.groups, "党员超过 15 名，可以划分党小组", "本工具建议"),
)


def hints(branch: Branch) -> tuple[Hint, ...]:
    """The hints for one branch (recordbook facts, section 3); none when all is as it should be."""
    return tuple(Hint(rule.text, rule.basis) for rule in _RULES if rule.applies(branch))
