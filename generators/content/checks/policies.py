"""Policies: provisions can be told apart, and nothing rests on a rule that no longer holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import BaseModel

from generators.model.base import Citation
from generators.model.policy import Policy, PolicyStatus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generators.content.draft import Draft
    from generators.content.source import Loc
    from generators.problems import Problem


def check_policies(draft: Draft) -> Iterator[Problem]:
    """Provision numbers are unique, and a policy that is superseded is not called in force."""
    for policy in draft.of(Policy).values():
        numbers = [provision.number for provision in policy.provisions]
        for index, number in enumerate(numbers):
            if number in numbers[:index]:
                what = f"条款编号「{number}」重复"
                yield draft.problem(policy, ("provisions", index, "number"), what, "同一份依据里每条的编号应不同")
        if policy.superseded_by and policy.status is PolicyStatus.IN_FORCE:
            what = f"已被「{policy.superseded_by}」取代的文件，效力不能写「现行」"
            yield draft.problem(policy, ("status",), what, "请改为「已废止」或「已修订」")


def check_superseded(draft: Draft) -> Iterator[Problem]:
    """A superseded policy is cited beside its successor only, to compare them; policies themselves tell history."""
    successors = {policy.id: policy.superseded_by for policy in draft.of(Policy).values() if policy.superseded_by}
    nouns = (noun for kind, named in draft.nouns.items() if kind != "policy" for noun in named.values())
    for noun in nouns if successors else ():
        for loc, basis in _bases(noun, ()):
            cited = {citation.policy for citation in basis}
            for index, citation in enumerate(basis):
                successor = successors.get(citation.policy)
                if successor and successor not in cited:
                    what = f"「{citation.policy}」已被「{successor}」取代，不能单独作依据"
                    fix = f"请改引「{successor}」；要对照新旧，就两份都写"
                    yield draft.problem(noun, (*loc, index, "policy"), what, fix)


def _bases(value: object, loc: Loc) -> Iterator[tuple[Loc, tuple[Citation, ...]]]:
    """Every list of citations in a noun, with the way to it."""
    if isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            yield from _bases(getattr(value, name), (*loc, field.alias or name))
    elif isinstance(value, tuple):
        citations = tuple(item for item in value if isinstance(item, Citation))
        if citations:
            yield loc, citations
        else:
            for index, item in enumerate(value):
                yield from _bases(item, (*loc, index))
