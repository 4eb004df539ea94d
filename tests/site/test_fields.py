"""How a form's page groups its fields."""

from __future__ import annotations

from generators.model.form import FieldKind, Form
from generators.site.fields import KIND_NAMES, field_groups


def made(*blocks: dict[str, object]) -> Form:
    return Form.model_validate(
        {
            "id": "R99",
            "title": "试表",
            "summary": "试",
            "edition": "core",
            "filled_by": "记录人",
            "when": "当日",
            "reviewed": "2026",
            "blocks": list(blocks),
        }
    )


DATE = {"grid": [{"field": "date", "label": "日期", "kind": "date"}]}
PLACE = {"grid": [{"field": "place", "label": "地点"}]}


def table(**more: object) -> dict[str, object]:
    return {"table": {"name": "people", "rows": 2, "columns": [{"field": "name", "label": "姓名"}], **more}}


def the_fields_around_a_table_stand_together_before_it() -> None:
    groups = field_groups(made(DATE, table(label="名单"), PLACE))
    assert [(g.title, [f.label for f in g.fields], g.columns) for g in groups] == [
        ("", ["日期", "地点"], False),
        ("名单", ["姓名"], True),
    ]


def a_heading_begins_a_group() -> None:
    groups = field_groups(made(DATE, {"heading": "场所"}, PLACE))
    assert [(g.title, [f.label for f in g.fields]) for g in groups] == [("", ["日期"]), ("场所", ["地点"])]


def a_table_without_a_name_is_called_by_its_heading_or_first_column() -> None:
    assert field_groups(made({"heading": "人员"}, table()))[0].title == "人员"
    assert field_groups(made(table()))[0].title == "姓名表"


def every_kind_of_field_has_a_name() -> None:
    assert set(KIND_NAMES) == set(FieldKind)
