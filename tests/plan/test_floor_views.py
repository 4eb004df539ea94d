"""Floor plans as they are read: one for each place where one hangs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generators.model.floor_plan import FloorPlan
from generators.plan.floor_views import FloorView, views_of
from generators.plan.signs import PlannedSign, planned_for

if TYPE_CHECKING:
    from generators.model.branch import Branch
    from generators.model.library import Library


def with_plan(branch: Branch, **written: Any) -> Branch:
    """The branch with its first floor plan changed, and no other."""
    plan = FloorPlan.model_validate({**branch.venue.floor_plans[0].model_dump(), **written})
    return branch.model_copy(update={"venue": branch.venue.model_copy(update={"floor_plans": (plan,)})})


def every_place_where_a_plan_hangs_gets_one(library: Library) -> None:
    places = [{"title": "楼梯口", "x": 11.5, "y": 6}, {"title": "大厅", "x": 3, "y": 8, "facing": "下"}]
    views = list(views_of(with_plan(library.branch["example-village"], here=places)))
    assert [view.title for view in views] == ["一层楼梯口", "一层大厅"]
    assert [len(view.plan.here) for view in views] == [1, 1]
    assert [view.floor for view in views] == ["一层", "一层"]


def a_place_without_a_name_goes_by_its_floor(library: Library) -> None:
    [view] = views_of(with_plan(library.branch["example-village"], here={"x": 11.5, "y": 6}))
    assert view.title == "一层"


def every_space_knows_its_room(library: Library) -> None:
    [view] = views_of(library.branch["example-office"])
    numbers = [room.number for room in view.rooms if room]
    assert numbers == ["301", "303", "305"]
    assert len(view.rooms) == len(view.plan.spaces)


def every_room_of_a_name_shared_is_taken_in_order(library: Library) -> None:
    branch = library.branch["example-village"]
    room = branch.venue.rooms[1].model_copy(update={"number": "103"})
    rooms = (*branch.venue.rooms, room)
    spaces = [space.model_dump() for space in branch.venue.floor_plans[0].spaces]
    spaces[3] = {**spaces[3], "title": "说事室", "kind": "房间"}
    twice = with_plan(
        branch.model_copy(update={"venue": branch.venue.model_copy(update={"rooms": rooms})}), spaces=spaces
    )
    [view] = views_of(twice)
    assert [room.number for room in view.rooms if room and room.title == "说事室"] == ["102", "103"]


def a_floor_seen_upright_gets_an_upright_board(library: Library) -> None:
    here = {"title": "东头", "x": 15, "y": 6, "facing": "左"}
    branch = with_plan(library.branch["example-village"], here=here)
    [planned] = planned_for(library.sign["S18-3"], library, branch)
    assert isinstance(planned, PlannedSign)
    assert isinstance(planned.subject, FloorView)
    assert planned.size_text == "600×900"
    assert [larger.size_text for larger in planned.larger()] == ["800×1200", "1200×1800"]
    [across] = planned_for(library.sign["S18-3"], library, with_plan(branch, here={**here, "facing": "上"}))
    assert isinstance(across, PlannedSign)
    assert across.size_text == "900×600"


def no_plan_is_hung_in_villages_unless_all_are_wanted(library: Library) -> None:
    found = list(planned_for(library.sign["S18-3"], library, library.branch["example-village"]))
    assert [one.title for one in found] == ["平面布局图：一层楼梯口", "平面布局图：二层楼梯口"]
    assert not library.sign["S18-3"].keep_when_reduced
