"""Floors at scale (平面图): which rooms are where, the ways in, and where the reader stands."""

from __future__ import annotations

from enum import StrEnum
from itertools import combinations
from typing import TYPE_CHECKING, Annotated, Self

from pydantic import BeforeValidator, Field, model_validator

from generators.model.base import Noun, one_or_many
from generators.model.walls import Door, Length, Metres, Rectangle, WallName

if TYPE_CHECKING:
    from collections.abc import Iterator

_IN_THE_WALL = 0.1
"""Nobody stands nearer than this to the middle of a wall, metres."""
_SLIT = 0.4
"""Rooms so near to each other have one wall between them, metres."""
_QUARTERS = {"上": 0, "左": 1, "下": 2, "右": 3}
"""Where the reader faces → quarters to turn the plan clockwise, so that ahead is up."""


def floor_title(number: int) -> str:
    """`一层`, `地下一层`."""
    digits = "零一二三四五六七八九十"
    ground = abs(number)
    return f"{'地下' if number < 0 else ''}{digits[ground] if ground <= 10 else ground}层"


class SpaceKind(StrEnum):
    """What a space of a floor is, which decides how it is drawn (哪类地方)."""

    ROOM = "房间"
    """支部的功能室，名称与 rooms 里的相同。"""
    OTHER = "其他"
    """不是支部的房间，如储藏室。"""
    PASSAGE = "走廊"
    """走廊、门厅：没有自己的墙；不标名称的不用写，没有房间的地方都是走道。"""
    STAIRS = "楼梯"
    LIFT = "电梯"
    TOILET = "卫生间"
    OUTSIDE = "室外"
    """天井、院子、缺的一角：不属于这层楼的地方。"""

    @property
    def walled(self) -> bool:
        """Whether it has walls of its own."""
        return self not in {SpaceKind.PASSAGE, SpaceKind.STAIRS, SpaceKind.OUTSIDE}


class Space(Noun):
    """A room, stairs or another part of a floor, measured to the middle of its walls (一处地方)."""

    title: str | None = Field(default=None, max_length=20)
    """名称；功能室与 rooms 里写得一样。楼梯、卫生间等不写就用类别的名称。"""
    kind: SpaceKind = SpaceKind.ROOM
    """哪一类：房间、其他、走廊、楼梯、电梯、卫生间、室外。"""
    x: Metres
    """左边距楼的左边，米；墙厚不计，相邻两间写同一条线。"""
    y: Metres
    """上边距楼的上边，米。"""
    w: Length
    """宽，米。"""
    d: Length
    """深，米。"""
    doors: Annotated[tuple[Door, ...], BeforeValidator(one_or_many)] = ()
    """门，位置从这间的左上角沿墙量。"""
    english: str | None = Field(default=None, max_length=60)
    """英文名；功能室用 rooms 里的，不用再写。"""

    @property
    def name(self) -> str:
        """What is written on the plan."""
        return self.title or self.kind.value

    @property
    def footprint(self) -> Rectangle:
        """The floor it covers."""
        return Rectangle(self.x, self.y, self.w, self.d)

    @model_validator(mode="after")
    def _a_room_has_a_name_and_its_doors_fit(self) -> Self:
        if not self.title and self.kind in {SpaceKind.ROOM, SpaceKind.OTHER}:
            raise ValueError("房间要写名称（title）；楼梯、卫生间、电梯写 kind 就行")
        for door in self.doors:
            if not door.fits(self.footprint):
                raise ValueError(f"「{self.name}」的门超出了{door.wall}边的墙，请核对门的 at、w（米）")
        return self


class Exit(Door):
    """A way in or out, in the outer wall (出入口)."""

    title: str = Field(default="出入口", max_length=12)
    """图上写什么，如「主入口」「安全出口」。"""
    accessible: bool = False
    """有没有无障碍坡道；有的标「无障碍」。"""


class Viewpoint(Noun):
    """Where a board hangs and its reader stands (您在此)."""

    title: str | None = Field(default=None, max_length=20)
    """挂在哪里，不写楼层，如「楼梯口」；一层挂几块的，各写各的。"""
    x: Metres
    """看图的人距楼的左边多远，米。"""
    y: Metres
    """距楼的上边多远，米。"""
    facing: WallName = "上"
    """看图的人面朝图的哪一边：上、下、左、右。图会转过来，人朝前看就是图的上方。"""


