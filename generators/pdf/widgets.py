"""What a field says of itself in a document, empty or with a known value (ISO 32000-1, 12.7.4)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from generators.pdf.compiled import Align, BoxKind
from generators.pdf.drawing import field_text
from generators.pdf.fonts import TICK_FONT, TYPING_FONT
from generators.pdf.glyphs import Letters
from generators.pdf.objects import stream_body
from generators.pdf.syntax import array, join_entries, number, numbers, rectangle, reference, text
from generators.pdf.textfit import LINE, Fitted, fit

if TYPE_CHECKING:
    from generators.pdf.compiled import PdfField

TREE, RESOURCES = 1, 2
"""Numbers of the page tree and of the resources in every document of ours, so that objects may point at them ahead."""

SINGLE = 1000
"""Line distance of fields with one line, in thousandths of an em."""

_REQUIRED = 1 << 1
_MULTILINE = 1 << 12
_COMBO = 1 << 17
_NO_SPELL_CHECK = 1 << 22
_QUADDING = {Align.LEFT: None, Align.CENTER: b"1", Align.RIGHT: b"2"}
_PRINTED = b"4"
"""Annotation flag: the field is printed (12.5.3)."""


@dataclass(frozen=True)
class Written:
    """A known value in its field."""

    entries: bytes
    """The field's entries without those that depend on the document."""
    appearance: bytes
    """The stream that shows the value."""
    letters: Letters
    """What the stream is written with."""
    line: int
    """Distance of lines that the field is typed with."""


def empty(spec: PdfField, shift: tuple[float, float]) -> bytes:
    """Entries of a text field or drop-down list without a value, without those that depend on the document."""
    return _common(spec, shift) + _typed(spec, "", None)


def tick_box(spec: PdfField, shift: tuple[float, float], tick: bytes, *, ticked: bool) -> bytes:
    """Entries of a box; `tick` are its two appearances."""
    state = b"/Yes" if ticked else b"/Off"
    return _common(spec, shift) + join_entries(
        {
            "FT": b"/Btn",
            "Ff": b"%d" % _REQUIRED if spec.required else None,
            "V": state,
            "AS": state,
            "DA": b"(/%s 0 Tf 0 g)" % TICK_FONT.encode(),
            "MK": b"<</CA(4)>>",
            "AP": tick,
        }
    )


@lru_cache(maxsize=8192)
def written(spec: PdfField, shift: tuple[float, float], known: str) -> Written | None:
    """A field with a known value; nothing when there is no room for it."""
    fitted = fit(known, spec)
    if fitted is None:
        return None
    letters = Letters()
    ruled = bool(spec.leading) and fitted.leading == spec.leading
    content = field_text(fitted, spec.rect, spec.align, ruled=ruled, letters=letters)
    shown = stream_body(content, appearance_entries(spec.rect.width, spec.rect.height), plain=True)
    line = typing_line(spec, fitted.size, multiline=_is_multiline(spec, fitted))
    return Written(_common(spec, shift) + _typed(spec, known, fitted), shown, letters, line)


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


def default_appearance(line: int, size: float) -> bytes:
    """What a reader types with."""
    return b"(/%s %s Tf 0 g)" % (typing_alias(line).encode("ascii"), number(size))


def _common(spec: PdfField, shift: tuple[float, float]) -> bytes:
    return join_entries({"TU": text(spec.tooltip), "Rect": rectangle(spec.rect.moved(shift)), "F": _PRINTED})


def _typed(spec: PdfField, known: str, fitted: Fitted | None) -> bytes:
    """The entries of what is typed or chosen."""
    multiline = _is_multiline(spec, fitted)
    size = fitted.size if fitted else spec.size
    flags = _NO_SPELL_CHECK | (_REQUIRED if spec.required else 0)
    shared = {
        "Q": _QUADDING[spec.align],
        "V": text(known) if known else None,
        "DA": default_appearance(typing_line(spec, size, multiline=multiline), size),
    }
    if spec.kind is BoxKind.CHOICE:
        options = array(text(choice) for choice in ("", *spec.choices))
        return join_entries(shared | {"FT": b"/Ch", "Ff": b"%d" % (flags | _COMBO), "Opt": options})
    longest = b"%d" % max(spec.max, len(known)) if spec.max else None
    return join_entries(shared | {"FT": b"/Tx", "Ff": b"%d" % (flags | _MULTILINE * multiline), "MaxLen": longest})


def _is_multiline(spec: PdfField, fitted: Fitted | None) -> bool:
    return spec.multiline or (fitted is not None and len(fitted.lines) > 1)
