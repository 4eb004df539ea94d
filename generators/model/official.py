"""Official texts (法定文字): quoted to the letter or not at all."""

from __future__ import annotations

import hashlib
import unicodedata
from typing import TYPE_CHECKING

from pydantic import Field

from generators.model.base import Basis, Identified, PartialDate, ProcedureId, Statements, Verified
from generators.model.branch import FullDate

if TYPE_CHECKING:
    from collections.abc import Sequence


class OfficialText(Identified):
    """A text that law or the Party's constitution fixes to the letter, such as the oath (法定文字).

    Its place is locked: without the text the page shows the points only, and with it the checksum must agree, so
    that nobody changes a character in passing.
    """

    title: str
    """名称，如「入党誓词」。"""
    aliases: tuple[str, ...] = ()
    """搜索用语。"""
    summary: str
    """一句话说明。"""
    points: Statements = Field(min_length=1)
    """要点，自己的话；只给人看懂，不能代替原文，也不能上墙。"""
    basis: Basis
    """出自哪份文件、哪一条。"""
    edition: str
    """版本，如「二十大部分修改，2022-10-22通过」。"""
    source: str
    """到哪里抄原文：写官方网站或出版物的名称和栏目。"""
    lines: tuple[str, ...] = ()
    """原文，一段一项，一字不改；没有拿到官方原文就不写。"""
    sha256: str | None = Field(default=None, pattern="^[0-9a-f]{64}$")
    """原文的校验码。粘贴原文后运行 ./zhibu check，会告诉您写什么。"""
    entered_by: str | None = None
    """谁粘贴的：单位或岗位。"""
    entered: FullDate | None = None
    """哪天粘贴的。"""
    compared: bool = False
    """是否已有两个人对照官方文本逐字校对；校对以前不能制牌。"""
    verified: Verified
    """核实标记。"""
    note: str | None = None
    """说明，如「印制前与官方文本校对」。"""
    related: tuple[ProcedureId, ...] = ()
    """相关流程。"""
    reviewed: PartialDate
    """最近复核日期。"""

    @property
    def may_be_hung(self) -> bool:
        """Whether a board may be made of it: the text is there and was compared with the official one."""
        return bool(self.lines) and self.compared


def fingerprint(lines: Sequence[str]) -> str:
    """The checksum of a text: SHA-256 of its paragraphs without any blanks, in Unicode's composed form."""
    paragraphs = ("".join(line.split()) for line in lines)
    return hashlib.sha256(unicodedata.normalize("NFC", "\n".join(paragraphs)).encode()).hexdigest()
