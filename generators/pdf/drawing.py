"""Drawing text: content stream operators for lines of our own letters (ISO 32000-1, 9.4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generators.pdf.compiled import Align
from generators.pdf.fonts import SITTING
from generators.pdf.glyphs import set_line
from generators.pdf.syntax import number, numbers
from generators.pdf.textfit import FACE, PADDING

if TYPE_CHECKING:
    from generators.pdf.compiled import Rect, SlotBox
    from generators.pdf.glyphs import Letters, SetLine
    from generators.pdf.textfit import Fitted
    from generators.typeset.fonts import Face

_DESCENT = 0.12
"""How far Chinese letters reach below the baseline, in ems."""


def stamp_alias(face: Face) -> bytes:
    """Name of the font with the letters of stamped text; the letters of the forms have one of their own.

    The forms' font is the same in many books and made once; this one is small.
    """
    return face.name.encode("ascii") + b"1"


def text_line(text: str, face: Face, size: float, start: tuple[float, float], letters: Letters) -> bytes:
    """Operators that show a line whose baseline begins at `start`."""
    return _show(set_line(text, face), size, start, letters)


def slot_text(slot: SlotBox, text: str, rect: Rect, letters: Letters) -> bytes:
    """Operators that show a slot's text in `rect`, smaller when it is wider than the slot."""
    line = set_line(" ".join(text.split()) if "\n" in text else text, slot.face)
    size = min(slot.size, rect.width / line.width) if line.width else slot.size
    x = rect.x0 + _indent(slot.align, rect.width - line.width * size)
    y = rect.y0 + (rect.height - size) / 2 + _DESCENT * size
    colour = number(slot.color[0]) + b" g" if len(set(slot.color)) == 1 else numbers(slot.color) + b" rg"
    return colour + b"\n" + _show(line, size, (x, y), letters)


def field_text(fitted: Fitted, rect: Rect, align: Align, *, ruled: bool, letters: Letters) -> bytes:
    """The appearance of a filled text field, in a box whose lower left corner is (0, 0) (12.7.3.3)."""
    parts = [b"/Tx BMC\nq 0.5 0.5 %s re W n 0 g\n" % numbers((rect.width - 1, rect.height - 1))]
    top = _first_baseline(fitted, rect, ruled=ruled)
    for index, line in enumerate(fitted.lines):
        letters_line = set_line(line, FACE)
        spare = rect.width - 2 * PADDING - letters_line.width * fitted.size
        x = PADDING + _indent(align, spare)
        parts.append(_show(letters_line, fitted.size, (x, top - index * fitted.leading), letters))
    return b"".join(parts) + b"Q\nEMC"


def _first_baseline(fitted: Fitted, rect: Rect, *, ruled: bool) -> float:
    """Ruled text sits on its lines from the top; other text stands in the middle of its box."""
    if ruled:
        return rect.height - fitted.leading + (fitted.leading - fitted.size) * SITTING + _DESCENT * fitted.size
    block = (len(fitted.lines) - 1) * fitted.leading + fitted.size
    return (rect.height + block) / 2 - (1 - _DESCENT) * fitted.size


def _indent(align: Align, spare: float) -> float:
    return {Align.LEFT: 0.0, Align.CENTER: spare / 2, Align.RIGHT: spare}[align]


def _show(line: SetLine, size: float, start: tuple[float, float], letters: Letters) -> bytes:
    parts = [b"BT %s Td" % numbers(start)]
    for run in line.runs:
        letters.add(run.face, run.glyphs)
        codes = b"".join(b"%04X" % glyph.gid for glyph in run.glyphs)
        parts.append(b"/%s %s Tf <%s> Tj" % (stamp_alias(run.face), number(size), codes))
    return b" ".join(parts) + b" ET\n"
