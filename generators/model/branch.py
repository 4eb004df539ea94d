"""Branches (党支部), the rosters kept apart from them, committees and sectors."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Self

from pydantic import AfterValidator, Field, model_validator

from generators.model.base import (
    Basis,
    CommitteeId,
    Identified,
    Noun,
    PartialDate,
    PostId,
    SectorId,
    Statements,
    Verified,
)
from generators.model.floor_plan import FloorPlan

FullDate = Annotated[PartialDate, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]
"""A date known to the day: `2024-11-20`."""


class Sector(Identified):
    """A sector of branches (领域): 农村、机关、非公企业……"""

    title: str
    """名称，如「农村」。"""
    aliases: tuple[str, ...] = ()
    """别称和口语。"""
    summary: str
    """包括哪些党支部。"""
    term_years: int = Field(ge=1, le=5)
    """支部（支委会）任期，年。"""
    rank: int = Field(default=50, ge=0)
    """排列次序，小的在前。"""
    reduced_signs: bool = False
    """是否默认减牌（村、社区）：制度牌、流程牌不上墙，改用二维码或活页。"""
    notes: Statements = ()
    """领域特点。"""
    basis: Basis = ()
    """依据。"""
    verified: Verified
    """任期等的核实标记。"""


class Committee(Identified):
    """A superior party committee (上级党组织)."""

    title: str
    """全称。"""
    short: str
    """简称。"""
    contact: str | None = None
    """联系方式（公开的办公电话等）。"""


class BranchKind(StrEnum):
    """How a branch is set up (组织类型)."""

    SINGLE = "单独"
    JOINT = "联合"
    FUNCTIONAL = "功能型"
    TEMPORARY = "临时"
    FLOATING = "流动"


class VenueKind(StrEnum):
    """Whether a branch's room is its own (活动场所)."""

    OWN = "独立"
    SHARED = "共用"


class MemberCount(Noun):
    """How many members a branch has (党员人数)."""

    full: int = Field(ge=0, le=5000)
    """正式党员人数。"""
    probationary: int = Field(default=0, ge=0, le=5000)
    """预备党员人数。"""
    floating: int = Field(default=0, ge=0)
    """其中流动党员人数（流出＋流入）。"""
    applicants: int = Field(default=0, ge=0)
    """积极分子和发展对象人数（不是党员）。"""

    @property
    def total(self) -> int:
        """Full and probationary members together."""
        return self.full + self.probationary


class TermOfOffice(Noun):
    """The current term of the branch's leaders (本届)."""

    number: int = Field(ge=1)
    """第几届。"""
    elected: FullDate
    """换届（选举）日期。"""
    expires: FullDate
    """届满日期。"""


class VenueRoom(Noun):
    """A room that gets a door plate (功能室)."""

    title: str = Field(max_length=20)
    """室名，如「党员活动室」。"""
    party: bool = False
    """是不是党建类：党建类红底白字，其他蓝底白字。"""
    secretary: bool = False
    """是不是书记室：另做书记室门方牌。"""
    meeting: bool = False
    """是不是党员活动室：另做活动室牌和主墙。"""
    floor: int = Field(default=1, ge=-3, le=60)
    """楼层，地下一层写 -1。"""
    number: str | None = Field(default=None, max_length=10)
    """房号。"""
    english: str | None = Field(default=None, max_length=60)
    """英文名，用于双语导视；不写即只用中文。"""


class ServiceWindow(Noun):
    """A counter of the service hall (窗口)."""

    title: str = Field(max_length=12)
    """窗口名称，如「综合窗口」。"""
    staff: tuple[PostId, ...] = ()
    """由哪些岗位坐班。"""
    english: str | None = Field(default=None, max_length=60)
    """英文名；不写即只用中文。"""


class Arrow(StrEnum):
    """Where a pointer points (箭头)."""

    LEFT = "左"
    RIGHT = "右"
    AHEAD = "前"
    UP = "上楼"
    DOWN = "下楼"


class Pointer(Noun):
    """A line of a signpost (指向)."""

    to: str = Field(max_length=20)
    """去哪里。"""
    arrow: Arrow
    """往哪边：左、右、前、上楼、下楼。"""
    english: str | None = Field(default=None, max_length=60)
    """英文名；不写即只用中文。"""


class Signpost(Noun):
    """A sign with arrows (导视牌)."""

    title: str = Field(max_length=20)
    """挂在哪里，如「一楼大厅」。"""
    pointers: tuple[Pointer, ...] = Field(min_length=1, max_length=8)
    """指向，从上到下。"""


class Area(Noun):
    """A party member's area of responsibility, without names (责任区)."""

    title: str = Field(max_length=20)
    """责任区名称。"""
    scope: str = Field(max_length=60)
    """范围。"""
    duties: tuple[str, ...] = Field(default=(), max_length=5)
    """职责，五条以内。"""


