"""Signs (标识) and the kinds of sign that templates/signs/ can make."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator

from generators.model.base import (
    Basis,
    Identified,
    Noun,
    OfficialId,
    PartialDate,
    ProcedureId,
    RoomId,
    RuleId,
    Size,
    Statements,
    Verified,
)


class Subject(StrEnum):
    """What a sign speaks of: one sign is made for each (为什么制牌)."""

    BRANCH = "branch"
    """支部自己，一块。"""
    RULE = "rule"
    """每项制度一块。"""
    PROCEDURE = "procedure"
    """每项流程一块。"""
    OFFICIAL = "official"
    """每份法定文字一块，原文逐字。"""
    ROOM = "room"
    """每间功能室一块。"""
    WINDOW = "window"
    """每个窗口一块。"""
    SIGNPOST = "signpost"
    """每处导视一块。"""
    FLOOR = "floor"
    """每层楼一块（楼层索引）。"""
    FLOOR_PLAN = "floor-plan"
    """每处挂平面布局图的地方一块。"""
    OFFICER = "officer"
    """每名支委（或书记）一块，姓名取自花名册。"""
    MODEL_POST = "model-post"
    """每个示范岗一块，姓名取自花名册。"""
    HOUSEHOLD = "household"
    """每户党员户一块。"""
    AREA = "area"
    """每个责任区一块。"""
    STAR = "star"
    """最近一年的星级一块。"""
    YEAR = "year"
    """本年一块，如活动安排板。"""
    BOX = "box"
    """每张档案盒脊签一张，一张印几枚。"""

    @property
    def meaning(self) -> str:
        """How many of the sign a branch gets, in words."""
        return _MEANINGS[self]


_MEANINGS = {
    Subject.BRANCH: "一个支部一块",
    Subject.RULE: "一项制度一块",
    Subject.PROCEDURE: "一项流程一块",
    Subject.OFFICIAL: "一份法定文字一块",
    Subject.ROOM: "一间功能室一块",
    Subject.WINDOW: "一个窗口一块",
    Subject.SIGNPOST: "一处导视一块",
    Subject.FLOOR: "一层楼一块",
    Subject.FLOOR_PLAN: "每层平面图挂几处做几块",
    Subject.OFFICER: "书记和每名支委一块",
    Subject.MODEL_POST: "一个示范岗一块",
    Subject.HOUSEHOLD: "一户一块",
    Subject.AREA: "一个责任区一块",
    Subject.STAR: "最近一次定星一块",
    Subject.YEAR: "一年一块",
    Subject.BOX: "实录一章一枚，一张印几枚",
}


class RoomSelection(StrEnum):
    """Which rooms a sign is made for (哪些功能室)."""

    ALL = "全部"
    SECRETARY = "书记室"
    MEETING = "活动室"
    OTHERS = "其他"


class Place(StrEnum):
    """Where a sign hangs (位置); villages count those at the gate and those inside (减牌)."""

    GATE = "门口"
    INSIDE = "室内"
    DESK = "桌面"
    SCREEN = "屏幕"
    BOX = "档案盒"


class Process(StrEnum):
    """How a sign is produced; it decides bleed and marks (工艺)."""

    TRIMMED = "trimmed"
    """裁切成品：出血 3–5 毫米，带裁切标记。"""
    UV = "uv"
    """UV 直喷板、雕刻：出血 5 毫米，刀线和孔位用专色另画一层。"""
    PHOTO = "photo"
    """室内写真：不要出血，按成品尺寸裁。"""
    SPRAYED = "sprayed"
    """户外喷绘：不要出血，四周留白边。"""
    OFFICE = "office"
    """办公打印：纸多大就印多大，没有出血和裁切标记。"""
    SCREEN = "screen"
    """电子屏：尺寸按像素，颜色用屏幕颜色，另出 PNG。"""


class Sign(Identified):
    """A sign a branch puts up (标识)."""

    title: str
    """名称，如「党组织竖牌」。"""
    aliases: tuple[str, ...] = ()
    """搜索用语。"""
    summary: str
    """用在哪里，一句话。"""
    kind: str
    """用哪种式样，即 templates/signs/ 下的文件夹名。"""
    subject: Subject
    """为什么制牌：branch、rule 或 procedure。"""
    rules: tuple[RuleId, ...] = ()
    """subject 为 rule 时，给哪些制度制牌；不写即全部。"""
    procedures: tuple[ProcedureId, ...] = ()
    """subject 为 procedure 时，给哪些流程制牌；不写即全部。"""
    officials: tuple[OfficialId, ...] = ()
    """subject 为 official 时，给哪些法定文字制牌；不写即全部。"""
    rooms: RoomSelection = RoomSelection.ALL
    """subject 为 room 时，给哪些功能室制牌：全部、书记室、活动室、其他。"""
    size: Size
    """默认成品尺寸，毫米。"""
    other_sizes: tuple[Size, ...] = ()
    """其他常用尺寸。"""
    piece: Size | None = None
    """一张印几枚的，写一枚的尺寸，毫米；size 写整张。"""
    other_pieces: tuple[Size, ...] = ()
    """一枚的其他尺寸；支部档案 venue 的 spine_mm 写哪种脊宽，就用哪种。"""
    material: str
    """材质。"""
    process: Process | None = None
    """工艺；不写即式样的工艺。材质换了工艺也要换，如铝板是 uv，KT 板是 photo。"""
    layout: Statements
    """版面要点。"""
    mounting: Statements = ()
    """安装要点。"""
    place: Place = Place.INSIDE
    """挂在门口还是室内：减牌时分别计数；桌面、屏幕、档案盒上的不计。"""
    hung_in: tuple[RoomId, ...] = ()
    """装在哪些场所，主要的写在前面；网站的标识目录照它分组。"""
    mount_height_mm: float | None = Field(default=None, gt=0, le=5000)
    """中心距地，毫米，写进制作清单。"""
    viewing_m: float = Field(default=2, gt=0, le=50)
    """视距，米：最小字高不得小于视距的 1/250。"""
    quantity: int = Field(default=1, ge=1, le=99)
    """每种做几块。"""
    keep_when_reduced: bool = False
    """减牌时（村、社区）是否仍制。"""
    public_notice: bool = False
    """是不是要让群众知晓的公示、警示牌：减牌不计数。"""
    basis: Basis = ()
    """依据。"""
    verified: Verified
    """尺寸的核实标记。"""
    reviewed: PartialDate
    """最近复核日期。"""


class HolePlaces(StrEnum):
    """Where a sign's mounting holes are (安装孔)."""

    CORNERS = "四角"
    TOP = "上边两角"
    MIDDLE = "上下居中"


