"""Rules: short enough for a wall."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generators.model.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generators.content.draft import Draft
    from generators.problems import Problem

MAX_CHARACTERS = 260
"""The most characters that a 600 × 900 mm board shows at a letter height that can be read."""


def check_rules(draft: Draft) -> Iterator[Problem]:
    """All clauses of a rule together fit on a board."""
    for rule in draft.of(Rule).values():
        count = sum(len("".join(clause.text.split())) for clause in rule.clauses)
        if count > MAX_CHARACTERS:
            what = f"条款合计 {count} 字，超过 {MAX_CHARACTERS} 字，上墙看不清"
            yield draft.problem(rule, ("clauses",), what, f"请再精简 {count - MAX_CHARACTERS} 字")
