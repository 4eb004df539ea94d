"""Fitting text to a board: the largest letter at which what is in `#fit` stays within `#room`."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import log
from typing import TYPE_CHECKING, Any

from generators.typeset.press import layout

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

STEP_MM = 0.25
"""Letter heights are whole steps."""
_MM_PER_PX = 25.4 / 96
_FULL = 1.0005
"""A share that is full: sizes in the HTML are rounded to hundredths of a millimetre."""
_ENDLESS = "@page { size: 20000mm 20000mm !important }"
"""What overflows is measured whole, not cut at the end of the sheet."""


@dataclass(frozen=True)
class Filling:
    """How much a setting takes of its room, all in mm."""

    width: float
    height: float
    room: tuple[float, float]
    """Width and height of the room."""
    strays: bool
    """Whether something comes too near to the edge of the sign."""

    @property
    def share(self) -> float:
        """How full the room is in its fuller direction; 1 is full."""
        return max(self.width / self.room[0], self.height_share)

    @property
    def fits(self) -> bool:
        """Whether the room holds it."""
        return self.share <= _FULL

    @property
    def height_share(self) -> float:
        """How full the room is from top to bottom."""
        return self.height / self.room[1]

    @property
    def slack(self) -> float:
        """Height left over; below 0 when the text overflows."""
        return self.room[1] - self.height


def largest_letter(low: float, high: float, fill: Callable[[float], Filling]) -> float | None:
    """The largest letter from `low` to `high` mm that fits, or None; each call of `fill` is one layout.

    The height grows about like a power of the letter: a guess between logarithms lands close, its neighbour
    usually proves it, and halving keeps lines that break by leaps from making it long.
    """
    search = _Search(low, int((high - low) / STEP_MM), fill)
    if search.fit_at(search.bursts):
        return search.letter(search.bursts)
    if not search.fit_at(0):
        return None
    while search.open:
        guess = search.guess()
        fits = search.narrow(guess)
        if search.open:
            search.narrow(guess + 1 if fits else guess - 1)
        if search.open:
            search.narrow((search.fits + search.bursts) // 2)
    return search.letter(search.fits)


@dataclass
class _Search:
    """Between a step that fits and one that bursts."""

    low: float
    bursts: int
    fill: Callable[[float], Filling]
    fits: int = 0
    heights: dict[int, float] = field(default_factory=dict)

    @property
    def open(self) -> bool:
        return self.bursts - self.fits > 1

    def letter(self, step: int) -> float:
        return self.low + step * STEP_MM

    def fit_at(self, step: int) -> bool:
        found = self.fill(self.letter(step))
        self.heights[step] = found.height_share
        return found.fits

    def narrow(self, step: int) -> bool:
        """Try a step between the two; whether it fits."""
        fits = self.fit_at(step)
        if fits:
            self.fits = step
        else:
            self.bursts = step
        return fits

    def guess(self) -> int:
        """Where a power law through the heights at both ends crosses 1; halfway where it is the width that bursts."""
        near, far = self.letter(self.fits), self.letter(self.bursts)
        below, above = max(self.heights[self.fits], 0.01), self.heights[self.bursts]
        if above <= 1 or below >= 1:
            return (self.fits + self.bursts) // 2
        letter = near * (far / near) ** (log(below) / log(below / above))
        return min(max(int((letter - self.low) / STEP_MM), self.fits + 1), self.bursts - 1)


def measure(html: str, safe_mm: float) -> Filling:
    """Lay `html` out and measure what is in `#fit` against `#room`, and all text against the safe edge.

    Where the room stands on a `#board`, it is as high as the rest of the board leaves it. A sign without a room to
    fill counts as full to the brim: it is set as it stands.
    """
    page = layout(html, stylesheets=(_ENDLESS,)).pages[0]._page_box  # noqa: SLF001 # WeasyPrint's boxes are the only way to measure
    sign = _box_of(page, "sign")
    strays = _strays(sign, safe_mm)
    room, fit = _box_of(page, "room"), _box_of(page, "fit")
    if room is None or fit is None:
        width, height = sign.width * _MM_PER_PX, sign.height * _MM_PER_PX
        return Filling(width, height, (width, height), strays)
    left = fit.position_x
    right = max((box.position_x + box.width for box in _inked_boxes(fit)), default=left)
    return Filling(
        width=(right - left) * _MM_PER_PX,
        height=fit.margin_height() * _MM_PER_PX,
        room=(room.width * _MM_PER_PX, (room.height + _left_over(_box_of(page, "board"))) * _MM_PER_PX),
        strays=strays,
    )


def _left_over(board: Any) -> float:
    """The height of a board below its last child, px; 0 without a board."""
    if board is None:
        return 0.0
    end: float = max(child.position_y + child.margin_height() for child in board.children)
    bottom: float = board.content_box_y() + board.height
    return bottom - end


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
