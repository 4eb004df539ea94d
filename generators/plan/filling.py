"""Writing what is known into the fields of one copy of a form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generators.plan.extent import EVERYWHERE, quantity
from generators.plan.known import Common, Instance, Known
from generators.plan.prefill import INSTANCE, LISTS, OF_BRANCH, OF_STANDARD, SCALARS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generators.model.form import FieldSpec, Table
    from generators.plan.shape import Shape


def values(shape: Shape, known: Common, instance: Instance) -> dict[str, str]:
    """Local field name → text, for everything known about one copy of a form. Empty texts are left out."""
    filled = {spec.field: _scalar(spec, known, instance) for spec in shape.form.fields()}
    for table in shape.form.tables():
        filled.update(_rows(table, shape.rows_of(table), known))
        filled.update(_counts(table, known))
    return {name: text for name, text in filled.items() if text}


def source_rows(table: Table, known: Common) -> tuple[object, ...]:
    """The rows of the list that fills the table; none without one, and none of a branch in a blank book."""
    if table.source and table.source in OF_STANDARD:
        return tuple(OF_STANDARD[table.source].rows(known))
    if table.source and isinstance(known, Known):
        return tuple(OF_BRANCH[table.source].rows(known))
    return ()


def _scalar(spec: FieldSpec, known: Common, instance: Instance) -> str:
    source = spec.source or ""
    if source in INSTANCE:
        return INSTANCE[source][1](instance)
    if source in SCALARS and isinstance(known, Known):
        return SCALARS[source][1](known)
    return ""


def _rows(table: Table, count: int, known: Common) -> Iterator[tuple[str, str]]:
    for number, row in enumerate(source_rows(table, known)[:count], start=1):
        for column in table.columns:
            if table.source and column.source:
                written = LISTS[table.source].columns[column.source][1](row)
                yield f"{table.name}.{number:02d}.{column.field}", written


def _counts(table: Table, known: Common) -> Iterator[tuple[str, str]]:
    """The figures of rows with fixed labels; in a blank book those that are the same everywhere."""
    for column in table.columns:
        for number, sizing in enumerate(column.counts, start=1):
            same_everywhere = EVERYWHERE.issuperset(sizing.per)
            if (sizing.per or sizing.at_least) and (same_everywhere or isinstance(known, Known)):
                yield f"{table.name}.{number:02d}.{column.field}", str(quantity(sizing, known.extent))
