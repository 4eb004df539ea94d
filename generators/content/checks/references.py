"""References: everything that is cited exists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generators.model.base import Citation, Reference
from generators.model.library import KINDS
from generators.model.policy import Policy
from generators.problems import Problem, listed, near

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generators.content.draft import Draft, Page
    from generators.content.written import Passage

_TITLES = {kind.name: kind.title for kind in KINDS}
_FOLDERS = {kind.name: f"{kind.folder}.yml" if kind.single_file else f"{kind.folder}/" for kind in KINDS}


def check_references(draft: Draft) -> Iterator[Problem]:
    """Every id that is written exists, and nothing but a policy's own provisions refers to itself."""
    for page, passage in _passages(draft):
        for written in passage.keys.values():
            if not issubclass(written.item, Reference):
                continue
            kind = written.item.kind
            for place, name in written.texts:
                if name not in draft.ids.get(kind, ()):
                    yield page.problem(place, f"引用了不存在的{_TITLES[kind]}「{name}」", _cure(kind, name, draft))
                elif (kind, name) == (page.kind.name, page.id) and passage.noun is not Citation:
                    yield page.problem(place, f"{_TITLES[kind]}「{name}」引用了自己", "请删去或改成另一个")


def check_citations(draft: Draft) -> Iterator[Problem]:
    """Every provision that is cited stands in its policy."""
    known = {policy.id: [p.number for p in policy.provisions] for policy in draft.of(Policy).values()}
    for page, passage in _passages(draft):
        if passage.noun is not Citation or not {"policy", "provision"} <= passage.keys.keys():
            continue
        for _, policy in passage.keys["policy"].texts:
            for place, number in passage.keys["provision"].texts:
                if number not in known.get(policy, [number]):
                    what = f"依据「{policy}」没有条款「{number}」"
                    yield page.problem(place, what, _provision_cure(number, known[policy]))


def check_repetitions(draft: Draft) -> Iterator[Problem]:
    """No list of references or aliases names the same thing twice."""
    for page, passage in _passages(draft):
        for key, written in passage.keys.items():
            if key != "aliases" and not issubclass(written.item, Reference):
                continue
            seen: set[str] = set()
            for place, name in written.texts:
                if name in seen:
                    yield page.problem(place, f"「{name}」在同一个列表里写了两次", "请删去一处")
                seen.add(name)


def _passages(draft: Draft) -> Iterator[tuple[Page, Passage]]:
    for page in draft.pages:
        for passage in page.passages:
            yield page, passage


def _cure(kind: str, name: str, draft: Draft) -> str:
    known = sorted(draft.ids.get(kind, ()))
    by_name = {
        called: noun.id
        for noun in draft.nouns.get(kind, {}).values()
        for called in (*getattr(noun, "aliases", ()), getattr(noun, "short", None), getattr(noun, "title", None))
    }
    if name in by_name:
        return f"这是名称，请写代号「{by_name[name]}」"
    if not known:
        return f"请先写 {_FOLDERS[kind]} 里的内容"
    return near(name, known) or f"已有的是：{listed(known)}"


def _provision_cure(number: str, known: list[str]) -> str:
    if not known:
        return "这份依据还没有写条款（provisions），请补写，或不写 provision"
    return near(number, known) or f"已有的是：{listed(known)}"
