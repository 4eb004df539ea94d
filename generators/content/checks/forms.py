"""Forms: field names are unique, and what refers to a field finds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generators.model.form import FieldKind, FieldSpec, Form, Table
from generators.model.standard import Standard
from generators.problems import listed, near

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generators.content.draft import Draft
    from generators.content.source import Loc
    from generators.problems import Problem

Located = tuple["Loc", FieldSpec]

MAX_ID = 12
"""The longest form id, in characters. Word takes tags of at most 64: `R14.01.members.03.name` must fit."""

_COMPARABLE = {FieldKind.NUMBER, FieldKind.DATE, FieldKind.TIME}


def check_forms(draft: Draft) -> Iterator[Problem]:
    """Names are unique in their form or table; comparisons name fields; evidence is for items that exist."""
    for form in draft.of(Form).values():
        if len(form.id) > MAX_ID:
            yield draft.problem(form, (), f"表号「{form.id}」太长", f"最长 {MAX_ID} 个字符，请把文件名改短")
        outside = list(located_fields(form))
        tables = list(located_tables(form))
        yield from _names(draft, form, outside, tables)
        yield from _at_most(draft, form, outside)
        yield from _choices(draft, form, outside)
        for loc, table in tables:
            columns = located_columns(loc, table)
            yield from _at_most(draft, form, columns)
            yield from _choices(draft, form, columns)
            yield from _total(draft, form, loc, table)
        yield from _checks(draft, form, outside)
        yield from _evidence(draft, form)


def located_fields(form: Form) -> Iterator[Located]:
    """The fields outside tables, each with the way to it in the file."""
    for index, block in enumerate(form.blocks):
        loc: Loc = ("blocks", index)
        for n, spec in enumerate(block.grid or ()):
            yield (*loc, "grid", n), spec
        if block.long:
            yield (*loc, "long"), block.long
        for n, spec in enumerate(block.cover.fields if block.cover else ()):
            yield (*loc, "cover", "fields", n), spec


def located_tables(form: Form) -> Iterator[tuple[Loc, Table]]:
    """The tables, each with the way to it in the file."""
    for index, block in enumerate(form.blocks):
        if block.table:
            yield ("blocks", index, "table"), block.table


def located_columns(loc: Loc, table: Table) -> list[Located]:
    """The columns of the table at `loc`, each with the way to it in the file."""
    return [((*loc, "columns", n), column) for n, column in enumerate(table.columns)]


def _names(
    draft: Draft, form: Form, outside: Sequence[Located], tables: Sequence[tuple[Loc, Table]]
) -> Iterator[Problem]:
    named = [((*loc, "field"), spec.field) for loc, spec in outside]
    named += [((*loc, "name"), table.name) for loc, table in tables]
    yield from _repeated(draft, form, named, "一张表里的字段名和表格名应各不相同")
    for loc, table in tables:
        columns = [((*place, "field"), column.field) for place, column in located_columns(loc, table)]
        yield from _repeated(draft, form, columns, "同一个表格各列的字段名应不同")


def _repeated(draft: Draft, form: Form, named: Sequence[tuple[Loc, str]], fix: str) -> Iterator[Problem]:
    seen: set[str] = set()
    for loc, name in named:
        if name in seen:
            yield draft.problem(form, loc, f"字段名「{name}」重复", fix)
        seen.add(name)


def _at_most(draft: Draft, form: Form, fields: Sequence[Located]) -> Iterator[Problem]:
    kinds = {spec.field: spec.kind for _, spec in fields}
    for loc, spec in fields:
        if spec.at_most is None:
            continue
        place = (*loc, "at_most")
        if spec.at_most not in kinds:
            fix = near(spec.at_most, kinds) or "请写同一张表（或同一个表格）里的字段名"
            yield draft.problem(form, place, f"没有字段「{spec.at_most}」", fix)
        elif spec.at_most == spec.field:
            yield draft.problem(form, place, f"字段「{spec.field}」不能与自己比较", "请写另一个字段")
        elif {spec.kind, kinds[spec.at_most]} != {FieldKind.NUMBER}:
            what = f"「{spec.field}」和「{spec.at_most}」不都是数字，不能比较大小"
            yield draft.problem(form, place, what, "请把两个字段的类型（kind）都写成 number")


def _choices(draft: Draft, form: Form, fields: Sequence[Located]) -> Iterator[Problem]:
    """The options ticked of several are written as one value, parted by 、."""
    for loc, spec in fields:
        for index, choice in enumerate(spec.choices if spec.kind is FieldKind.CHOICES else ()):
            if "、" in choice:
                what = f"多选的选项「{choice}」里有顿号，勾了几项时分不清是一项还是两项"
                yield draft.problem(form, (*loc, "choices", index), what, "请把选项里的「、」改成「和」或「／」")


def _total(draft: Draft, form: Form, loc: Loc, table: Table) -> Iterator[Problem]:
    if table.total and not any(column.kind is FieldKind.NUMBER for column in table.columns):
        what = f"表格「{table.name}」没有数字列，不能有合计行"
        yield draft.problem(form, (*loc, "total"), what, "请删去 total，或把要合计的列写成 kind: number")


def _checks(draft: Draft, form: Form, outside: Sequence[Located]) -> Iterator[Problem]:
    kinds = {spec.field: spec.kind for _, spec in outside}
    for index, check in enumerate(form.checks):
        loc = ("checks", index, "if")
        for name in check.names():
            if name not in kinds:
                fix = near(name, kinds) or "请写表格以外的字段名"
                yield draft.problem(form, loc, f"没有字段「{name}」", fix)
            elif kinds[name] not in _COMPARABLE:
                what = f"字段「{name}」的类型是 {kinds[name]}，不能比较大小"
                yield draft.problem(form, loc, what, "只有数字（number）、日期（date）和时间（time）可以比较")


def _evidence(draft: Draft, form: Form) -> Iterator[Problem]:
    standards = draft.of(Standard).values()
    known = {item.code for standard in standards for norm in standard.norms for item in norm.items}
    if draft.ids.get("standard", frozenset()) - draft.of(Standard).keys():
        return
    for index, code in enumerate(form.evidence_for):
        if code not in known:
            fix = near(code, known) or (f"已有的是：{listed(sorted(known))}" if known else "请先写标准")
            yield draft.problem(form, ("evidence_for", index), f"标准里没有条目「{code}」", fix)
