"""Rectangles at scale and the doors in their walls: what plans of rooms and of floors are made of."""

from __future__ import annotations

from typing import Annotated, NamedTuple, Self

from pydantic import Field

from generators.model.base import Noun

Metres = Annotated[float, Field(ge=0, le=100)]
"""Metres, from the upper left corner of the plan."""
Length = Annotated[float, Field(gt=0, le=100)]
"""Metres from one side to the other."""
WallName = Annotated[str, Field(pattern="^[上下左右]$")]
"""A side as it is on paper."""

_CLOCKWISE = {"上": "右", "右": "下", "下": "左", "左": "上"}
_HALF_WALL = 0.1
"""From the middle of a wall to its face, metres."""
_TOUCH = 0.01
"""What is nearer than this touches, metres."""


class Rectangle(NamedTuple):
    """A piece of floor: its upper left corner, width and depth, metres."""

    x: float
    y: float
    w: float
    d: float

    def overlaps(self, other: Rectangle) -> bool:
        """Whether both cover the same floor; a common edge does not count."""
        across = min(self.x + self.w, other.x + other.w) - max(self.x, other.x)
        along = min(self.y + self.d, other.y + other.d) - max(self.y, other.y)
        return across > _TOUCH and along > _TOUCH

    def within(self, other: Rectangle) -> bool:
        """Whether nothing of it lies outside of `other`."""
        left, upper = self.x >= other.x - _TOUCH, self.y >= other.y - _TOUCH
        right, lower = self.x + self.w <= other.x + other.w + _TOUCH, self.y + self.d <= other.y + other.d + _TOUCH
        return left and upper and right and lower

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies within it or on its edge."""
        return self.x <= x <= self.x + self.w and self.y <= y <= self.y + self.d

    def grown(self, by: float) -> Rectangle:
        """The same, so much larger on each side; smaller where `by` is below 0."""
        return Rectangle(self.x - by, self.y - by, self.w + 2 * by, self.d + 2 * by)

    def clockwise(self, depth: float) -> Rectangle:
        """Where it lies when the plan around it, `depth` deep, is turned by a quarter."""
        return Rectangle(round(depth - self.y - self.d, 6), self.x, self.d, self.w)


class Door(Noun):
    """A door on a wall of the plan (门)."""

    wall: WallName
    """在哪面墙：上、下、左、右；功能室的主墙在上。"""
    at: Metres
    """门的起点沿墙多远，米。"""
    w: Annotated[float, Field(gt=0.5, le=4)] = 0.9
    """门宽，米。"""

    def ground(self, room: Rectangle, inward: float, outward: float = 0.0) -> Rectangle:
        """The floor at the door: so deep into the room, and so far out of it."""
        x, y = {
            "上": (self.at, -outward),
            "下": (self.at, room.d - inward),
            "左": (-outward, self.at),
            "右": (room.w - inward, self.at),
        }[self.wall]
        deep = inward + outward
        w, d = (self.w, deep) if self.wall in "上下" else (deep, self.w)
        return Rectangle(room.x + x, room.y + y, w, d)

    def swing(self, room: Rectangle) -> Rectangle:
        """The floor that its leaf needs."""
        return self.ground(room, self.w)

    def fits(self, room: Rectangle) -> bool:
        """Whether its wall is long enough for it."""
        return self.at + self.w <= (room.w if self.wall in "上下" else room.d) + _TOUCH

    def meets_wall_of(self, other: Rectangle, room: Rectangle) -> bool:
        """Whether a wall of another room runs into the opening from the side."""
        way = self.ground(room, _HALF_WALL, _HALF_WALL)
        if self.wall in "上下":
            start, edges = way.x, (other.x, other.x + other.w)
        else:
            start, edges = way.y, (other.y, other.y + other.d)
        within = any(start + _HALF_WALL / 2 < edge < start + self.w - _HALF_WALL / 2 for edge in edges)
        return within and way.overlaps(other)

    def clockwise(self, room: Rectangle) -> Self:
        """The door when its room is turned by a quarter."""
        at = round(room.d - self.at - self.w, 6) if self.wall in "左右" else self.at
        return self.model_copy(update={"wall": _CLOCKWISE[self.wall], "at": at})
