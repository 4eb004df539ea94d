"""Fitting a known text into the box of its field: at its size, smaller, or on several lines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generators.pdf.glyphs import width
from generators.typeset.fonts import Face

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generators.pdf.compiled import PdfField

PADDING = 2.0
"""Points that readers leave between a field's edge and its text."""

MIN_SIZE = 6.5
"""The smallest letters we print, in points; what does not fit at this size does not belong into the box."""

_STEP = 0.5
_COMFORT = 0.8
"""A single line may shrink to this part of its size before two lines look better."""
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


@dataclass(frozen=True)
class Fitted:
    """Text set for a box."""

    lines: tuple[str, ...]
    size: float
    leading: float
    """Distance of the lines in points."""


def fit(text: str, field: PdfField) -> Fitted | None:
    """The text set for the field's box, as near to the field's own size as it can be; nothing when it does not fit."""
    if field.leading:
        return _fit_ruled(text, field)
    if "\n" not in text and not field.multiline:
        single = _single_size(text, field)
        if single >= max(field.size * _COMFORT, MIN_SIZE):
            return Fitted((text,), single, single)
        return _fit_lines(text, field) or (Fitted((text,), single, single) if single >= MIN_SIZE else None)
    return _fit_lines(text, field)


def wrap(text: str, ems: float) -> tuple[str, ...]:
    """The text in lines of at most `ems`: no closing mark begins a line, no opening mark ends one, words stay whole."""
    return tuple(line for paragraph in text.split("\n") for line in _wrap_paragraph(paragraph, ems))


def _sizes(field: PdfField) -> Iterable[float]:
    size = field.size
    while size >= MIN_SIZE:
        yield size
        size -= _STEP


def _room(field: PdfField) -> float:
    return field.rect.width - 2 * PADDING


def _single_size(text: str, field: PdfField) -> float:
    """The size at which the text takes one line of the box, not above the field's own, to a tenth of a point."""
    ems = width(text, FACE)
    largest = min(field.size, int(_room(field) / ems * 10) / 10) if ems else field.size
    return largest if largest * 1.1 <= field.rect.height else 0


def _fit_lines(text: str, field: PdfField) -> Fitted | None:
    for size in _sizes(field):
        lines = wrap(text, _room(field) / size)
        if len(lines) * size * LINE <= field.rect.height:
            return Fitted(lines, size, size * LINE)
    return None


def _fit_ruled(text: str, field: PdfField) -> Fitted | None:
    """On the ruled lines where there are enough of them, otherwise between them."""
    lines = wrap(text, _room(field) / field.size)
    if len(lines) * field.leading <= field.rect.height + _SLACK:
        return Fitted(lines, field.size, field.leading)
    return _fit_lines(text, field)


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
