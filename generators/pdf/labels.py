"""Labels: how wide they run, and how they are broken for a narrow cell."""

from __future__ import annotations

from dataclasses import dataclass

from generators.typeset.breaks import halves, middle
from generators.typeset.fonts import Face, advance

LABEL_PT = 10.5
"""Letter size of labels where there is room."""
_MM_PER_PT = 25.4 / 72
_WORD = 3
"""Labels of so few characters are rather set smaller than broken."""


def text_mm(text: str, size: float = LABEL_PT, face: Face = Face.HEI) -> float:
    """Width of a text in millimetres at `size` points."""
    return advance(face, text) * size * _MM_PER_PT


@dataclass(frozen=True)
class Label:
    """A label broken for its cell."""

    lines: tuple[str, ...]
    size: float
    """Letter size in points."""


def label_for(text: str, room_mm: float, largest: float = LABEL_PT) -> Label:
    """The label on one line, on two lines, or in smaller letters; words are kept whole where there is room for it."""
    sizes = [size for size in (LABEL_PT, 9.5, 8.5, 7.5) if size <= largest]
    if len(text) <= _WORD:
        single = next((size for size in sizes[:-1] if text_mm(text, size) <= room_mm), None)
        if single:
            return Label((text,), single)
    for size in sizes:
        if text_mm(text, size) <= room_mm:
            return Label((text,), size)
        for broken in (halves(text), middle(text)):
            if max(text_mm(line, size) for line in broken) <= room_mm:
                return Label(broken, size)
    return Label((text,), 7.5)
