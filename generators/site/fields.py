"""A form's fields as its page explains them: group by group, in the order of the paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generators.model.form import FieldKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generators.model.form import FieldSpec, Form

KIND_NAMES: Mapping[FieldKind, str] = {
    FieldKind.TEXT: "文字",
    FieldKind.LONG: "大段文字",
    FieldKind.DATE: "日期",
    FieldKind.TIME: "时间",
    FieldKind.NUMBER: "数字",
    FieldKind.CHOICE: "选一个",
    FieldKind.CHOICES: "可选多个",
    FieldKind.CHECKBOX: "打勾",
    FieldKind.SIGNATURE: "手写签名",
}
"""What is written into a field, in the words of the person who writes."""


@dataclass(frozen=True)
class FieldGroup:
    """Fields that stand together on the paper."""

    title: str
    fields: tuple[FieldSpec, ...]
    columns: bool
    """True for the columns of a table."""


def field_groups(form: Form) -> tuple[FieldGroup, ...]:
    """The form's fields: those outside tables under the heading they stand below, then each table's columns."""
    loose: dict[str, list[FieldSpec]] = {}
    tables: list[FieldGroup] = []
    heading = ""
    for block in form.blocks:
        heading = block.heading or heading
        loose.setdefault(heading, []).extend(block.fields())
        if block.table:
            title = block.table.label or heading or f"{block.table.columns[0].label}表"
            tables.append(FieldGroup(title, block.table.columns, columns=True))
    groups = [FieldGroup(title, tuple(fields), columns=False) for title, fields in loose.items() if fields]
    return (*groups, *tables)
