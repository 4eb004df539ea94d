"""Floor plans: every room of the branch on a floor is drawn on its plan, and no other goes by such a name."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generators.model.branch import Branch
from generators.model.floor_plan import SpaceKind, floor_title
from generators.problems import near

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generators.content.draft import Draft
    from generators.content.source import Loc
    from generators.model.floor_plan import FloorPlan
    from generators.problems import Problem


def check_floor_plans(draft: Draft) -> Iterator[Problem]:
    """One plan a floor, with the rooms that the branch has there."""
    for branch in draft.of(Branch).values():
        floors = [plan.floor for plan in branch.venue.floor_plans]
        for index, plan in enumerate(branch.venue.floor_plans):
            loc: Loc = ("venue", "floor_plans", index)
            if plan.floor in floors[:index]:
                what = f"{floor_title(plan.floor)}写了两张平面图"
                yield draft.problem(branch, (*loc, "floor"), what, "请并成一张；挂几处的，here 写成一列")
            else:
                yield from _rooms(draft, branch, plan, loc)


def _rooms(draft: Draft, branch: Branch, plan: FloorPlan, loc: Loc) -> Iterator[Problem]:
    floor = floor_title(plan.floor)
    waiting = Counter(room.title for room in branch.venue.rooms if room.floor == plan.floor)
    known = tuple(waiting)
    if not known:
        what = f"功能室（rooms）里没有一间在{floor}"
        yield draft.problem(branch, (*loc, "floor"), what, "请核对 floor，或先在 rooms 里写上这一层的功能室")
        return
    strangers = False
    for index, space in enumerate(plan.spaces):
        if space.kind is not SpaceKind.ROOM:
            continue
        if waiting[space.name]:
            waiting[space.name] -= 1
            continue
        strangers = True
        what = f"{floor}的功能室（rooms）里没有{'第二间' * (space.name in known)}「{space.name}」"
        add = "请在 rooms 里写上；不是支部的房间，写 kind: 其他"
        fix = add if space.name in known else near(space.name, known) or add
        yield draft.problem(branch, (*loc, "spaces", index), what, fix)
    for title in () if strangers else waiting.elements():  # a misspelled room would be told twice
        what = f"{floor}的平面图上没有画功能室「{title}」"
        yield draft.problem(branch, (*loc, "spaces"), what, "请在 spaces 里写上；不在这一层的，请核对 rooms 里的 floor")
