"""Tracks: side by side places for upright lines, so that no two that lead to different steps lie on each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Span:
    """The rows an upright line runs along, first and last included, on its way to a target row."""

    target: int
    first: int
    last: int

    def meets(self, other: Span) -> bool:
        """Whether both run along some row."""
        return self.first <= other.last and other.first <= self.last


def tracks(spans: Iterable[Span]) -> dict[int, tuple[int, Span]]:
    """Target → its track and its whole span; lines to one target share a track, short ones lie nearest (track 0)."""
    whole: dict[int, Span] = {}
    for span in spans:
        known = whole.get(span.target, span)
        whole[span.target] = Span(span.target, min(known.first, span.first), max(known.last, span.last))
    placed: list[tuple[int, Span]] = []
    for span in sorted(whole.values(), key=lambda s: (s.last - s.first, s.first)):
        taken = {track for track, other in placed if other.meets(span)}
        placed.append((next(k for k in range(len(placed) + 1) if k not in taken), span))
    return {span.target: (track, span) for track, span in placed}
