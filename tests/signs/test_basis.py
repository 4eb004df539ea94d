from __future__ import annotations

from typing import TYPE_CHECKING

from generators.model.base import Citation, Statement, Verified
from generators.model.procedure import Limit
from generators.signs.basis import basis_text, printable_limits, reserved

if TYPE_CHECKING:
    from generators.model.library import Library


def cited(library: Library, mark: str, *, own: bool = False) -> Citation:
    """A provision of some policy: one that the document numbers, or one that has our own number."""
    policy, number = next(
        (policy.id, provision.number)
        for policy in library.policy.values()
        for provision in policy.provisions
        if provision.number.startswith("要点") is own
    )
    return Citation.model_validate({"policy": policy, "provision": number, "verified": mark})


def a_checked_provision_is_named(library: Library) -> None:
    citation = cited(library, "checked")
    text = basis_text([citation], library)
    assert text == f"《{library.policy[citation.policy].short}》{citation.provision[0]}"


def a_provision_from_memory_is_left_out(library: Library) -> None:
    citation = cited(library, "memory")
    assert basis_text([citation], library) == f"《{library.policy[citation.policy].short}》"


def a_number_of_our_own_is_left_out(library: Library) -> None:
    citation = cited(library, "checked", own=True)
    assert basis_text([citation], library) == f"《{library.policy[citation.policy].short}》"


def a_policy_is_named_once(library: Library) -> None:
    citation = cited(library, "seed")
    assert basis_text([citation, cited(library, "checked")], library).count("《") == 1


def it_is_empty_without_a_basis(library: Library) -> None:
    assert basis_text([], library) == ""


def the_limits_on_a_wall_are_sure_or_qualified() -> None:
    limits = [Limit(item=mark.value, value="一年", verified=mark) for mark in Verified]
    assert printable_limits(limits) == (
        ("seed", "一年"),
        ("checked", "一年"),
        ("single", "一年（以当地规定为准）"),
        ("practice", "一年（通行做法）"),
        ("derived", "一年"),
    )


def clauses(*marks: str) -> list[Statement]:
    return [Statement(text="一条。", verified=Verified(mark)) for mark in marks]


def the_clauses_of_a_rule_that_are_not_sure_are_named_in_one_line() -> None:
    assert (
        reserved(clauses("single", "checked", "memory", "practice", "seed", "suggested"))
        == "第一、三、六条以当地规定为准"
    )


def a_rule_that_rests_on_memory_alone_is_reserved_as_a_whole() -> None:
    assert reserved(clauses("memory", "memory")) == "各条以当地规定为准"


def nothing_is_reserved_in_a_rule_that_is_sure() -> None:
    assert reserved(clauses("checked", "practice", "derived")) == ""


def a_limit_that_qualifies_itself_is_not_qualified_again() -> None:
    values = {"practice": "通行每季度1次", "single": "半年一次；以当地规定为准"}
    limits = [Limit(item="次数", value=value, verified=Verified(mark)) for mark, value in values.items()]
    assert [value for _, value in printable_limits(limits)] == list(values.values())
