"""Fitting text to a board: the largest letter at which what is in `#fit` stays within `#room`, in few layouts."""

from __future__ import annotations

from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from generators.signs.fit import Filling

STEP_MM = 0.25
"""Letter heights are whole steps."""
_HARDLY = 0.01
"""A share that says nothing: the room is as good as empty."""
_PATIENCE = 3
"""How many slow tries it takes until the middle is tried."""


class Tried(NamedTuple):
    """What a first layout tells the search."""

    letter: float
    filling: Filling
    proven: bool
    """Whether the letter fills the room so; else it is only about so."""


def largest_letter(
    low: float, high: float, fill: Callable[[float], Filling], tried: Tried | None = None
) -> float | None:
    """The largest letter from `low` to `high` mm that fits, or None; each call of `fill` is one layout.

    What is set takes more of the room about like a power of the letter: the power through the last two tries says where
    the room is full, and halving keeps lines that break by leaps from making it long.
    """
    search = _Search(low, steps(low, high) + 1, fill)
    if tried:
        search.begin(tried)
    while search.bursts - search.fits > 1:
        search.narrow()
    return search.letter(search.fits) if search.fits >= 0 else None


def steps(low: float, high: float) -> int:
    """How many steps there are above `low`."""
    return int((high - low) / STEP_MM)


@dataclass
class _Search:
    """Between the last step that fits and the first that bursts, which are at first one below and one above all."""

    low: float
    bursts: int
    fill: Callable[[float], Filling]
    known: tuple[int, float] = (0, _HARDLY)
    """The step tried last, and how full the room was."""
    fits: int = -1
    power: float = 1.8
    """By which the share grows with the letter: 1 where no line breaks, 2 where all do; at first, as it is usually."""
    slow: int = 0
    """Tries in a row that left more than half of the steps."""
    wide: bool = False
    """Whether a line has been too long, so that the width counts as well."""

    def letter(self, step: int) -> float:
        return self.low + step * STEP_MM

    def begin(self, tried: Tried) -> None:
        step = steps(self.low, tried.letter)
        self.known = step, self._share(tried.filling)
        if tried.proven:
            self._bound(step, tried.filling)

    def narrow(self) -> None:
        """Try one step between the two."""
        step, between = self._guess(), self.bursts - self.fits
        found = self.fill(self.letter(step))
        self._bound(step, found)
        self.slow = self.slow + 1 if 2 * (self.bursts - self.fits) > between else 0
        self._learn(step, found)

    def _bound(self, step: int, found: Filling) -> None:
        if found.fits:
            self.fits = step
        else:
            self.bursts = step

    def _guess(self) -> int:
        """Where the share is 1 if it grows on as it did; now and then the middle."""
        if self.slow >= _PATIENCE:
            self.slow = 0
            return (self.fits + self.bursts) // 2
        step, share = self.known
        full = self.letter(step) * share ** (-1 / self.power)
        return min(max(int((full - self.low) / STEP_MM), self.fits + 1), self.bursts - 1)

    def _learn(self, step: int, found: Filling) -> None:
        if not found.fits and found.height_share <= 1 and not self.wide:
            self.wide, self.power = True, 1.0
        else:
            before, share = self.known
            grown = log(self._share(found) / share)
            power = grown / log(self.letter(step) / self.letter(before)) if step != before else 0
            self.power = min(power, 3.0) if power > 0.3 else 1.0
        self.known = step, self._share(found)

    def _share(self, found: Filling) -> float:
        return max(found.share if self.wide else found.height_share, _HARDLY)
