"""The book of our content is as long as the record book's sizing rules say (facts: four branches, worked by hand)."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

import pytest

from generators.model.edition import BookEdition
from generators.plan.book import plan_book
from tests.plan.nouns import branch

if TYPE_CHECKING:
    from generators.model.library import Library
    from generators.plan.book import BookPlan

FIXED_PAGES = 86
"""Pages of the forms that do not depend on the branch, in the complete edition with spreads."""

BRANCHES = {
    "5人": ({"full": 5, "applicants": 1}, 0, 155),
    "10人": ({"full": 9, "probationary": 1, "applicants": 2, "floating": 1}, 0, 178),
    "23人": ({"full": 21, "probationary": 2, "applicants": 4, "floating": 3}, 2, 216),
    "50人": ({"full": 48, "probationary": 2, "applicants": 8, "floating": 12}, 5, 281),
}


def planned(library: Library, name: str) -> BookPlan:
    members, groups, _ = BRANCHES[name]
    committee = members["full"] >= 7
    profile = branch(
        sector="village",
        committee=next(iter(library.committee)),
        has_committee=committee,
        committee_size=3 if committee else 0,
        members=members,
        groups=[f"第{n}党小组" for n in range(1, groups + 1)],
    )
    return plan_book(library, library.book["record"], profile, year=2027, edition=BookEdition.COMPLETE)


def copies(plan: BookPlan, form: str) -> int:
    return sum(entry.shape.form.id == form for entry in plan.entries())


def rows(plan: BookPlan, form: str, table: str | None = None) -> int:
    """The rows of a form's table (its last one unless named); none where the form is not printed."""
    shape = next((entry.shape for entry in plan.entries() if entry.shape.form.id == form), None)
    counts = dict(shape.rows) if shape else {}
    return counts.get(table or next(reversed(counts), ""), 0)


def pages(plan: BookPlan, members: dict[str, int]) -> int:
    """Pages by the rules: rows over rows a page, meetings as spreads."""
    total = members["full"] + members.get("probationary", 0)
    spreads = 2 * sum(copies(plan, form) for form in ("R30", "R31", "R33", "R34"))
    roster = ceil((rows(plan, "R14") - 3 + rows(plan, "R15") - 3 + 3) / 15)
    by_rows = (
        max(1, ceil(rows(plan, "R16") / 12)) + max(1, ceil((members.get("floating", 0) + 2) / 10))
        + ceil(rows(plan, "R1A") / 15) + ceil(rows(plan, "R24") / 12) + 1 + ceil(rows(plan, "R37") / 15)
        + ceil(rows(plan, "R38") / 4) + 2 + ceil(rows(plan, "R39") / 15) + 2 * ceil(rows(plan, "R3A") / 20)
        + 1 + ceil((members["applicants"] + 1) / 6) + 2 * ceil(total / 15)
    )  # fmt: skip
    diary = ceil(rows(plan, "R31b") / 2)
    return FIXED_PAGES + roster + spreads + copies(plan, "R32") + diary + by_rows


@pytest.mark.parametrize("name", BRANCHES)
def the_worked_sizes_come_out(library: Library, name: str) -> None:
    members, _, count = BRANCHES[name]
    assert pages(planned(library, name), members) == count


@pytest.mark.parametrize(
    ("name", "form", "count"),
    [
        ("5人", "R31", 0),
        ("5人", "R31b", 1),
        ("5人", "R32", 0),
        ("23人", "R30", 6),
        ("23人", "R31", 14),
        ("23人", "R31b", 0),
        ("23人", "R32", 24),
        ("23人", "R33", 4),
        ("23人", "R34", 12),
        ("50人", "R32", 60),
    ],
)
def the_copies_are_right(library: Library, name: str, form: str, count: int) -> None:
    assert copies(planned(library, name), form) == count


@pytest.mark.parametrize(
    ("form", "table", "count"),
    [("R14", None, 24), ("R15", None, 5), ("R16", None, 7), ("R1A", None, 23), ("R37", None, 23), ("R38", None, 35)],
)
def the_rows_are_right(library: Library, form: str, table: str | None, count: int) -> None:
    assert rows(planned(library, "23人"), form, table) == count
