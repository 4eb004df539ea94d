"""References: everything that is cited exists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generators.content.draft import KIND_OF
from generators.model.base import Citation, Reference
from generators.model.library import KINDS
from generators.model.policy import Policy
from generators.problems import Problem, listed, near

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generators.content.draft import Draft

_TITLES = {kind.name: kind.title for kind in KINDS}
_FOLDERS = {kind.name: f"{kind.folder}.yml" if kind.single_file else f"{kind.folder}/" for kind in KINDS}


def check_references(draft: Draft) -> Iterator[Problem]:
    """Every id that is written exists, and nothing but a policy's own provisions refers to itself."""
    for noun, loc, value in draft.values:
        if not isinstance(value, Reference):
            continue
        title = _TITLES[value.kind]
        if value not in draft.ids.get(value.kind, ()):
            yield draft.problem(noun, loc, f"引用了不存在的{title}「{value}」", _cure(value, draft))
        elif value == noun.id and value.kind == KIND_OF[type(noun)].name and loc[-1] != "policy":
            yield draft.problem(noun, loc, f"{title}「{value}」引用了自己", "请删去或改成另一个")


def check_citations(draft: Draft) -> Iterator[Problem]:
    """Every provision that is cited stands in its policy."""
    policies = draft.of(Policy)
    for noun, loc, value in draft.values:
        if not isinstance(value, Citation) or value.policy not in policies:
            continue
        known = [provision.number for provision in policies[value.policy].provisions]
        for index, number in enumerate(value.provision):
            if number not in known:
                what = f"依据「{value.policy}」没有条款「{number}」"
                yield draft.problem(noun, (*loc, "provision", index), what, _provision_cure(number, known))


def check_repetitions(draft: Draft) -> Iterator[Problem]:
    """No list of references or aliases names the same thing twice."""
    for noun, loc, value in draft.values:
        if not isinstance(value, tuple):
            continue
        names = [v for v in value if isinstance(v, Reference) or (loc and loc[-1] == "aliases")]
        for index, name in enumerate(names):
            if name in names[:index]:
                yield draft.problem(noun, (*loc, index), f"「{name}」在同一个列表里写了两次", "请删去一处")


def _cure(value: Reference, draft: Draft) -> str:
    known = sorted(draft.ids.get(value.kind, ()))
    by_name = {
        name: noun.id
        for noun in draft.nouns.get(value.kind, {}).values()
        for name in (*getattr(noun, "aliases", ()), getattr(noun, "short", None), getattr(noun, "title", None))
        if name
    }
    if value in by_name:
        return f"这是名称，请写代号「{by_name[value]}」"
    guess = near(value, known)
    if guess or not known:
        return guess or f"请先写 {_FOLDERS[value.kind]} 里的内容"
    return f"已有的是：{listed(known)}"


def _provision_cure(number: str, known: list[str]) -> str:
    if not known:
        return "这份依据还没有写条款（provisions），请补写，或不写 provision"
    return near(number, known) or f"已有的是：{listed(known)}"
