from __future__ import annotations

from typing import Any

import pytest

from generators.model.form import FieldSpec
from generators.word.measure import Room
from generators.word.placeholders import BLANK, placeholder_for


def spec(**changes: Any) -> FieldSpec:
    return FieldSpec.model_validate({"field": "a", "label": "甲", **changes})


@pytest.mark.parametrize(
    ("written", "width", "shown"),
    [
        ({"kind": "date"}, 60, "　　　　年　　月　　日"),
        ({"kind": "date"}, 32, "　　　年　月　日"),
        ({"kind": "date"}, 15, BLANK * 3),
        ({"kind": "time"}, 30, "　　　时　　分"),
        ({"kind": "choice", "choices": ["设", "不设"]}, 30, "设／不设"),
        ({"kind": "choice", "choices": ["设", "不设"]}, 10, BLANK),
        ({}, 100, BLANK * 8),
        ({"kind": "number"}, 3, BLANK),
        ({"placeholder": "填姓名"}, 30, "填姓名"),
        ({"placeholder": "这里填写姓名和职务"}, 10, BLANK),
    ],
)
def it_prints_clean_in_the_room_there_is(written: dict[str, Any], width: float, shown: str) -> None:
    assert placeholder_for(spec(**written), Room(width, 1, 10.5)) == shown


def test_options_stand_one_below_the_other_in_a_high_narrow_cell() -> None:
    choices = spec(kind="choice", choices=["未开始", "进行中", "完成"])
    assert placeholder_for(choices, Room(12, 5, 9)) == "未开始　进行中　完成"


def test_options_that_would_be_torn_apart_are_not_shown() -> None:
    choices = spec(kind="choice", choices=["完成", "进行中", "未完成"])
    assert placeholder_for(choices, Room(18, 5, 10.5)).strip(BLANK) == ""
