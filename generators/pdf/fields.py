"""The fillable fields of a document (ISO 32000-1, 12.7)."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from generators.pdf.compiled import Align, BoxKind
from generators.pdf.drawing import field_text
from generators.pdf.fonts import TICK_FONT, TYPING_FONT, tick_font, typing_font
from generators.pdf.names import Names
from generators.pdf.syntax import array, dictionary, number, numbers, rectangle, reference, text
from generators.pdf.textfit import LINE, fit

if TYPE_CHECKING:
    from generators.pdf.compiled import PdfField, Rect
    from generators.pdf.glyphs import Letters
    from generators.pdf.textfit import Fitted
    from generators.pdf.volume import Copy, Leaf
    from generators.pdf.writer import PdfFile

_INVISIBLE = frozenset({"Cc", "Cf", "Cs"})
"""Categories of characters that are not written: controls, formats, lone surrogates."""

_REQUIRED = 1 << 1
_MULTILINE = 1 << 12
_COMBO = 1 << 17
_NO_SPELL_CHECK = 1 << 22
_QUADDING = {Align.LEFT: None, Align.CENTER: b"1", Align.RIGHT: b"2"}
_SINGLE = 1000
"""Line distance of fields with one line, in thousandths of an em."""
_PRINTED = b"4"
"""Annotation flag: the field is printed (12.5.3)."""


class Fields:
    """Writes fields into a document, and in the end the form that holds them."""

    def __init__(self, file: PdfFile, letters: Letters, resources: int) -> None:
        self._file = file
        self._letters = letters
        self._resources = resources
        self._names = Names(file)
        self._ticks: dict[tuple[float, float], bytes] = {}
        self._typing: dict[str, int] = {TYPING_FONT: _SINGLE}
        self.problems: list[str] = []
        """Values that do not fit, one sentence each."""

    def add(self, copy: Copy, spec: PdfField, leaf: Leaf, page: int) -> int:
        """Write a field of a copy on its page and return its number."""
        known = clean(copy.values.get(spec.source, ""))
        obj = self._file.reserve()
        entries = {
            "Type": b"/Annot",
            "Subtype": b"/Widget",
            **self._names.place(f"{copy.prefix}.{spec.name}", obj),
            "TU": text(spec.tooltip),
            "Rect": rectangle(spec.rect.moved(leaf.shift)),
            "F": _PRINTED,
            "P": reference(page),
        }
        self._file.put(obj, dictionary(entries | self._kind(copy, spec, known)))
        return obj

    def finish(self) -> int | None:
        """Write the names that join the fields, their fonts and the form itself; nothing when there is no field."""
        if not self._names:
            return None
        fonts = {name: reference(typing_font(self._file, line)) for name, line in self._typing.items()}
        fonts[TICK_FONT] = reference(tick_font(self._file))
        return self._file.add(
            dictionary(
                {
                    "Fields": self._names.write(),
                    "DR": dictionary({"Font": dictionary(fonts)}),
                    "DA": _appearance_string(TYPING_FONT, 10.5),
                }
            )
        )

    def _kind(self, copy: Copy, spec: PdfField, known: str) -> dict[str, bytes | None]:
        """The entries that depend on the kind of field."""
        if spec.kind is BoxKind.CHECK:
            return self._check(spec, ticked=spec.choice in known.split("、") if spec.choice else bool(known))
        fitted = self._fitted(copy, spec, known)
        multiline = spec.multiline or (fitted is not None and len(fitted.lines) > 1)
        flags = _NO_SPELL_CHECK | (_REQUIRED if spec.required else 0)
        entries: dict[str, bytes | None] = {
            "Q": _QUADDING[spec.align],
            "V": text(known) if known else None,
            "AP": self._appearance(fitted, spec) if fitted else None,
            "DA": self._default_appearance(spec, fitted.size if fitted else spec.size, multiline=multiline),
        }
        if spec.kind is BoxKind.CHOICE:
            options = array(text(choice) for choice in ("", *spec.choices))
            return entries | {"FT": b"/Ch", "Ff": b"%d" % (flags | _COMBO), "Opt": options}
        longest = b"%d" % max(spec.max, len(known)) if spec.max else None
        return entries | {"FT": b"/Tx", "Ff": b"%d" % (flags | _MULTILINE * multiline), "MaxLen": longest}

    def _fitted(self, copy: Copy, spec: PdfField, known: str) -> Fitted | None:
        """A known value set for its box; what does not belong there is noted as a problem."""
        if not known:
            return None
        if spec.kind is BoxKind.CHOICE and known not in spec.choices:
            self._complain(copy, spec, f"预填的「{known}」不在选项里", "请在表样的 choices 里加上，或改支部档案")
        fitted = fit(known, spec)
        if fitted is None:
            self._complain(copy, spec, f"预填的「{known}」（{len(known)} 个字）放不下", "请改短，或在表样里把格子放大")
        return fitted

    def _default_appearance(self, spec: PdfField, size: float, *, multiline: bool) -> bytes:
        """What to type with: lines stand as far apart as those that are printed."""
        line = round((spec.leading / size if spec.leading else LINE) * 1000) if multiline else _SINGLE
        name = TYPING_FONT if line == _SINGLE else f"{TYPING_FONT}{line}"
        self._typing[name] = line
        return _appearance_string(name, size)

    def _appearance(self, fitted: Fitted, spec: PdfField) -> bytes:
        """What a known value looks like."""
        ruled = bool(spec.leading) and fitted.leading == spec.leading
        content = field_text(fitted, spec.rect, spec.align, ruled=ruled, letters=self._letters)
        return b"<</N %s>>" % reference(self._file.stream(content, self._form_entries(spec.rect)))

    def _check(self, spec: PdfField, *, ticked: bool) -> dict[str, bytes | None]:
        state = b"/Yes" if ticked else b"/Off"
        return {
            "FT": b"/Btn",
            "Ff": b"%d" % _REQUIRED if spec.required else None,
            "V": state,
            "AS": state,
            "DA": b"(/%s 0 Tf 0 g)" % TICK_FONT.encode(),
            "MK": b"<</CA(4)>>",
            "AP": self._tick(spec.rect),
        }

    def _tick(self, rect: Rect) -> bytes:
        """Both appearances of a box: one pair for each size."""
        w, h = round(rect.width, 2), round(rect.height, 2)
        if (w, h) not in self._ticks:
            points = (w * 0.2, h * 0.5, w * 0.42, h * 0.24, w * 0.82, h * 0.82)
            stroke = b"q 0 G 1.1 w 1 J 1 j %s m %s l %s l S Q" % tuple(numbers(points[i : i + 2]) for i in (0, 2, 4))
            entries = self._form_entries(rect)
            on, off = self._file.stream(stroke, entries), self._file.stream(b"q Q", entries)
            self._ticks[w, h] = b"<</N<</Yes %s/Off %s>>>>" % (reference(on), reference(off))
        return self._ticks[w, h]

    def _form_entries(self, rect: Rect) -> dict[str, bytes]:
        return {
            "Type": b"/XObject",
            "Subtype": b"/Form",
            "BBox": b"[0 0 %s]" % numbers((rect.width, rect.height)),
            "Resources": reference(self._resources),
        }

    def _complain(self, copy: Copy, spec: PdfField, what: str, cure: str) -> None:
        self.problems.append(f"{copy.compiled.form}《{copy.name}》的「{spec.label}」{what}，{cure}")


def clean(value: str) -> str:
    """The value with one kind of line break and without control characters."""
    lines = "\n".join(value.replace("\t", " ").splitlines())
    return "".join(c for c in lines if c == "\n" or unicodedata.category(c) not in _INVISIBLE)


def _appearance_string(font: str, size: float) -> bytes:
    return b"(/%s %s Tf 0 g)" % (font.encode("ascii"), number(size))
