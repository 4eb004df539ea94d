"""Plans of rooms: at scale, with every seat, and nothing written outside or over another thing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from lxml import etree
from pydantic import ValidationError

from generators.model.room import RoomPlan
from generators.site.floor_plan import MARGIN, UNIT, floor_plan

if TYPE_CHECKING:
    from generators.model.library import Library


def plan(*things: dict[str, Any], doors: tuple[dict[str, Any], ...] = ({"wall": "下", "at": 4.6},)) -> RoomPlan:
    written = {"title": "示例", "w": 6, "d": 5, "doors": list(doors), "things": list(things)}
    return RoomPlan.model_validate(written)


def test_every_seat_is_drawn_and_counted() -> None:
    room = plan({"kind": "椅", "x": 1, "y": 1, "w": 3, "d": 2, "rows": 3, "columns": 4})
    assert room.seats == 12
    assert floor_plan(room).count("zb-plan-seat") == 12


def test_a_thing_stands_where_it_is_said() -> None:
    drawn = floor_plan(plan({"label": "会议桌", "kind": "桌", "x": 1.5, "y": 2, "w": 2, "d": 1}))
    assert f'x="{1.5 * UNIT:g}" y="{2 * UNIT:g}" width="{2 * UNIT:g}" height="{UNIT:g}"' in drawn


@pytest.mark.parametrize("wall", "上下左右")
def test_a_door_opens_on_its_wall(wall: str) -> None:
    drawn = floor_plan(plan(doors=({"wall": wall, "at": 1},)))
    assert drawn.count("zb-plan-gap") == drawn.count("zb-plan-swing") == 1


def test_what_is_written_is_text() -> None:
    drawn = floor_plan(plan({"label": "<b>&", "kind": "桌", "x": 1, "y": 2, "w": 2, "d": 1}))
    assert "&lt;b&gt;&amp;" in drawn


@pytest.mark.parametrize(
    ("things", "said"),
    [
        ([{"label": "柜", "kind": "柜", "x": 5.8, "y": 1, "w": 0.5, "d": 1}], "摆到墙外去了"),
        (
            [
                {"label": "桌甲", "kind": "桌", "x": 1, "y": 1, "w": 2, "d": 1},
                {"label": "桌乙", "kind": "桌", "x": 2, "y": 1.5, "w": 2, "d": 1},
            ],
            "「桌甲」和「桌乙」叠在一起了",
        ),
        ([{"label": "柜", "kind": "柜", "x": 4.8, "y": 4.5, "w": 0.5, "d": 0.4}], "挡住门了"),
    ],
)
def test_a_plan_that_cannot_be_is_refused(things: list[dict[str, Any]], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        plan(*things)


def test_the_plans_of_the_content_are_drawn_to_scale(library: Library) -> None:
    plans = [plan for room in library.room.values() for plan in room.plans]
    assert [round(p.area) for p in plans if "平方米" in p.title]
    for room in plans:
        drawn = etree.fromstring(floor_plan(room))
        width = float(drawn.get("viewBox").split()[2])
        assert width == pytest.approx(room.w * UNIT + 2 * MARGIN)
        said = re.search(r"约(\d+)平方米", room.title)
        assert said is None or abs(room.area - int(said[1])) <= 3
