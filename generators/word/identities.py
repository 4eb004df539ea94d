"""Numbers of controls and bookmarks: unique in a document, and the same for the same copy in every document.

A copy that has the same numbers in every branch's book is compiled once for all of them.
"""

from __future__ import annotations

from bisect import bisect
from functools import lru_cache
from hashlib import sha256

_LIMIT = 2**31 - 1
"""Word keeps them in signed 32 bits."""


@lru_cache(maxsize=8192)
def _preferred(name: str, count: int) -> int:
    return 1 + int.from_bytes(sha256(name.encode()).digest()[:6], "big") % (_LIMIT - count)


class Identities:
    """The ranges of numbers given away in one document."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []

    def claim(self, name: str, count: int) -> int:
        """The first of `count` numbers for the copy or part of this name; the next free ones if others have them."""
        start = _preferred(name, count)
        while (end := self._end_of_overlapped(start, start + count)) is not None:
            start = end if end + count <= _LIMIT else 1
        at = bisect(self._starts, start)
        self._starts.insert(at, start)
        self._ends.insert(at, start + count)
        return start

    def _end_of_overlapped(self, start: int, end: int) -> int | None:
        """Where a range ends that has numbers from `start` to before `end`; nothing when all of them are free."""
        at = bisect(self._starts, start)
        if at and self._ends[at - 1] > start:
            return self._ends[at - 1]
        if at < len(self._starts) and self._starts[at] < end:
            return self._ends[at]
        return None
