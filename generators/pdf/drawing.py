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
    from generators.pdf.textfit import Box, Fitted
    from generators.typeset.fonts import Face

OWN = b"1"
"""Suffix of the fonts with a document's own letters."""

_DESCENT = 0.12
"""How far Chinese letters reach below the baseline, in ems."""


def text_line(text: str, face: Face, size: float, start: tuple[float, float], letters: Letters) -> bytes:
    """Operators that show a line whose baseline begins at `start`."""
    letters.write(face, text)
    return _show(set_line(text, face), size, start, letters.suffix)


def slot_text(slot: SlotBox, text: str, rect: Rect, letters: Letters) -> bytes:
    """Operators that show a slot's text in `rect`, smaller when it is wider than the slot."""
    text = " ".join(text.split()) if "\n" in text else text
    letters.write(slot.face, text)
    line = set_line(text, slot.face)
    size = min(slot.size, rect.width / line.width) if line.width else slot.size
    x = rect.x0 + _indent(slot.align, rect.width - line.width * size)
    y = rect.y0 + (rect.height - size) / 2 + _DESCENT * size
    colour = number(slot.color[0]) + b" g" if len(set(slot.color)) == 1 else numbers(slot.color) + b" rg"
    return colour + b"\n" + _show(line, size, (x, y), letters.suffix)


def field_text(fitted: Fitted, box: Box) -> bytes:
    """The appearance of a filled text field, in a box whose lower left corner is (0, 0) (12.7.3.3)."""
    parts = [b"/Tx BMC\nq 0.5 0.5 %.2f %.2f re W n 0 g\n" % (box.width - 1, box.height - 1)]
    top = _first_baseline(fitted, box)
    for index, text in enumerate(fitted.lines):
        line = set_line(text, FACE)
        x = PADDING + _indent(box.align, box.width - 2 * PADDING - line.width * fitted.size)
        parts.append(_show(line, fitted.size, (x, top - index * fitted.leading), OWN))
    return b"".join(parts) + b"Q\nEMC"


def _first_baseline(fitted: Fitted, box: Box) -> float:
    """Ruled text sits on its lines from the top; other text stands in the middle of its box."""
    if box.leading and fitted.leading == box.leading:
        return box.height - fitted.leading + (fitted.leading - fitted.size) * SITTING + _DESCENT * fitted.size
    block = (len(fitted.lines) - 1) * fitted.leading + fitted.size
    return (box.height + block) / 2 - (1 - _DESCENT) * fitted.size


def _indent(align: Align, spare: float) -> float:
    return 0.0 if align is Align.LEFT else spare / 2 if align is Align.CENTER else spare


def _show(line: SetLine, size: float, start: tuple[float, float], suffix: bytes) -> bytes:
    shown = [b"/%s%s %s Tf <%s> Tj " % (run.name, suffix, number(size), run.codes) for run in line.runs]
    return b"BT %.2f %.2f Td %sET\n" % (*start, b"".join(shown))
