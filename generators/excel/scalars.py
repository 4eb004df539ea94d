"""Texts as YAML scalars in the style of this project: plain where that is safe, in double quotes where not."""

from __future__ import annotations

import re

_PLAIN = re.compile(r"[\w+（《“「【·★√][^\n\"]*")
"""Begins with a letter, hanzi, digit or Chinese bracket, which YAML gives no meaning."""

_NOTHING = {"null", "Null", "NULL"}

_VALUE = re.compile(r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|.*?)(?=\s+\#|\s*$)""")


def scalar(text: str, *, flow: bool = False) -> str:
    """One text as the value of a key; `flow` when it stands inside `{…}`."""
    unsafe = ": " in text or " #" in text or text.endswith((":", " ")) or text in _NOTHING
    if flow:
        unsafe = unsafe or any(mark in text for mark in ",[]{}")
    if _PLAIN.fullmatch(text) and not unsafe:
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def remark_after(line: str, column: int) -> str:
    """The comment behind the value that begins at `column` (from 0) of a line, with the space before it."""
    match = _VALUE.match(line, column)
    rest = line[match.end() :] if match else ""
    return rest.rstrip() if rest.strip().startswith("#") else ""
