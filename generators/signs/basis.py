"""What a sign says about its basis and limits: only what may hang on a wall without a mark beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generators.model.base import Verified
from generators.signs.letters import numeral

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generators.model.base import Citation, Statement
    from generators.model.library import Library
    from generators.model.procedure import Limit

_SURE = {Verified.SEED, Verified.CHECKED, Verified.DERIVED}
_QUALIFIED = {Verified.PRACTICE: ("通行", "（通行做法）"), Verified.SINGLE: ("以当地规定为准", "（以当地规定为准）")}
"""Mark → the words by which a value qualifies itself, and what is added to one that does not."""
_RESERVED = {Verified.SINGLE, Verified.MEMORY, Verified.SUGGESTED, Verified.PENDING}


def basis_text(basis: Iterable[Citation], library: Library) -> str:
    """`《支部工作条例》第十一条、第十六条；《……》`.

    Numbers of provisions that nobody has checked are left out: a wall has no room for marks of doubt. So are our own
    numbers (要点一), which no document has.
    """
    numbers: dict[str, dict[str, None]] = {}
    for citation in basis:
        numbers.setdefault(citation.policy, {}).update(dict.fromkeys(_sure_provisions(citation, library)))
    return "；".join(f"《{library.policy[policy].short}》{'、'.join(found)}" for policy, found in numbers.items())


def printable_limits(limits: Iterable[Limit]) -> tuple[tuple[str, str], ...]:
    """Item and value of each limit that is sure, or that can be said with its qualification."""
    return tuple((limit.item, _qualified(limit)) for limit in limits if _printable(limit))


def reserved(clauses: Sequence[Statement]) -> str:
    """`第一、三条以当地规定为准`: the clauses that rest on one source, on memory or on our advice; empty without any.

    A clause cannot be left out of a rule as a limit can be left off a chart, and a remark behind every clause would
    drown it: one line below says it for all. A common practice needs none, it is the branch's own rule.
    """
    numbers = [n for n, clause in enumerate(clauses, start=1) if clause.verified in _RESERVED]
    if not numbers:
        return ""
    which = "各" if len(numbers) == len(clauses) else f"第{'、'.join(map(numeral, numbers))}"
    return f"{which}条以当地规定为准"


def _qualified(limit: Limit) -> str:
    """The value with its qualification, unless it says as much itself (通行每季度1次)."""
    said, remark = _QUALIFIED.get(limit.verified, ("", ""))
    return limit.value if said in limit.value else limit.value + remark


def _printable(limit: Limit) -> bool:
    return limit.verified in _SURE or limit.verified in _QUALIFIED


def _sure_provisions(citation: Citation, library: Library) -> list[str]:
    policy = library.policy[citation.policy]
    marks = {p.number: p.verified for p in policy.provisions}
    return [
        n
        for n in citation.provision
        if not n.startswith("要点") and (citation.verified or marks.get(n) or policy.verified) in _SURE
    ]
