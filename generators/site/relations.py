"""What the nouns of a library have to do with each other, seen from the other end."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generators.site.citations import mentions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generators.model.library import Library
    from generators.model.procedure import Procedure, Step
    from generators.model.standard import Standard, StandardItem
    from generators.site.citations import Mention


@dataclass(frozen=True)
class Task:
    """A step in somebody's hands, or one that fills a form."""

    procedure: Procedure
    step: Step
    number: int | None
    """The step's number in its procedure; a decision has none."""
    leading: bool = True
    """False when the post only takes part."""


@dataclass(frozen=True)
class Evidence:
    """An item of a standard that a form proves."""

    standard: Standard
    item: StandardItem


@dataclass(frozen=True)
class Relations:
    """A library with everything derived from it that more than one page needs."""

    library: Library
    mentions: Mapping[tuple[str, str], tuple[Mention, ...]]
    tasks_of_posts: Mapping[str, tuple[Task, ...]]
    tasks_of_forms: Mapping[str, tuple[Task, ...]]
    items: Mapping[str, Evidence]
    proofs: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, library: Library) -> Relations:
        """Derive them all."""
        return cls(
            library,
            mentions(library),
            tasks_of_posts(library),
            tasks_of_forms(library),
            items_by_code(library),
            forms_proving(library),
        )


def tasks_of_posts(library: Library) -> Mapping[str, tuple[Task, ...]]:
    """Post id → every step it owns or takes part in (凡事有岗), procedure by procedure."""
    found: defaultdict[str, list[Task]] = defaultdict(list)
    for procedure in library.procedure.values():
        numbers = procedure.numbers()
        for step in procedure.steps():
            number = numbers.get(step.id)
            found[step.post].append(Task(procedure, step, number))
            for post in step.together:
                if post != step.post:
                    found[post].append(Task(procedure, step, number, leading=False))
    return {post: tuple(tasks) for post, tasks in found.items()}


def tasks_of_forms(library: Library) -> Mapping[str, tuple[Task, ...]]:
    """Form id → the steps that fill it."""
    found: defaultdict[str, list[Task]] = defaultdict(list)
    for procedure in library.procedure.values():
        numbers = procedure.numbers()
        for step in procedure.steps():
            for form in dict.fromkeys(step.forms):
                found[form].append(Task(procedure, step, numbers.get(step.id)))
    return {form: tuple(tasks) for form, tasks in found.items()}


def items_by_code(library: Library) -> Mapping[str, Evidence]:
    """Item code → the item in the standard that is written out in full."""
    return {
        item.code: Evidence(standard, item)
        for standard in library.standard.values()
        for norm in standard.norms
        for item in norm.items
    }


def forms_proving(library: Library) -> Mapping[str, tuple[str, ...]]:
    """Item code → the forms that prove it."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for form in library.form.values():
        for code in form.evidence_for:
            found[code].append(form.id)
    return {code: tuple(forms) for code, forms in found.items()}


def forms_of(procedure: Procedure) -> tuple[str, ...]:
    """Every form a procedure fills, those of its steps first."""
    return tuple(dict.fromkeys([f for step in procedure.steps() for f in step.forms] + list(procedure.forms)))
