"""The order in which the nouns of a kind are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pypinyin import lazy_pinyin

from generators.model.policy import PolicyStatus
from generators.model.post import PostKind
from generators.model.procedure import ProcedureGroup

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generators.model.library import Library

_POLICIES = (PolicyStatus.ORIGIN, PolicyStatus.IN_FORCE, PolicyStatus.AMENDED, PolicyStatus.REPEALED)


def ordered(kind: str, library: Library) -> list[Any]:
    """All nouns of a kind, in the order of hubs and navigation: by pinyin, unless the kind has an order of its own."""
    return sorted(library.of(kind).values(), key=_KEYS.get(kind, _by_pinyin))


def _by_pinyin(noun: Any) -> tuple[list[str], str]:
    return lazy_pinyin(noun.title), noun.id


_KEYS: Mapping[str, Callable[[Any], Any]] = {
    "branch": lambda branch: (lazy_pinyin(branch.short), branch.id),
    "procedure": lambda p: (list(ProcedureGroup).index(p.group), lazy_pinyin(p.title), p.id),
    "form": lambda form: form.id,
    "room": lambda room: (room.rank, room.id),
    "guide": lambda guide: (guide.rank, guide.id),
    "calculator": lambda calculator: (calculator.rank, calculator.id),
    "official": lambda official: official.id,
    "sign": lambda sign: sign.id,
    "standard": lambda standard: (standard.sector is not None, lazy_pinyin(standard.title), standard.id),
    "post": lambda post: (list(PostKind).index(post.kind), post.rank, post.id),
    "sector": lambda sector: (sector.rank, lazy_pinyin(sector.title), sector.id),
    "policy": lambda policy: (_POLICIES.index(policy.status), lazy_pinyin(policy.title), policy.id),
}
