"""The national calendar of days off (节假日): what turns days into working days."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Self

from pydantic import model_validator

from generators.model.base import Identified, Verified


class HolidayStatus(StrEnum):
    """Whether the State Council's yearly notice is known (状态)."""

    SETTLED = "已公布"
    PROVISIONAL = "暂定"


class HolidayYear(Identified):
    """The days off of one year that differ from the ordinary week (一年的放假安排). Its id is the year."""

    title: str
    """名称，如「2026年放假安排」。"""
    status: HolidayStatus
    """已公布；国务院办公厅还没有发通知的写暂定，页面会照此提醒。"""
    off: tuple[date, ...]
    """周一到周五里放假的日子。"""
    on: tuple[date, ...] = ()
    """周六、周日里上班的日子（调休）。"""
    verified: Verified
    """核实标记。"""
    note: str | None = None
    """说明。"""

    @model_validator(mode="after")
    def _only_exceptions_of_this_year(self) -> Self:
        for day in (*self.off, *self.on):
            if str(day.year) != self.id:
                raise ValueError(f"{day} 不在 {self.id} 年里")
        for day in self.off:
            if day.weekday() > 4:
                raise ValueError(f"off 里的 {day} 本来就是周末，不必写")
        for day in self.on:
            if day.weekday() < 5:
                raise ValueError(f"on 里的 {day} 本来就上班，不必写")
        return self
