"""Fitting text to a board: the largest letter at which what is in `#fit` stays within `#room`."""

from __future__ import annotations

from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING, Any

from generators.typeset.press import layout

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

STEP_MM = 0.25
"""Letter heights are whole steps."""
_MM_PER_PX = 25.4 / 96


@dataclass(frozen=True)
class Filling:
    """How much of its room a setting takes."""

    width: float
    """Share of the room's width, 1 is full."""
    height: float
    """Share of the room's height, 1 is full."""
    room: tuple[float, float] | None
    """Width and height of the room, mm; None when the sign has none."""
    strays: bool
    """Whether something comes too near to the edge of the sign."""

    @property
    def slack_mm(self) -> float:
        """Height left over; below 0 when the text overflows."""
        return self.room[1] * (1 - self.height) if self.room else 0.0

    @property
    def share(self) -> float:
        """The fuller of the two."""
        return max(self.width, self.height)


def largest_letter(low: float, high: float, fill: Callable[[float], Filling]) -> float | None:
    """The largest letter from `low` to `high` mm that fits, or None; each call of `fill` is one layout.

    The share grows like a power of the letter height, so interpolating between logarithms finds it in few layouts.
    """
    steps = int((high - low) / STEP_MM)
    top = fill(low + steps * STEP_MM).share
    if top <= 1:
        return low + steps * STEP_MM
    bottom = fill(low).share
    if bottom > 1:
        return None
    fits, bursts, halve = 0, steps, False
    while bursts - fits > 1:
        guess = (fits + bursts) // 2 if halve else _interpolated(low, fits, bursts, bottom, top)
        halve = not halve
        share = fill(low + guess * STEP_MM).share
        if share <= 1:
            fits, bottom = guess, share
        else:
            bursts, top = guess, share
    return low + fits * STEP_MM


def _interpolated(low: float, fits: int, bursts: int, bottom: float, top: float) -> int:
    """The step where a power law through both ends crosses 1, strictly between them."""
    near, far = low + fits * STEP_MM, low + bursts * STEP_MM
    power = log(max(bottom, 0.01)) / log(max(bottom, 0.01) / top)
    letter = near * (far / near) ** power
    return min(max(int((letter - low) / STEP_MM), fits + 1), bursts - 1)


def measure(html: str, safe_mm: float) -> Filling:
    """Lay `html` out and measure what is in `#fit` against `#room`, and all text against the safe edge.

    A sign without a room to fill counts as full to the brim: it is set as it stands.
    """
    page = layout(html).pages[0]._page_box  # noqa: SLF001 # WeasyPrint's boxes are the only way to measure
    strays = _strays(_box_of(page, "sign"), safe_mm)
    room, fit = _box_of(page, "room"), _box_of(page, "fit")
    if room is None or fit is None:
        return Filling(1, 1, None, strays)
    left = fit.position_x
    right = max((box.position_x + box.width for box in _inked_boxes(fit)), default=left)
    return Filling(
        width=(right - left) / room.width,
        height=fit.margin_height() / room.height,
        room=(room.width * _MM_PER_PX, room.height * _MM_PER_PX),
        strays=strays,
    )


def _box_of(page: Any, name: str) -> Any:
    """The box of the element with this id. Its anonymous inner boxes carry the same element and come after it."""
    boxes = page.descendants(placeholders=True)
    return next((box for box in boxes if box.element is not None and box.element.get("id") == name), None)


def _inked_boxes(box: Any) -> Iterator[Any]:
    """The boxes that put ink on the sign: text and pictures."""
    for inner in box.descendants(placeholders=True):
        if hasattr(inner, "text") or hasattr(inner, "replacement"):
            yield inner


def _strays(sign: Any, safe_mm: float) -> bool:
    """Whether the middle line of any text, or a picture's edge, comes nearer to the trim than the safe edge allows."""
    edge = safe_mm / _MM_PER_PX - 0.5
    left, top = sign.position_x + edge, sign.position_y + edge
    right, bottom = sign.position_x + sign.width - edge, sign.position_y + sign.height - edge
    for box in _inked_boxes(sign):
        half = box.style["font_size"] / 2 if hasattr(box, "text") else box.height / 2
        middle = box.position_y + box.height / 2
        across = box.position_x < left or box.position_x + box.width > right
        if box.width and (across or middle - half < top or middle + half > bottom):
            return True
    return False
