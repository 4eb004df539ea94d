"""Fitting text to a board: the largest letter at which what is in `#fit` stays within `#room`."""

from __future__ import annotations

import re
from dataclasses import dataclass
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
_HARDLY = 0.01
"""A share that says nothing: the room is as good as empty."""
_PATIENCE = 3
"""How many slow tries it takes until the middle is tried."""
_ENDLESS = "@page { size: 20000mm 20000mm !important }"
"""What overflows is measured whole, not cut at the end of the sheet."""
_PICTURE = re.compile(r"(<svg\b[^>]*>).*?</svg>", re.DOTALL)
"""An SVG, whose size its first tag says."""


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


def largest_letter(low: float, high: float, fill: Callable[[float], Filling], *, first: float = 0) -> float | None:
    """The largest letter from `low` to `high` mm that fits, or None; each call of `fill` is one layout.

    `first` is about how full the room is at `low`, from a layout that was needed anyway. What is set takes more of the
    room about like a power of the letter: the power through the last two tries says where the room is full, and halving
    keeps lines that break by leaps from making it long.
    """
    search = _Search(low, int((high - low) / STEP_MM) + 1, fill, known=(0, max(first, _HARDLY)))
    while search.bursts - search.fits > 1:
        search.narrow()
    return search.letter(search.fits) if search.fits >= 0 else None


@dataclass
class _Search:
    """Between the last step that fits and the first that bursts, which are at first one below and one above all."""

    low: float
    bursts: int
    fill: Callable[[float], Filling]
    known: tuple[int, float]
    """The step tried last, and how full the room was."""
    fits: int = -1
    power: float = 1.6
    """By which the share grows with the letter: 1 where no line breaks, 2 where all do; at first, as it is usually."""
    slow: int = 0
    """Tries in a row that left more than half of the steps."""
    wide: bool = False
    """Whether a line has been too long, so that the width counts as well."""

    def letter(self, step: int) -> float:
        return self.low + step * STEP_MM

    def narrow(self) -> None:
        """Try one step between the two."""
        step, between = self._guess(), self.bursts - self.fits
        found = self.fill(self.letter(step))
        if found.fits:
            self.fits = step
        else:
            self.bursts = step
        self.slow = self.slow + 1 if 2 * (self.bursts - self.fits) > between else 0
        self._learn(step, found)

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


def measure(html: str, safe_mm: float) -> Filling:
    """Lay `html` out on a sheet without end, its pictures as empty frames, and measure it."""
    return filling(layout(_PICTURE.sub(r"\1</svg>", html), stylesheets=(_ENDLESS,)), safe_mm)


def filling(document: Any, safe_mm: float) -> Filling:
    """Measure what is in `#fit` against `#room`, and all text against the safe edge.

    Where the room stands on a `#board`, it is as high as the rest of the board leaves it. A sign without a room to
    fill counts as full to the brim: it is set as it stands. What runs on to a second page strays.
    """
    page = document.pages[0]._page_box  # noqa: SLF001 # WeasyPrint's boxes are the only way to measure
    sign = _box_of(page, "sign")
    strays = len(document.pages) > 1 or _strays(sign, safe_mm)
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
