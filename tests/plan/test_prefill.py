from __future__ import annotations

import pytest

from generators.model.branch import Standing
from generators.plan.prefill import INSTANCE, LISTS, SCALARS, chinese_date, values
from generators.plan.shape import shape_with
from tests.plan.nouns import form, known


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("year", "2027"),
        ("branch.code", "YA-012-2027"),
        ("branch.venue.area", "120.5"),
        ("members.total", "23"),
        ("members.men", "2"),
        ("members.women", "1"),
        ("members.minority", "1"),
        ("members.college", "2"),
        ("members.under_35", "2"),
        ("members.over_60", "1"),
        ("branch.term.number", ""),
    ],
)
def it_knows(name: str, text: str) -> None:
    assert SCALARS[name][1](known()) == text


def it_leaves_blank_what_only_a_roster_tells() -> None:
    assert SCALARS["members.men"][1](known(with_roster=False)) == ""
    assert SCALARS["members.total"][1](known(with_roster=False)) == "23"


def it_lists_full_members_first() -> None:
    assert [m.name for m in known().members()] == ["赵示例", "孙示例", "钱示例"]
    assert [m.name for m in known().members(Standing.PROBATIONARY)] == ["钱示例"]


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
    assert values(shape, known(), 3) == {
        "times": "3",
        "members.01.name": "赵示例",
        "members.01.dues": "0.5",
        "members.02.name": "孙示例",
    }


def it_shows_the_three_years_before_this_one() -> None:
    assert list(LISTS["branch.stars"].rows(known())) == [(2026, 5), (2025, 4), (2024, 4)]


def the_names_do_not_overlap() -> None:
    assert not set(INSTANCE) & set(SCALARS)
    assert not set(LISTS) & set(SCALARS)


@pytest.mark.parametrize(
    ("value", "text"), [("2024-11-20", "2024年11月20日"), ("2024-11", "2024年11月"), ("2024", "2024年"), (None, "")]
)
def it_writes_dates_in_chinese(value: str | None, text: str) -> None:
    assert chinese_date(value) == text
