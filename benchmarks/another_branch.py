"""Another branch of the same size: the same book with other names, dates and numbers in it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generators.model.form import FieldKind
from generators.plan.shape import local_fields

if TYPE_CHECKING:
    from generators.plan.book import BookPlan, Entry

_KEPT = frozenset("年月日一二三四五六七八九十、，。；：（）《》")
"""What makes a date or an enumeration."""
_CHOSEN = frozenset({FieldKind.CHOICE, FieldKind.CHOICES, FieldKind.CHECKBOX})


def another_branch(plan: BookPlan, number: int) -> BookPlan:
    """The plan with every value but ticks and choices changed, and the branch renamed; each `number` gives others."""
    entries = plan.entries()
    letters = sorted({c for entry in entries for value in entry.values.values() for c in value if c >= "一"} - _KEPT)
    table = {old: letters[(at + number) % len(letters)] for at, old in enumerate(letters)}
    table |= {str(digit): str((digit + number) % 9 + 1) for digit in range(10)}
    changes = str.maketrans(table)

    def changed(entry: Entry) -> Entry:
        chosen = {field.name for field in local_fields(entry.shape) if field.spec.kind in _CHOSEN}
        chosen |= {name.rpartition(".")[0] for name in chosen}
        values = {n: v if n in chosen else v.translate(changes) for n, v in entry.values.items()}
        return replace(entry, values=values)

    chapters = tuple(
        replace(chapter, entries=tuple(changed(entry) for entry in chapter.entries)) for chapter in plan.chapters
    )
    owner = replace(plan.owner, name=plan.owner.name.translate(changes), short=plan.owner.short.translate(changes))
    return replace(plan, chapters=chapters, owner=owner)
