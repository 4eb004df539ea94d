"""Problems a maintainer can mend, and the error that carries all of them at once."""

from __future__ import annotations

import difflib
import errno
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake in the content: where it is, what it is, how to mend it.

    `line` and `column` count from 1; 0 means the whole file or folder.
    """

    path: str
    line: int
    column: int
    what: str
    fix: str = ""

    def __str__(self) -> str:
        """`content/procedures/dues.yml:12:5: 不认识的键「dealine」，是不是「deadline」？`."""
        place = f"{self.path}:{self.line}:{self.column}" if self.line else self.path
        return f"{place}: {self.what}" + (f"，{self.fix}" if self.fix else "")


class ContentError(Exception):
    """All problems found in one run; nothing has been written."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))


class ZhibuError(Exception):
    """Something outside the content stops the work; the message is one Chinese sentence."""


def near(word: str, known: Iterable[str]) -> str:
    """`是不是「…」？` when a known name is close to `word`, else an empty text."""
    close = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"是不是「{close[0]}」？" if close else ""


def listed(names: Sequence[str], limit: int = 12) -> str:
    """The names joined for a sentence, cut after `limit`."""
    return "、".join(names[:limit]) + ("……" if len(names) > limit else "")


_REFUSALS = {
    errno.EACCES: "没有权限，或文件正被 Word、WPS、阅读器打开",
    errno.EPERM: "没有权限，或文件正被 Word、WPS、阅读器打开",
    errno.ENOENT: "这个位置不存在，也建不了",
    errno.ENOTDIR: "路径中有一段是文件，不是文件夹",
    errno.EISDIR: "同名的文件夹已经存在",
    errno.EEXIST: "同名的文件已经存在，不能建成文件夹",
    errno.ENOSPC: "磁盘满了",
    errno.EROFS: "磁盘是只读的",
    errno.ENAMETOOLONG: "文件名太长",
    errno.EADDRINUSE: "已被别的程序占用",
}


def refusal(error: OSError) -> str:
    """Why the system refused, in Chinese; its own words are English and depend on the machine."""
    return _REFUSALS.get(error.errno or 0, f"系统出错，编号 {error.errno}")
