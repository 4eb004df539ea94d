"""Floors at scale: what is refused, and how a reader sees them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from pydantic import ValidationError

from generators.model.floor_plan import FloorPlan, Space, SpaceKind, floor_title

if TYPE_CHECKING:
    from generators.model.library import Library

HALL = {"title": "大厅", "x": 0, "y": 0, "w": 8, "d": 6, "doors": {"wall": "下", "at": 1}}
STAIRS = {"kind": "楼梯", "x": 8, "y": 0, "w": 3, "d": 6}


def floor(*spaces: dict[str, Any], here: Any = None, **more: Any) -> FloorPlan:
    written = {"w": 12, "d": 8, "here": here or {"x": 6, "y": 7}, "spaces": [HALL, STAIRS, *spaces], **more}
    return FloorPlan.model_validate(written)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"spaces": [{**HALL, "w": 13}]}, "「大厅」伸到楼外去了：楼宽 12 米、深 8 米"),
        ({"spaces": [HALL, {**STAIRS, "x": 7}]}, "「大厅」和「楼梯」叠在一起了"),
        ({"spaces": [HALL, {**STAIRS, "x": 8.24}]}, "「大厅」和「楼梯」之间留了一条缝"),
        ({"spaces": [{**HALL, "doors": []}]}, "「大厅」没有门"),
        ({"spaces": [{**HALL, "doors": {"wall": "左", "at": 5.5}}]}, "「大厅」的门超出了左边的墙"),
        ({"spaces": [{**HALL, "title": None}]}, "房间要写名称"),
        ({"exits": [{"wall": "上", "at": 11.5}]}, "「出入口」超出了上边的外墙"),
        (
            {"spaces": [HALL, {**STAIRS, "kind": "卫生间", "y": 6, "d": 2, "x": 1.5}]},
            "「卫生间」的墙正对着下边的门洞",
        ),
        ({"here": {"x": 12.5, "y": 7}}, "「您在此」不在楼里"),
        ({"here": {"x": 4, "y": 6.05}}, "「您在此」在墙里"),
        ({"here": []}, "at least 1 item"),
    ],
)
def a_floor_that_cannot_be_is_refused(more: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        FloorPlan.model_validate({"w": 12, "d": 8, "here": {"x": 6, "y": 7}, "spaces": [HALL, STAIRS], **more})


def a_room_is_reached_through_an_exit_or_its_neighbours_door() -> None:
    closed = {**HALL, "doors": []}
    by_exit = {"wall": "上", "at": 2, "w": 2}
    assert floor(exits=[by_exit]).exits
    FloorPlan.model_validate({"w": 12, "d": 8, "here": {"x": 6, "y": 7}, "spaces": [closed], "exits": [by_exit]})
    neighbour = {"title": "里间", "x": 8, "y": 0, "w": 3, "d": 6, "doors": {"wall": "左", "at": 2}}
    FloorPlan.model_validate({"w": 12, "d": 8, "here": {"x": 6, "y": 7}, "spaces": [closed, neighbour]})


def a_reader_may_stand_in_a_door_but_not_in_a_yard() -> None:
    assert floor(here={"x": 1.4, "y": 6})
    with pytest.raises(ValidationError, match="不在楼里"):
        floor({"kind": "室外", "x": 0, "y": 6, "w": 3, "d": 2}, here={"x": 2, "y": 7})


def a_space_without_a_name_goes_by_its_kind() -> None:
    assert Space.model_validate(STAIRS).name == "楼梯"
    assert Space.model_validate({**STAIRS, "title": "上楼"}).name == "上楼"


def no_others_than_rooms_lifts_and_toilets_have_walls_of_their_own() -> None:
    walled = {kind for kind in SpaceKind if kind.walled}
    assert walled == {SpaceKind.ROOM, SpaceKind.OTHER, SpaceKind.LIFT, SpaceKind.TOILET}


@pytest.mark.parametrize(
    ("facing", "size", "hall", "here"),
    [
        ("上", (12, 8), (0, 0, 8, 6), (6, 7)),
        ("左", (8, 12), (2, 0, 6, 8), (1, 6)),
        ("下", (12, 8), (4, 2, 8, 6), (6, 1)),
        ("右", (8, 12), (0, 4, 6, 8), (7, 6)),
    ],
)
def the_floor_turns_until_what_is_ahead_is_up(
    facing: str, size: tuple[float, float], hall: tuple[float, ...], here: tuple[float, float]
) -> None:
    plan = floor(here={"x": 6, "y": 7, "facing": facing}, exits=[{"wall": "右", "at": 1}])
    seen = plan.ahead(plan.here[0])
    assert (seen.w, seen.d) == size
    assert tuple(seen.spaces[0].footprint) == pytest.approx(hall)
    assert (seen.here[0].x, seen.here[0].y) == here
    assert seen.exits[0].wall == {"上": "右", "左": "下", "下": "左", "右": "上"}[facing]
    FloorPlan.model_validate(seen.model_dump())


def every_example_can_be_seen_from_every_side(library: Library) -> None:
    plans = [plan for branch in library.branch.values() for plan in branch.venue.floor_plans]
    assert len(plans) >= 4
    for plan in plans:
        for facing in "上下左右":
            FloorPlan.model_validate(plan.ahead(plan.here[0].model_copy(update={"facing": facing})).model_dump())


def the_title_of_a_floor_is_as_one_says_it() -> None:
    assert [floor_title(number) for number in (1, 3, 10, 12, -1)] == ["一层", "三层", "十层", "12层", "地下一层"]