class Holes(Noun):
    """Mounting holes, marked for the shop on a layer of their own (安装孔)."""

    places: HolePlaces
    """四角、上边两角、上下居中。"""
    diameter_mm: float = Field(gt=0, le=50)
    """孔径，毫米。"""
    inset_mm: float = Field(gt=0, le=500)
    """孔心到边的距离，毫米。"""

    def centres(self, size: Size) -> tuple[tuple[float, float], ...]:
        """The holes' centres from the top left corner of the finished sign, mm."""
        near, right, low = self.inset_mm, size.w - self.inset_mm, size.h - self.inset_mm
        return {
            HolePlaces.CORNERS: ((near, near), (right, near), (near, low), (right, low)),
            HolePlaces.TOP: ((near, near), (right, near)),
            HolePlaces.MIDDLE: ((size.w / 2, near), (size.w / 2, low)),
        }[self.places]


class SignKind(Identified):
    """One folder of templates/signs/: kind.yml, sign.html.j2, sign.css, README.md."""

    title: str
    """名称。"""
    summary: str
    """一句话说明。"""
    process: Process = Process.TRIMMED
    """工艺。"""
    bleed_mm: float = Field(default=5, ge=0, le=20)
    """出血，毫米。"""
    safe_mm: float = Field(default=10, ge=0)
    """安全边距，毫米：文字不进入这一圈。"""
    min_letter_mm: float = Field(gt=0)
    """正文最小字高，毫米；放不下就报错，不再缩小。"""
    max_letter_mm: float = Field(gt=0)
    """正文最大字高，毫米。"""
    holes: Holes | None = None
    """安装孔；不打孔的不写。孔连同半个孔径要在安全边距以内，不碰文字。"""

    @model_validator(mode="after")
    def _holes_keep_off_the_text(self) -> Self:
        if self.holes and self.holes.inset_mm + self.holes.diameter_mm / 2 > self.safe_mm:
            raise ValueError(f"安装孔伸进了文字：孔心距边加半个孔径不能超过安全边距 {self.safe_mm:g} 毫米")
        if self.holes and self.holes.inset_mm < self.holes.diameter_mm:
            raise ValueError("安装孔离边太近，板会裂：孔心距边不小于孔径")
        return self
