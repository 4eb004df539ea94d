"""Rules of the content that only planning knows: what a form can be pre-filled from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generators.content.checks.forms import located_columns, located_fields, located_tables
from generators.model.form import Form
from generators.plan.prefill import INSTANCE, LISTS, SCALARS
from generators.problems import near

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from generators.content.draft import Draft
    from generators.content.source import Loc
    from generators.model.form import Table
    from generators.problems import Problem


def check_prefill(draft: Draft) -> Iterator[Problem]:
    """Every `from` names something that is known when a book is made."""
    for form in draft.of(Form).values():
        for loc, spec in located_fields(form):
            if spec.source:
                yield from _known(draft, form, (*loc, "from"), spec.source, (*SCALARS, *INSTANCE))
        for loc, table in located_tables(form):
            if table.source:
                yield from _known(draft, form, (*loc, "from"), table.source, LISTS)
            for place, column in located_columns(loc, table):
                if column.source:
                    yield from _column(draft, form, (*place, "from"), column.source, table)


def prefill_vocabulary() -> Mapping[str, Mapping[str, str]]:
    """The names that `from` takes, for content/README.md: heading → name → meaning. Alike lists share a heading."""
    scalars = {name: meaning for name, (meaning, _) in (*SCALARS.items(), *INSTANCE.items())}
    vocabulary: dict[str, Mapping[str, str]] = {
        "表格以外的字段": scalars,
        "表格": {name: source.meaning for name, source in LISTS.items()},
    }
    offers = [{key: meaning for key, (meaning, _) in source.columns.items()} for source in LISTS.values()]
    for index, columns in enumerate(offers):
        if columns not in offers[:index]:
            alike = "、".join(name for name, other in zip(LISTS, offers, strict=True) if other == columns)
            vocabulary[f"列，所在表格的 from 是 {alike}"] = columns
    return vocabulary


def _column(draft: Draft, form: Form, loc: Loc, name: str, table: Table) -> Iterator[Problem]:
    if table.source is None:
        what = f"列的 from 写了「{name}」，而表格「{table.name}」没有写 from"
        yield draft.problem(form, loc, what, f"请给表格写 from，如 {next(iter(LISTS))}")
    elif table.source in LISTS:
        yield from _known(draft, form, loc, name, LISTS[table.source].columns)


def _known(draft: Draft, form: Form, loc: Loc, name: str, names: Collection[str]) -> Iterator[Problem]:
    if name not in names:
        fix = near(name, names) or "可用的名称见 content/README.md「预填」"
        yield draft.problem(form, loc, f"没有预填的来源「{name}」", fix)