class FloorPlan(Noun):
    """A floor at scale, its outer size in metres (一层楼的平面图)."""

    floor: int = Field(default=1, ge=-3, le=60)
    """楼层，地下一层写 -1。"""
    w: Annotated[float, Field(gt=1, le=100)]
    """楼宽，米。先定一边作图的上方，坐标都从左上角量起。"""
    d: Annotated[float, Field(gt=1, le=100)]
    """楼深，米。"""
    here: Annotated[tuple[Viewpoint, ...], BeforeValidator(one_or_many), Field(min_length=1, max_length=8)]
    """您在此：挂图的地方，一处一块。"""
    spaces: tuple[Space, ...] = Field(min_length=1, max_length=80)
    """房间、楼梯、卫生间等。"""
    exits: tuple[Exit, ...] = ()
    """外墙上的出入口，位置从楼的左上角沿墙量。"""

    @property
    def outline(self) -> Rectangle:
        """The whole floor."""
        return Rectangle(0, 0, self.w, self.d)

    def doorways(self) -> Iterator[tuple[Door, Rectangle]]:
        """Every door and exit, with the room or the floor in whose wall it is."""
        for space in self.spaces:
            yield from ((door, space.footprint) for door in space.doors)
        yield from ((exit_, self.outline) for exit_ in self.exits)

    def ahead(self, here: Viewpoint) -> FloorPlan:
        """The floor as a reader at `here` sees it: what is ahead is up. It knows this viewpoint alone."""
        seen = self.model_copy(update={"here": (here,)})
        for _ in range(_QUARTERS[here.facing]):
            seen = seen._clockwise()  # noqa: SLF001 # its own kind
        return seen

    def _clockwise(self) -> FloorPlan:
        spaces = []
        for space in self.spaces:
            turned = space.footprint.clockwise(self.d)._asdict()
            doors = tuple(door.clockwise(space.footprint) for door in space.doors)
            spaces.append(space.model_copy(update={**turned, "doors": doors}))
        here = tuple(point.model_copy(update={"x": round(self.d - point.y, 6), "y": point.x}) for point in self.here)
        exits = tuple(exit_.clockwise(self.outline) for exit_ in self.exits)
        return self.model_copy(update={"w": self.d, "d": self.w, "spaces": tuple(spaces), "here": here, "exits": exits})

    @model_validator(mode="after")
    def _the_floor_can_be(self) -> Self:
        for fault in (*self._misplaced(), *self._blocked(), *self._unreached(), *self._astray()):
            raise ValueError(fault)
        return self

    def _misplaced(self) -> Iterator[str]:
        measures = "请核对 x、y、w、d（米）"
        for space in self.spaces:
            if not space.footprint.within(self.outline):
                yield f"「{space.name}」伸到楼外去了：楼宽 {self.w:g} 米、深 {self.d:g} 米，{measures}"
        for one, other in combinations(self.spaces, 2):
            if one.footprint.overlaps(other.footprint):
                yield f"「{one.name}」和「{other.name}」叠在一起了，{measures}"
            if _slit(one.footprint, other.footprint):
                yield f"「{one.name}」和「{other.name}」之间留了一条缝：墙厚不计，相邻两间写同一条线，{measures}"
        for exit_ in self.exits:
            if not exit_.fits(self.outline):
                yield f"「{exit_.title}」超出了{exit_.wall}边的外墙，请核对 at、w（米）"

    def _blocked(self) -> Iterator[str]:
        for door, room in self.doorways():
            for space in self.spaces:
                if space.kind.walled and door.meets_wall_of(space.footprint, room):
                    where = f"{door.wall}边的门洞（at: {door.at:g}）"
                    yield f"「{space.name}」的墙正对着{where}，请挪开门，或核对 x、y、w、d"

    def _unreached(self) -> Iterator[str]:
        ways = [door.ground(room, _IN_THE_WALL, _IN_THE_WALL) for door, room in self.doorways()]
        for space in self.spaces:
            if space.kind is SpaceKind.ROOM and not any(way.overlaps(space.footprint) for way in ways):
                yield f"「{space.name}」没有门，请写上 doors，如 doors: {{wall: 下, at: 1}}"

    def _astray(self) -> Iterator[str]:
        outside = [space.footprint for space in self.spaces if space.kind is SpaceKind.OUTSIDE]
        walls = [self.outline, *(space.footprint for space in self.spaces if space.kind.walled)]
        ways = [door.ground(room, 1, 1) for door, room in self.doorways()]
        for point in self.here:
            at = point.x, point.y
            if not self.outline.holds(*at) or any(area.grown(-_IN_THE_WALL).holds(*at) for area in outside):
                yield "「您在此」不在楼里，请核对 here 的 x、y（米）"
            near = any(w.grown(_IN_THE_WALL).holds(*at) and not w.grown(-_IN_THE_WALL).holds(*at) for w in walls)
            if near and not any(way.holds(*at) for way in ways):
                yield "「您在此」在墙里，请核对 here 的 x、y（米）：写看图的人站的地方"


def _slit(one: Rectangle, other: Rectangle) -> bool:
    """Whether two spaces leave a slit between them that no one could walk through."""
    across = max(one.x, other.x) - min(one.x + one.w, other.x + other.w)
    along = max(one.y, other.y) - min(one.y + one.d, other.y + other.d)
    gap, side = max(across, along), min(across, along)
    return 0.01 < gap < _SLIT and side < -_SLIT
