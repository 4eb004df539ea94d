"""What may be entered into a cell: drop-downs, dates, lengths, and the hint shown when it is chosen."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from generators.model.form import FieldKind

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

    from generators.model.form import FieldSpec

_LIST_ROOM = 255
"""Excel keeps the options of a drop-down in at most so many characters."""

TICK = "√"


def heading(spec: FieldSpec) -> str:
    """A field's label with its unit, and `*` when it must be filled."""
    unit = f"（{spec.unit}）" if spec.unit and spec.unit not in spec.label else ""
    return f"{spec.label}{unit}{'*' if spec.required else ''}"


def allow(sheet: Worksheet, cells: tuple[int, int, int, int], spec: FieldSpec) -> None:
    """Attach to a range (first row, first column, last row, last column) what `spec` lets one enter."""
    rule = _rule(spec)
    hint = _hint(spec)
    if hint:
        rule |= {"input_title": spec.label[:32], "input_message": hint[:_LIST_ROOM]}
    if rule:
        sheet.data_validation(*cells, {"validate": "any", **rule})


def drop_down(choices: tuple[str, ...]) -> dict[str, Any]:
    """A drop-down of these options; nothing when they are too long for one."""
    if len(",".join(choices)) > _LIST_ROOM or any("," in choice for choice in choices):
        return {}
    return {
        "validate": "list",
        "source": list(choices),
        "error_title": "请从下拉里选",
        "error_message": f"可选：{'、'.join(choices)}"[:_LIST_ROOM],
    }


def _rule(spec: FieldSpec) -> dict[str, Any]:
    if spec.kind is FieldKind.CHOICE:
        return drop_down(spec.choices)
    if spec.kind is FieldKind.CHECKBOX:
        return drop_down((TICK,))
    if spec.kind is FieldKind.NUMBER:
        return {
            "validate": "decimal",
            "criteria": ">=",
            "value": 0,
            "error_type": "warning",
            "error_title": "这里填数字",
            "error_message": "请只写数字，不带单位。",
        }
    if spec.kind is FieldKind.DATE:
        return {
            "validate": "date",
            "criteria": ">=",
            "value": date(1921, 7, 1),
            "error_type": "warning",
            "error_title": "这里填日期",
            "error_message": "请写成 2027-3-5 的样子。",
        }
    if spec.max and spec.kind in {FieldKind.TEXT, FieldKind.LONG}:
        return {
            "validate": "length",
            "criteria": "<=",
            "value": spec.max,
            "error_type": "warning",
            "error_title": "写长了",
            "error_message": f"最多 {spec.max} 个字，再多打印时放不下。",
        }
    return {}


def _hint(spec: FieldSpec) -> str:
    several = f"可写一项或几项：{'、'.join(spec.choices)}" if spec.kind is FieldKind.CHOICES else ""
    signed = "打印后由本人手写签名" if spec.kind is FieldKind.SIGNATURE else ""
    return "。".join(part for part in (spec.help, several, signed) if part)
