"""Terms: one meaning stands in one place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generators.model.term import Term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generators.content.draft import Draft
    from generators.problems import Problem


def check_terms(draft: Draft) -> Iterator[Problem]:
    """No two terms have the same title."""
    seen: dict[str, str] = {}
    for term in draft.of(Term).values():
        first = seen.setdefault(term.title, term.id)
        if first != term.id:
            yield draft.problem(term, ("title",), f"术语「{term.title}」与「{first}」重复", "请合并成一条")
