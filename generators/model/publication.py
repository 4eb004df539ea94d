"""The publication: who issues this handbook, and for which year."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, Field

from generators.model.base import Identified
from generators.model.branch import FullDate


def _web_address(value: str) -> str:
    if not re.fullmatch(r"https?://[A-Za-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9._~-]+)*/?", value):
        raise ValueError("网址应写成 https://zhibu.example.cn/ 的样子，以 http:// 或 https:// 开头，后面不带 ? 和 #")
    return value.rstrip("/") + "/"


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
    address: Annotated[str, AfterValidator(_web_address)] | None = None
    """网站放在哪个网址，如 https://zhibu.example.cn/；写了，网站才有站点地图（sitemap.xml）和更新订阅（feed.xml）。"""
    year: int = Field(ge=2017, le=2100)
    """默认为哪一年度制作工作实录。"""
    issued: FullDate
    """本版内容的日期；写进各种文件的属性，使同样的内容每次生成都一样。"""
    origin: str
    """立项依据，显示在页脚。"""
    notice: str
    """关于内容可靠程度的声明。"""
