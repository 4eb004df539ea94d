"""Rooms (功能室): what a room of a branch should have, and plans of it at scale."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from generators.model.base import Basis, Identified, Noun, PartialDate, RuleId, SectorId, Statements, Verified

Metres = Annotated[float, Field(ge=0, le=100)]
"""Metres, from the room's inner top left corner."""


class RoomArea(Noun):
    """How large a room should be (面积)."""

    who: str
    """对谁的要求，如「村活动场所（安徽某镇）」。"""
    value: str
    """面积要求，如「党员活动室不少于100平方米」。"""
    basis: Basis = ()
    """依据。"""
    verified: Verified
    """核实标记。"""


class Equipment(Noun):
    """A thing a room should have (设施设备)."""

    item: str
    """名称。"""
    count: str
    """数量，如「不少于党员人数」「1面」。"""
    needed: bool = True
    """必备；建议配的写 false。"""
    note: str | None = None
    """说明。"""
    verified: Verified
    """核实标记。"""


class FurnitureKind(StrEnum):
    """What a thing on a plan is, which decides how it is drawn (家具)."""

    TABLE = "桌"
    CHAIRS = "椅"
    CABINET = "柜"
    SCREEN = "屏幕"
    FLAG = "党旗"
    BOARD = "展板"
    COUNTER = "柜台"
    OTHER = "其他"


class Furniture(Noun):
    """A thing on a plan, by its top left corner and size in metres (摆放)."""

    label: str = ""
    """图上写什么；椅子不写。"""
    kind: FurnitureKind
    """是什么。"""
    x: Metres
    """左边距左墙，米。"""
    y: Metres
    """上边距上墙（主墙），米。"""
    w: Annotated[float, Field(gt=0, le=100)]
    """宽，米。"""
    d: Annotated[float, Field(gt=0, le=100)]
    """深，米。"""
    rows: int = Field(default=1, ge=1, le=30)
    """椅子排几排。"""
    columns: int = Field(default=1, ge=1, le=30)
    """每排几把。"""

    @property
    def seats(self) -> int:
        """How many seats it is."""
        return self.rows * self.columns if self.kind is FurnitureKind.CHAIRS else 0


class Door(Noun):
    """A door on a wall of the plan (门)."""

    wall: Annotated[str, Field(pattern="^[上下左右]$")]
    """在哪面墙：上（主墙）、下、左、右。"""
    at: Metres
    """门的起点沿墙多远，米。"""
    w: Annotated[float, Field(gt=0.5, le=4)] = 0.9
    """门宽，米。"""

    def swing(self, width: float, depth: float) -> Furniture:
        """The floor that its leaf needs, as a thing nothing else may stand on."""
        x, y = {
            "上": (self.at, 0.0),
            "下": (self.at, depth - self.w),
            "左": (0.0, self.at),
            "右": (width - self.w, self.at),
        }[self.wall]
        return Furniture(label="门", kind=FurnitureKind.OTHER, x=x, y=y, w=self.w, d=self.w)


class RoomPlan(Noun):
    """An example of a room at scale (平面示例)."""

    title: str
    """名称，如「30平方米」。"""
    w: Annotated[float, Field(gt=1, le=60)]
    """净宽，米。"""
    d: Annotated[float, Field(gt=1, le=60)]
    """净深，米。"""
    doors: tuple[Door, ...] = Field(min_length=1)
    """门。"""
    things: tuple[Furniture, ...]
    """家具和展板。"""

    @property
    def area(self) -> float:
        """Square metres."""
        return self.w * self.d

    @property
    def seats(self) -> int:
        """How many people can sit."""
        return sum(thing.seats for thing in self.things)

    @model_validator(mode="after")
    def _nothing_stands_in_the_wall_or_another_thing(self) -> Self:
        for thing in self.things:
            if thing.x + thing.w > self.w + 0.01 or thing.y + thing.d > self.d + 0.01:
                raise ValueError(f"「{thing.label or thing.kind}」摆到墙外去了，请核对 x、y、w、d（米）")
            if any(_overlap(thing, door.swing(self.w, self.d)) for door in self.doors):
                raise ValueError(f"「{thing.label or thing.kind}」挡住门了，请核对 x、y、w、d（米）和门的位置")
        for index, one in enumerate(self.things):
            for other in self.things[index + 1 :]:
                if _overlap(one, other):
                    names = f"「{one.label or one.kind}」和「{other.label or other.kind}」"
                    raise ValueError(f"{names}叠在一起了，请核对 x、y、w、d（米）")
        return self


def _overlap(one: Furniture, other: Furniture) -> bool:
    across = min(one.x + one.w, other.x + other.w) - max(one.x, other.x)
    along = min(one.y + one.d, other.y + other.d) - max(one.y, other.y)
    return across > 0.01 and along > 0.01


class Room(Identified):
    """A sort of room with its standard (功能室标准)."""

    title: str
    """名称，如「党员活动室」。"""
    aliases: tuple[str, ...] = ()
    """搜索用语。"""
    summary: str
    """做什么用，一句话。"""
    rank: int = Field(ge=0)
    """次序，数字小的在前。"""
    applies_to: tuple[SectorId, ...] = ()
    """适用领域；不写即各领域都适用。"""
    areas: tuple[RoomArea, ...] = ()
    """面积要求。"""
    equipment: tuple[Equipment, ...] = ()
    """设施设备清单。"""
    layout: Statements = ()
    """布局要点：主墙怎么排，桌椅怎么摆。"""
    plans: tuple[RoomPlan, ...] = ()
    """按比例的平面示例。"""
    rules: tuple[RuleId, ...] = ()
    """有关制度。"""
    basis: Basis = ()
    """依据。"""
    verified: Verified
    """核实标记。"""
    reviewed: PartialDate
    """最近复核日期。"""
