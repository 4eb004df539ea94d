from __future__ import annotations

import pytest

from generators.model.branch import Member, Standing
from generators.plan.prefill import INSTANCE, LISTS, SCALARS, chinese_date
from tests.plan.nouns import known


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


@pytest.mark.parametrize(
    ("joined", "standing", "text"),
    [("2026-07-01", "预备", "2027.07.01"), ("2024-02-29", "预备", "2025.02.28"), ("2026-07-01", "正式", "")],
)
def it_knows_when_a_probation_ends(joined: str, standing: str, text: str) -> None:
    written = {"name": "赵示例", "sex": "男", "birth": "1992", "education": "大专"}
    member = Member.model_validate({**written, "joined_party": joined, "standing": standing})
    assert LISTS["roster.members"].columns["probation_to"][1](member) == text
    assert LISTS["roster.members"].columns["standing"][1](member) == standing


def it_lists_full_members_first() -> None:
    assert [m.name for m in known().members()] == ["赵示例", "孙示例", "钱示例"]
    assert [m.name for m in known().members(Standing.PROBATIONARY)] == ["钱示例"]


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
