"""Rooms (功能室): what a room of a branch should have, and plans of it at scale."""

from __future__ import annotations

from enum import StrEnum
from itertools import combinations
from typing import Annotated, Self

from pydantic import Field, model_validator

from generators.model.base import Basis, Identified, Noun, PartialDate, RuleId, SectorId, Statements, Verified
from generators.model.sign import RoomSelection
from generators.model.walls import Door, Length, Metres, Rectangle


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
    w: Length
    """宽，米。"""
    d: Length
    """深，米。"""
    rows: int = Field(default=1, ge=1, le=30)
    """椅子排几排。"""
    columns: int = Field(default=1, ge=1, le=30)
    """每排几把。"""

    @property
    def footprint(self) -> Rectangle:
        """The floor it stands on."""
        return Rectangle(self.x, self.y, self.w, self.d)

    @property
    def seats(self) -> int:
        """How many seats it is."""
        return self.rows * self.columns if self.kind is FurnitureKind.CHAIRS else 0


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
        room = Rectangle(0, 0, self.w, self.d)
        for door in self.doors:
            if not door.fits(room):
                raise ValueError(f"门超出了{door.wall}边的墙，请核对门的 at、w（米）")
        for thing in self.things:
            if not thing.footprint.within(room):
                raise ValueError(f"「{thing.label or thing.kind}」摆到墙外去了，请核对 x、y、w、d（米）")
            if any(thing.footprint.overlaps(door.swing(room)) for door in self.doors):
                raise ValueError(f"「{thing.label or thing.kind}」挡住门了，请核对 x、y、w、d（米）和门的位置")
        for one, other in combinations(self.things, 2):
            if one.footprint.overlaps(other.footprint):
                names = f"「{one.label or one.kind}」和「{other.label or other.kind}」"
                raise ValueError(f"{names}叠在一起了，请核对 x、y、w、d（米）")
        return self


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
    stands_for: RoomSelection | None = None
    """支部档案里的哪间功能室属于这类：书记室、活动室；没有对应的不写。"""
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
