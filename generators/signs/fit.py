"""Measuring a sign: how much of `#room` is taken by what is in `#fit`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from generators.typeset.press import layout

if TYPE_CHECKING:
    from collections.abc import Iterator

_MM_PER_PX = 25.4 / 96
_FULL = 1.0005
"""A share that is full: sizes in the HTML are rounded to hundredths of a millimetre."""
_ENDLESS = "@page { size: 20000mm 20000mm !important }"
"""What overflows is laid out whole."""
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


def measure(html: str, safe_mm: float) -> Filling:
    """Lay `html` out, its pictures as empty frames, and measure it."""
    return filling(laid_out(_PICTURE.sub(r"\1</svg>", html)), safe_mm)


def laid_out(html: str) -> Any:
    """The layout on a page without end: on its own sheet, what runs over the end would be lost without a word."""
    return layout(html, stylesheets=(_ENDLESS,))


def cut(document: Any, width_mm: float, height_mm: float) -> None:
    """Give the page its sheet's size, ready to be written."""
    document.pages[0].width, document.pages[0].height = width_mm / _MM_PER_PX, height_mm / _MM_PER_PX


def filling(document: Any, safe_mm: float) -> Filling:
    """Measure what is in `#fit` against `#room`, and all text against the safe edge.

    Where the room stands on a `#board`, it is as high as the rest of the board leaves it. A sign without a room to
    fill counts as full to the brim: it is set as it stands.
    """
    page = document.pages[0]._page_box  # noqa: SLF001 # WeasyPrint's boxes are the only way to measure
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
        room=(room.width * _MM_PER_PX, (room.height + _left_over(_box_of(page, "board"), sign)) * _MM_PER_PX),
        strays=strays,
    )


def _left_over(board: Any, sign: Any) -> float:
    """The height of a board below its last child, px; 0 without a board.

    A board that is held above the foot of the sign ends there, whatever WeasyPrint makes of a height that overflows.
    """
    if board is None:
        return 0.0
    end: float = max(child.position_y + child.margin_height() for child in board.children)
    bottom: float = board.content_box_y() + board.height
    if board.style["position"] == "absolute" and board.bottom != "auto":
        bottom = sign.padding_box_y() + sign.padding_height() - board.bottom
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
