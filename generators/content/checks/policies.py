"""Policies: provisions can be told apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generators.model.policy import Policy, PolicyStatus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generators.content.draft import Draft
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
