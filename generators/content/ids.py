"""Ids: the names by which nouns are filed and cited."""

from __future__ import annotations

import re

ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]*")
"""Letters, digits and hyphens: ids become file names, addresses of pages and parts of field names."""

MAX_LENGTH = 48

_WINDOWS_DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}


def id_fault(name: str) -> str:
    """Why `name` is no id, as the end of a Chinese sentence; empty when it is one."""
    if "/" in name or "\\" in name:
        return "代号里不能有斜杠，只能用英文字母、数字和「-」"
    if not ID.fullmatch(name):
        return "代号只能用英文字母、数字和「-」，并以字母或数字开头"
    if len(name) > MAX_LENGTH:
        return f"代号最长 {MAX_LENGTH} 个字符"
    if name.lower() in _WINDOWS_DEVICES:
        return "这是 Windows 保留的设备名，不能作文件名"
    return ""
