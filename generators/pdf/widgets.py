"""What a field says of itself in a document, empty or with a known value (ISO 32000-1, 12.7.4)."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from generators.pdf.compiled import Align, BoxKind
from generators.pdf.drawing import field_text
from generators.pdf.fonts import TICK_FONT, TYPING_FONT
from generators.pdf.objects import stream_body
from generators.pdf.syntax import array, join_entries, number, numbers, rectangle, reference, text
from generators.pdf.textfit import LINE, Box, Fitted, box_of, fit

if TYPE_CHECKING:
    from generators.pdf.compiled import PdfField

TREE, RESOURCES, FONTS, TYPING, INFO = range(1, 6)
"""Numbers in every document of ours, so that objects may point at them ahead.

The page tree, the resources of pages and fields, the fonts among them, what fields are typed with, and what the
document says of itself.
"""

SINGLE = 1000
"""Line distance of fields with one line, in thousandths of an em."""

_REQUIRED = 1 << 1
_MULTILINE = 1 << 12
_COMBO = 1 << 17
_NO_SPELL_CHECK = 1 << 22
_QUADDING = {Align.LEFT: b"", Align.CENTER: b"/Q 1", Align.RIGHT: b"/Q 2"}
_PRINTED = b"4"
"""Annotation flag: the field is printed (12.5.3)."""


class Written(NamedTuple):
    """A known value in its field."""

    entries: bytes
    """What the field says of it, without its appearance."""
    appearance: bytes
    """The stream that shows the value."""
    line: int
    """Distance of lines that the field is typed with."""


@lru_cache(maxsize=16384)
def common(spec: PdfField, shift: tuple[float, float]) -> bytes:
    """The entries of a field that do not depend on its value."""
    return join_entries({"TU": text(spec.tooltip), "Rect": rectangle(spec.rect.moved(shift)), "F": _PRINTED})


@lru_cache(maxsize=16384)
def empty(spec: PdfField) -> bytes:
    """What a text field or drop-down list without a value says beside what is common."""
    line = typing_line(spec, spec.size, multiline=spec.multiline)
    return _typed(spec, "", (line, spec.size), multiline=spec.multiline)


@lru_cache(maxsize=4096)
def tick_box(spec: PdfField, *, ticked: bool) -> bytes:
    """What a box says beside what is common and its two appearances."""
    state = b"/Yes" if ticked else b"/Off"
    return join_entries(
        {
            "FT": b"/Btn",
            "Ff": b"%d" % _REQUIRED if spec.required else None,
            "V": state,
            "AS": state,
            "DA": b"(/%s 0 Tf 0 g)" % TICK_FONT.encode(),
            "MK": b"<</CA(4)>>",
        }
    )


@lru_cache(maxsize=8192)
def written(spec: PdfField, known: str) -> Written | None:
    """A field with a known value; nothing when there is no room for it."""
    fitted, appearance = _shown(box_of(spec), known)
    if fitted is None:
        return None
    multiline = spec.multiline or len(fitted.lines) > 1
    line = typing_line(spec, fitted.size, multiline=multiline)
    return Written(_typed(spec, known, (line, fitted.size), multiline=multiline), appearance, line)


@lru_cache(maxsize=8192)
def _shown(box: Box, known: str) -> tuple[Fitted | None, bytes]:
    """A value set for a box, and the stream that shows it; nothing when there is no room for it."""
    fitted = fit(known, box)
    if fitted is None:
        return None, b""
    content = field_text(fitted, box)
    entries = _appearance(box.width, box.height)
    return fitted, b"<<%s/Length %d>>stream\n%s\nendstream" % (entries, len(content), content)


@lru_cache(maxsize=1024)
def _appearance(width: float, height: float) -> bytes:
    return join_entries(appearance_entries(width, height))


def ticks(width: float, height: float) -> tuple[bytes, bytes]:
    """The streams that show a ticked box and an empty one."""
    w, h = round(width, 2), round(height, 2)
    points = (w * 0.2, h * 0.5, w * 0.42, h * 0.24, w * 0.82, h * 0.82)
    stroke = b"q 0 G 1.1 w 1 J 1 j %s m %s l %s l S Q" % tuple(numbers(points[i : i + 2]) for i in (0, 2, 4))
    return stream_body(stroke, appearance_entries(w, h)), stream_body(b"q Q", appearance_entries(w, h))


def appearance_entries(width: float, height: float) -> dict[str, bytes]:
    """What every appearance says beside its content."""
    return {
        "Type": b"/XObject",
        "Subtype": b"/Form",
        "BBox": b"[0 0 %s]" % numbers((width, height)),
        "Resources": reference(RESOURCES),
    }


def typing_line(spec: PdfField, size: float, *, multiline: bool) -> int:
    """How far apart typed lines stand, in thousandths of an em: as far as those that are printed."""
    return round((spec.leading / size if spec.leading else LINE) * 1000) if multiline else SINGLE


def empty_line(spec: PdfField) -> int | None:
    """The same for a field without a value; boxes are not typed into."""
    return None if spec.kind is BoxKind.CHECK else typing_line(spec, spec.size, multiline=spec.multiline)


def typing_alias(line: int) -> str:
    """Name of the font with this distance of lines."""
    return TYPING_FONT if line == SINGLE else f"{TYPING_FONT}{line}"


@lru_cache(maxsize=1024)
def default_appearance(line: int, size: float) -> bytes:
    """What a reader types with: the distance of lines, and the size of letters."""
    return b"(/%s %s Tf 0 g)" % (typing_alias(line).encode("ascii"), number(size))


def _typed(spec: PdfField, known: str, letters: tuple[int, float], *, multiline: bool) -> bytes:
    """The entries of what is typed or chosen; `letters` are the distance of lines and the size."""
    longest = b"/MaxLen %d" % max(spec.max, len(known)) if spec.max and spec.kind is BoxKind.TEXT else b""
    value = b"/V " + text(known) if known else b""
    nature = _nature(spec.kind, spec.choices, required=spec.required, multiline=multiline)
    return b"%s%s/DA %s%s%s" % (_QUADDING[spec.align], value, default_appearance(*letters), nature, longest)


@lru_cache(maxsize=1024)
def _nature(kind: BoxKind, choices: tuple[str, ...], *, required: bool, multiline: bool) -> bytes:
    """What makes it a text field or a drop-down list."""
    flags = _NO_SPELL_CHECK | (_REQUIRED if required else 0)
    if kind is BoxKind.CHOICE:
        options = array(text(choice) for choice in ("", *choices))
        return b"/FT/Ch/Ff %d/Opt%s" % (flags | _COMBO, options)
    return b"/FT/Tx/Ff %d" % (flags | _MULTILINE * multiline)
