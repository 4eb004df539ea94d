"""Problems a maintainer can mend, and the error that carries all of them at once."""

from __future__ import annotations

import difflib
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
