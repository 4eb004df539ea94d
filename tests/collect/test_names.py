"""Names of fields, and the bookmarks that stand for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generators.collect.names import FieldNames
from generators.model.form import Form
from generators.plan.names import bookmark_name, table_anchor
from generators.plan.shape import blank_shape, local_fields

if TYPE_CHECKING:
    from generators.model.library import Library


def long_form() -> Form:
    column = {"field": "a_column_with_a_long_nam", "label": "列"}
    ticks = {"field": "a_column_with_a_long_na2", "label": "列", "kind": "choices", "choices": ["甲", "乙"]}
    table = {"name": "a_table_with_nam", "rows": 12, "columns": [column, ticks]}
    return Form.model_validate(
        {
            "id": "R30-long",
            "title": "示例表",
            "summary": "示例",
            "edition": "core",
            "filled_by": "组织委员",
            "when": "年初",
            "reviewed": "2026-11-22",
            "blocks": [{"table": table}, {"grid": [column]}],
        }
    )


def every_bookmark_of_every_form_means_its_field(library: Library, names: FieldNames) -> None:
    for form in library.form.values():
        for local in local_fields(blank_shape(form, compact=True)):
            for copy in ("01", "12"):
                name = f"{form.id}.{copy}.{local.name}"
                assert names.of_bookmark(bookmark_name(name)) == name
                place = names.place(name)
                assert place is not None
                assert (place.spec, place.choice) == (local.spec, local.choice)


def every_table_is_found_by_its_anchor(library: Library, names: FieldNames) -> None:
    for form in library.form.values():
        for table in form.tables():
            name = f"{form.id}.03.{table_anchor(table)}"
            assert names.of_bookmark(bookmark_name(name)) == name
            anchored = names.anchored(name)
            assert anchored is not None
            assert anchored.name("04", table.columns[0]) == f"{form.id}.03.{table.name}.04.{table.columns[0].field}"


def a_bookmark_cut_short_still_means_its_field() -> None:
    form = long_form()
    names = FieldNames({form.id: form})
    for local in local_fields(blank_shape(form, compact=True)):
        name = f"{form.id}.07.{local.name}"
        assert names.of_bookmark(bookmark_name(name)) == name


def no_field_is_seen_in_other_names(names: FieldNames) -> None:
    strangers = ("", "branch.name", "R30", "R30.01", "R30.01.nothing", "R30.01.date.1", "R30.1.date", "R99.01.date")
    others = (
        "R30.01.merged.4",
        "R14.01.members",
        "R14.01.members.01",
        "R14.01.members.01.name.1",
        "R14.01.members.x.name",
    )
    assert [names.place(name) for name in (*strangers, *others)] == [None] * 13
    bookmarks = (
        "",
        "_GoBack",
        "_Toc00000001",
        "_F_",
        "_F_R30_01_",
        "_F_R30_01_nothing",
        "_F_R99_01_date",
        "_F_R14_01_members_01_",
    )
    assert [names.of_bookmark(bookmark) for bookmark in bookmarks] == [None] * 8
    assert names.anchored("R30.01.date") is None
    assert names.anchored("R14.01.nothing.head") is None


def no_forms_mean_no_names() -> None:
    names = FieldNames({})
    assert names.place("R30.01.date") is None
    assert names.of_bookmark("_F_R30_01_date") is None
