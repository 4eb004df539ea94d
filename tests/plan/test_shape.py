from __future__ import annotations

from generators.plan.shape import blank_shape, local_fields, shape_with
from tests.plan.nouns import form

BLOCKS = [
    {
        "grid": [
            {"field": "date", "label": "日期", "kind": "date"},
            {"field": "parts", "label": "环节", "kind": "choices", "choices": ["学习", "议事"]},
            {"field": "sign", "label": "签名", "kind": "signature"},
        ]
    },
    {
        "table": {
            "name": "votes",
            "rows": "2",
            "total": "合计",
            "columns": [{"field": "item", "label": "事项"}, {"field": "yes", "label": "同意", "kind": "number"}],
        }
    },
    {"long": {"field": "record", "label": "内容"}},
]


def it_names_everything_that_can_be_filled_in_reading_order() -> None:
    fields = list(local_fields(blank_shape(form(blocks=BLOCKS), compact=True)))
    assert [f.name for f in fields] == [
        "date", "parts.1", "parts.2", "votes.01.item", "votes.01.yes", "votes.02.item", "votes.02.yes",
        "votes.total.yes", "record",
    ]  # fmt: skip
    assert [f.label for f in fields][1:4] == ["环节：学习", "环节：议事", "第1行 事项"]
    assert fields[7].label == "合计 同意"


def it_counts_rows_with_fixed_labels_by_their_labels() -> None:
    table = {
        "name": "years",
        "rows": "1",
        "row_labels": ["2024", "2025"],
        "columns": [{"field": "stars", "label": "星级"}],
    }
    shape = shape_with(form(blocks=[{"table": table}]), {"years": 9}, compact=False)
    assert shape.rows == (("years", 2),)
    assert next(local_fields(shape)).label == "2024 星级"


def equal_shapes_are_one_key() -> None:
    assert blank_shape(form(), compact=True) == blank_shape(form(), compact=True)
    assert len({blank_shape(form(), compact=True), blank_shape(form(), compact=False)}) == 2
