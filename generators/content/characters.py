"""Bytes → text: the encoding of a file and the characters that have no business in it."""

from __future__ import annotations

import codecs
import re

from generators.problems import Problem

MAX_BYTES = 4_000_000
"""The largest content file; a whole procedure is some 20,000 bytes, a roster of 5,000 members some 1,700,000."""

_LINE = re.compile(r"\r\n|\n|\r")

_FORBIDDEN = re.compile(
    "["
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters; tab and line ends are YAML's own affair
    "\u00ad\u200b\u200e\u200f\u2028\u2029\u2060-\u2064\ufeff"  # invisible, and search and fitting trip over them
    "\u202a-\u202e\u2066-\u2069"  # turn the direction of writing: text could read otherwise than it is
    "\ud800-\udfff\ufffe\uffff"  # no characters at all
    "\ue000-\uf8ff\U000f0000-\U0010ffff"  # private use: no font has them (Word's bullets, old GBK hanzi)
    "]"
)


def decode(raw: bytes, path: str) -> str | Problem:
    """The text of a file, or why it cannot be read as UTF-8 without a byte-order mark."""
    if raw.startswith(codecs.BOM_UTF8):
        return Problem(path, 1, 1, "文件开头有 BOM（字节顺序标记）", "请在编辑器里另存为「UTF-8」，不要选「带 BOM」")
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return Problem(path, 1, 1, "文件是 UTF-16（记事本里叫「Unicode」）编码", "请另存为「UTF-8」编码")
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        line, column = place_at(raw[: error.start].decode(), error.start)
        guess = "，像是 GBK（记事本里叫「ANSI」）" if _is_gbk(raw) else ""
        return Problem(path, line, column, f"文件不是 UTF-8 编码{guess}", "请在编辑器里另存为「UTF-8」编码")


def place_at(text: str, offset: int) -> tuple[int, int]:
    """Line and column (from 1) of a character of `text`."""
    before = _LINE.split(text[:offset])
    return len(before), len(before[-1]) + 1


def forbidden(text: str) -> list[tuple[int, str]]:
    """Offset and Chinese name of each character that must not stand in content."""
    return [(match.start(), _named(match[0])) for match in _FORBIDDEN.finditer(text)]


def _is_gbk(raw: bytes) -> bool:
    try:
        raw.decode("gb18030")
    except UnicodeDecodeError:
        return False
    return True


def _named(character: str) -> str:
    code = ord(character)
    if 0xE000 <= code <= 0xF8FF or code >= 0xF0000:
        return f"私用区字符 U+{code:04X}（多是从 Word 复制来的项目符号或造字）"
    if code < 0xA0:
        return f"控制字符 U+{code:04X}"
    return f"看不见的字符 U+{code:04X}"
