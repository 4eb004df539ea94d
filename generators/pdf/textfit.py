"""Fitting a known text into the box of its field: at its size, smaller, or on several lines."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from generators.pdf.glyphs import set_line, width
from generators.typeset.fonts import Face

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generators.pdf.compiled import Align, PdfField

PADDING = 2.0
"""Points that readers leave between a field's edge and its text."""

MIN_SIZE = 6.5
"""The smallest letters we print, in points; what does not fit at this size does not belong into the box."""

_STEP = 0.5
_COMFORT = 0.8
"""A single line may shrink to this part of its size before two lines look better."""
_SNUG = 0.93
"""In a box for several lines, a text that takes a single one at this part of its size is not broken."""
LINE = 1.25
"""Line distance in ems where no ruled lines say otherwise."""

_SLACK = 2.0
"""A field is this much lower than the ruled box around it, in points."""

FACE = Face.SONG
"""What values are printed in."""

_CLOSING = "，。、；：？！）》」』】〉〕”’％,.;:?!)]}%"
_OPENING = "（《「『【〈〔“‘([{"
_ATOM = re.compile(rf"[{re.escape(_OPENING)}]*(?:[\w.@/+-]+(?<=[!-~])|.)[{re.escape(_CLOSING)}]*", re.ASCII | re.DOTALL)
"""What stays together on a line: a Latin word or one character, with the brackets and points that belong to it."""


class Box(NamedTuple):
    """What decides how a text looks in its field: boxes that agree in it show the same text the same way."""

    width: float
    height: float
    size: float
    align: Align
    multiline: bool
    leading: float


@lru_cache(maxsize=8192)
def box_of(field: PdfField) -> Box:
    """The box of a field, to a hundredth of a point."""
    width, height = round(field.rect.width, 2), round(field.rect.height, 2)
    return Box(width, height, field.size, field.align, field.multiline, field.leading)


class Fitted(NamedTuple):
    """Text set for a box."""

    lines: tuple[str, ...]
    size: float
    leading: float
    """Distance of the lines in points."""


def fit(text: str, box: Box) -> Fitted | None:
    """The text set for its box, as near to the box's own size as it can be; nothing when it does not fit."""
    if box.leading:
        return _fit_ruled(text, box)
    if "\n" not in text and not box.multiline:
        single = _single_size(text, box)
        if single >= max(box.size * _COMFORT, MIN_SIZE):
            return Fitted((text,), single, single)
        return _fit_lines(text, box) or (Fitted((text,), single, single) if single >= MIN_SIZE else None)
    if "\n" not in text and box.size * _SNUG <= (single := _single_size(text, box)) < box.size:
        return Fitted((text,), single, single * LINE)
    return _fit_lines(text, box)


def wrap(text: str, ems: float) -> tuple[str, ...]:
    """The text in lines of at most `ems`: no closing mark begins a line, no opening mark ends one, words stay whole."""
    return tuple(line for paragraph in text.split("\n") for line in _wrap_paragraph(paragraph, ems))


def _sizes(box: Box) -> Iterable[float]:
    size = box.size
    while size >= MIN_SIZE:
        yield size
        size -= _STEP


def _room(box: Box) -> float:
    return box.width - 2 * PADDING


def _single_size(text: str, box: Box) -> float:
    """The size at which the text takes one line of the box, not above the box's own, to a tenth of a point."""
    ems = set_line(text, FACE).width
    largest = min(box.size, int(_room(box) / ems * 10) / 10) if ems else box.size
    return largest if largest * 1.1 <= box.height else 0


def _fit_lines(text: str, box: Box) -> Fitted | None:
    for size in _sizes(box):
        lines = wrap(text, _room(box) / size)
        if len(lines) * size * LINE <= box.height:
            return Fitted(lines, size, size * LINE)
    return None


def _fit_ruled(text: str, box: Box) -> Fitted | None:
    """On the ruled lines where there are enough of them, otherwise between them."""
    lines = wrap(text, _room(box) / box.size)
    if len(lines) * box.leading <= box.height + _SLACK:
        return Fitted(lines, box.size, box.leading)
    return _fit_lines(text, box)


def _wrap_paragraph(paragraph: str, ems: float) -> list[str]:
    lines = [""]
    used = 0.0
    for atom in _ATOM.findall(paragraph):
        for piece in _pieces(atom, ems):
            breadth = width(piece, FACE)
            if lines[-1] and used + breadth > ems:
                lines.append("")
                used = 0.0
            lines[-1] += piece
            used += breadth
    return lines


def _pieces(atom: str, ems: float) -> Iterable[str]:
    """The atom itself, or its single characters when it is wider than a line."""
    return [atom] if width(atom, FACE) <= ems else list(atom)
