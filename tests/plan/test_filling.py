from __future__ import annotations

from typing import Any

from generators.model.standard import Norm
from generators.plan.extent import Extent
from generators.plan.filling import source_rows, values
from generators.plan.known import AppliedStandard, Common, Instance
from generators.plan.shape import shape_with
from tests.plan.nouns import branch, form, known

NORM = Norm.model_validate(
    {
        "code": "Z",
        "title": "阵地建设规范",
        "group": "五规范",
        "points": "20",
        "items": [{"code": "Z1", "title": "场所", "points": "20", "requirement": "有场所"}],
    }
)
BLANK = Common(extent=Extent.of(branch()), standard=AppliedStandard((NORM,)))


def it_fills_fields_and_rows_and_leaves_out_the_unknown() -> None:
    table = {
        "name": "members",
        "rows": "2",
        "from": "roster.members",
        "columns": [
            {"field": "name", "label": "姓名", "from": "name"},
            {"field": "dues", "label": "月标准", "from": "dues.monthly"},
        ],
    }
    grid = [
        {"field": "times", "label": "第几次", "from": "instance.number"},
        {"field": "phone", "label": "电话", "from": "branch.phone"},
    ]
    shape = shape_with(form(blocks=[{"grid": grid}, {"table": table}]), {"members": 2}, compact=True)
    assert values(shape, known(), Instance(3, 4)) == {
        "times": "3",
        "members.01.name": "赵示例",
        "members.01.dues": "0.5",
        "members.02.name": "孙示例",
    }


def a_copy_knows_its_month_and_group() -> None:
    grid = [
        {"field": "group", "label": "小组", "from": "instance.group"},
        {"field": "month", "label": "月份", "from": "instance.month"},
    ]
    shape = shape_with(form(blocks=[{"grid": grid}]), {}, compact=True)
    named = Instance(15, 24, month=3, group=2, group_name="第二党小组")
    assert values(shape, known(), named) == {"group": "第二党小组", "month": "3月"}
    assert values(shape, BLANK, Instance(15, 24, month=3, group=2)) == {"month": "3月"}
    assert values(shape, known(), Instance(3, 4)) == {}


COUNTED: dict[str, Any] = {
    "name": "duties",
    "rows": "4",
    "row_labels": ["党员大会", "支委会", "谈心谈话", "发展党员"],
    "columns": [
        {
            "field": "due",
            "label": "应开",
            "kind": "number",
            "counts": [{"at_least": "4"}, {"per": ["committee", "month"]}, {"per": "member"}, {}],
        }
    ],
}


def the_rows_with_fixed_labels_have_their_figures() -> None:
    shape = shape_with(form(blocks=[{"table": COUNTED}]), {"duties": 4}, compact=True)
    assert values(shape, known(), Instance()) == {"duties.01.due": "4", "duties.02.due": "12", "duties.03.due": "23"}
    without = known(has_committee="false", committee_size="0")
    assert values(shape, without, Instance())["duties.02.due"] == "0"
    assert values(shape, BLANK, Instance()) == {"duties.01.due": "4"}


def a_blank_book_knows_the_standard_and_nothing_of_a_branch() -> None:
    def table(source: str, column: str) -> dict[str, Any]:
        name = source.rpartition(".")[2]
        columns = [{"field": "x", "label": "示例", "from": column}]
        return {"table": {"name": name, "rows": "2", "from": source, "columns": columns}}

    grid = {
        "grid": [
            {"field": "year", "label": "年度", "from": "year"},
            {"field": "name", "label": "名", "from": "branch.name"},
        ]
    }
    blocks = [grid, table("roster.members", "name"), table("branch.stars", "year"), table("standard.norms", "title")]
    written = form(blocks=blocks)
    shape = shape_with(written, {table.name: 2 for table in written.tables()}, compact=True)
    assert values(shape, BLANK, Instance()) == {"norms.01.x": "阵地建设规范"}
    assert [len(source_rows(table, BLANK)) for table in written.tables()] == [0, 0, 1]
    assert len(values(shape, known(), Instance())) > 4
