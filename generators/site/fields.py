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
    """The form's fields; neighbouring blocks outside tables make one group, a heading begins a new one."""
    groups: list[FieldGroup] = []
    title = ""
    loose: list[FieldSpec] = []
    for block in form.blocks:
        if block.heading or block.table:
            groups.append(FieldGroup(title, tuple(loose), columns=False))
        if block.table:
            table_title = block.table.label or ("" if loose else title) or "表格"
            groups.append(FieldGroup(table_title, block.table.columns, columns=True))
        if block.heading or block.table:
            title, loose = block.heading or "", []
        loose.extend(block.fields())
    groups.append(FieldGroup(title, tuple(loose), columns=False))
    return tuple(group for group in groups if group.fields)
