"""The floor plans of a branch as they are read: one for each place where one hangs, turned the reader's way."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generators.model.floor_plan import SpaceKind, floor_title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generators.model.branch import Branch, VenueRoom
    from generators.model.floor_plan import FloorPlan, Viewpoint


@dataclass(frozen=True)
class FloorView:
    """A floor as a reader sees it: what is ahead is up."""

    plan: FloorPlan
    """Turned; it has this one viewpoint."""
    rooms: tuple[VenueRoom | None, ...]
    """For each space of the plan the branch's room; None where it is none."""

    @property
    def here(self) -> Viewpoint:
        """Where the reader stands."""
        return self.plan.here[0]

    @property
    def floor(self) -> str:
        """`二层`."""
        return floor_title(self.plan.floor)

    @property
    def title(self) -> str:
        """`二层楼梯口`, or `二层` where the place has no name."""
        return f"{self.floor}{self.here.title or ''}"


def views_of(branch: Branch) -> Iterator[FloorView]:
    """Every floor plan of the branch from every place where one hangs."""
    for plan in branch.venue.floor_plans:
        rooms = _rooms(branch, plan)
        for here in plan.here:
            yield FloorView(plan.ahead(here), rooms)


def _rooms(branch: Branch, plan: FloorPlan) -> tuple[VenueRoom | None, ...]:
    """Rooms of one name are taken in the order in which the profile has them."""
    waiting: dict[str | None, list[VenueRoom]] = defaultdict(list)
    for room in branch.venue.rooms:
        if room.floor == plan.floor:
            waiting[room.title].append(room)
    return tuple(
        waiting[space.title].pop(0) if space.kind is SpaceKind.ROOM and waiting[space.title] else None
        for space in plan.spaces
    )
