"""Sign samples (空白样板): what stands on the signs that anyone may download, before a branch is known."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from generators.model.base import Identified, SectorId, SignId
from generators.model.branch import Venue

StarCount = Annotated[int, Field(ge=1, le=5)]


class SignSample(Identified):
    """The words on a set of blank signs (一套空白样板)."""

    title: str
    """给谁用，如「通用」「农村」。"""
    sector: SectorId
    """按哪个领域排：只给这个领域的制度和流程、公开栏的栏目，都照它。"""
    signs: tuple[SignId, ...] = ()
    """只出哪些标识的样板；不写即全部。"""
    complete: tuple[SignId, ...] = ()
    """哪些标识给每项制度、每项流程都出一块，不管默认制不制。"""
    name: str = Field(min_length=1)
    """牌上的党组织名称，支部自己的字用「×××」代替。"""
    unit: str = Field(min_length=1)
    """所在单位，同样用「×××」。"""
    committee: str = Field(min_length=1)
    """上级党组织，授牌时写在下面。"""
    committee_size: int = Field(default=0, ge=0, le=11)
    """架构图按几名支委画；0 即不设支委会。"""
    posts: tuple[str, ...] = ()
    """示范岗牌上的岗名，一个岗名一块。"""
    stars: tuple[StarCount, ...] = ()
    """星级牌做哪几星。"""
    venue: Venue
    """门牌、窗口牌、导视牌上常用的字。"""

    @model_validator(mode="after")
    def _size_of_a_committee(self) -> Self:
        if 0 < self.committee_size < 3:
            raise ValueError("设支委会的，支委人数（committee_size）应为 3 人以上（支部工作条例）；不设的写 0")
        return self
