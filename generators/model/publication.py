"""The publication: who issues this handbook, and for which year."""

from __future__ import annotations

from pydantic import Field

from generators.model.base import Identified
from generators.model.branch import FullDate


class Publication(Identified):
    """What is printed on every page about the handbook itself (content/publication.yml)."""

    title: str
    """网站名称。"""
    subtitle: str
    """一句话介绍。"""
    publisher: str
    """编制单位。"""
    contact: str
    """意见反馈的联系方式。"""
    year: int = Field(ge=2017, le=2100)
    """默认为哪一年度制作工作实录。"""
    issued: FullDate
    """本版内容的日期；写进各种文件的属性，使同样的内容每次生成都一样。"""
    origin: str
    """立项依据，显示在页脚。"""
    notice: str
    """关于内容可靠程度的声明。"""
