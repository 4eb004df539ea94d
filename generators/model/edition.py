"""The choices a user has of a book; free of imports, so that the command line starts at once."""

from __future__ import annotations

from enum import StrEnum


class BookEdition(StrEnum):
    """The two editions of a record book (版本)."""

    COMPACT = "精简版"
    """只印核心表，会议记录一次一页。"""
    COMPLETE = "完整版"
    """核心和可选表都印，会议记录一次两页。"""


class Format(StrEnum):
    """In which formats a book is made (文件格式)."""

    WORD = "word"
    PDF = "pdf"
    BOTH = "both"