class Venue(Noun):
    """Where the branch meets (活动场所)."""

    kind: VenueKind
    """独立 或 共用。"""
    shared_with: str | None = None
    """与谁共用。"""
    address: str | None = None
    """地址。"""
    area_m2: float | None = Field(default=None, gt=0)
    """面积，平方米。"""
    rooms: tuple[VenueRoom, ...] = ()
    """功能室，用来做门牌、楼层索引。"""
    windows: tuple[ServiceWindow, ...] = ()
    """服务窗口，用来做窗口牌。"""
    signposts: tuple[Signpost, ...] = ()
    """导视牌。"""
    floor_plans: tuple[FloorPlan, ...] = ()
    """平面图，一层一张，用来做平面布局图。"""
    areas: tuple[Area, ...] = ()
    """党员责任区。"""
    spine_mm: float | None = Field(default=None, gt=0, le=200)
    """档案盒的脊宽，毫米，用来做脊签；不写即 40。"""


def _stars(value: dict[int, int]) -> dict[int, int]:
    for year, stars in value.items():
        if not 2000 <= year <= 2100 or not 0 <= stars <= 5:
            raise ValueError("星级应写成「年度: 星数」，星数 0 到 5，如 {2024: 4, 2025: 5}")
    return value


class Branch(Identified):
    """A branch's public profile (党支部公开档案). Its roster lives apart."""

    name: str
    """全称；设支委会的写「……支部委员会」，不设的写「……支部」。"""
    short: str
    """简称，用于页眉和标题。"""
    aliases: tuple[str, ...] = ()
    """搜索用语。"""
    sector: SectorId
    """领域。"""
    committee: CommitteeId
    """上级党组织。"""
    kind: BranchKind = BranchKind.SINGLE
    """组织类型。"""
    unit: str
    """所在单位名称。"""
    unit_kind: str
    """所在单位性质。"""
    founded: FullDate | None = None
    """成立日期。"""
    approval: str | None = None
    """批准文号。"""
    has_committee: bool
    """是否设支委会。"""
    committee_size: int = Field(default=0, ge=0, le=11)
    """支委人数。"""
    term: TermOfOffice | None = None
    """本届。"""
    secretary: str
    """书记。"""
    members: MemberCount
    """党员人数。"""
    groups: tuple[str, ...] = ()
    """党小组名称。"""
    activity_day: str
    """党员活动日，如「每月5日」「每月第一个星期五」；支部日历照它排。"""
    venue: Venue
    """活动场所。"""
    phone: str | None = None
    """公开的联系电话。"""
    stars: Annotated[dict[int, int], AfterValidator(_stars)] = Field(default_factory=dict)
    """历年星级：年度 → 星数。"""
    code: str
    """编号中代表本支部的一段：上级代码-支部序号，如 YA-012。"""

    @model_validator(mode="after")
    def _committee_agrees(self) -> Self:
        if self.has_committee and self.committee_size < 3:
            raise ValueError("设支委会的，支委人数（committee_size）应为 3 人以上（支部工作条例）")
        if not self.has_committee and self.committee_size:
            raise ValueError("不设支委会（has_committee: false），就不要写支委人数（committee_size）")
        return self


class Dues(Noun):
    """A member's dues as fixed at the year's start (党费核定)."""

    category: str
    """人员类别，如「在职月薪」「农民」「离退休」。"""
    base: float | None = Field(default=None, ge=0)
    """计算基数，元。"""
    rate: str | None = None
    """比例，如「1%」。"""
    monthly: float = Field(ge=0)
    """每月应交，元。"""


class Standing(StrEnum):
    """Full or probationary (党员类别)."""

    FULL = "正式"
    PROBATIONARY = "预备"


class Sex(StrEnum):
    """性别."""

    MALE = "男"
    FEMALE = "女"


class Member(Noun):
    """A member of the branch (党员). Private: never on the site."""

    name: str = Field(min_length=1, max_length=30)
    """姓名。"""
    standing: Standing = Standing.FULL
    """正式 或 预备。"""
    sex: Sex
    """男 或 女。"""
    ethnicity: str = "汉族"
    """民族。"""
    birth: PartialDate
    """出生年月，如 1980-05。"""
    education: str
    """学历。"""
    joined_work: PartialDate | None = None
    """参加工作（或入学）时间。"""
    joined_party: FullDate
    """入党日期，即党员大会通过接收为预备党员之日。"""
    full_since: FullDate | None = None
    """转正日期；预备党员不写。"""
    id_tail: str | None = Field(default=None, pattern=r"^\d{3}[\dX]$")
    """身份证号后四位。"""
    position: str | None = None
    """职务或岗位。"""
    group: str | None = None
    """党小组，须是支部档案里写过的。"""
    phone: str | None = None
    """联系电话。"""
    floating: bool = False
    """是否流动党员。"""
    model_post: str | None = Field(default=None, max_length=20)
    """示范岗、先锋岗的岗名；写了就做一块岗牌。"""
    household: bool = False
    """是否挂党员户牌。"""
    note: str | None = None
    """备注。"""
    dues: Dues | None = None
    """党费核定。"""

    @model_validator(mode="after")
    def _probationary_has_no_full_date(self) -> Self:
        if self.standing is Standing.PROBATIONARY and self.full_since:
            raise ValueError("预备党员不写转正日期（full_since）")
        return self


class Roster(Identified):
    """A branch's members (花名册). Private: reaches only the branch's own book."""

    members: tuple[Member, ...]
    """党员，正式的在前。"""
