"""The fillable fields of a document (ISO 32000-1, 12.7)."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generators.pdf.compiled import Align, BoxKind
from generators.pdf.drawing import field_text
from generators.pdf.fonts import TICK_FONT, TYPING_FONT, tick_font, typing_font
from generators.pdf.syntax import array, dictionary, number, numbers, rectangle, reference, text
from generators.pdf.textfit import LINE, fit

if TYPE_CHECKING:
    from generators.pdf.compiled import PdfField, Rect
    from generators.pdf.glyphs import Letters
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


@dataclass
class _Node:
    """A part of the field names: `R30`, below it `01`, below it `date`."""

    obj: int
    kids: dict[str, _Node] = field(default_factory=dict)


class Fields:
    """Writes fields into a document, and in the end the form that holds them."""

    def __init__(self, file: PdfFile, letters: Letters, resources: int) -> None:
        self._file = file
        self._letters = letters
        self._resources = resources
        self._roots: dict[str, _Node] = {}
        self._ticks: dict[tuple[float, float], bytes] = {}
        self._typing: dict[str, int] = {TYPING_FONT: _SINGLE}
        self.problems: list[str] = []
        """Values that do not fit, one sentence each."""

    def add(self, copy: Copy, spec: PdfField, leaf: Leaf, page: int) -> int:
        """Write a field of a copy on its page and return its number."""
        *path, last = f"{copy.prefix}.{spec.name}".split(".")
        parent = self._node(path)
        known = clean(copy.values.get(spec.source, ""))
        obj = self._file.reserve()
        parent.kids[last] = _Node(obj)
        entries = {
            "Type": b"/Annot",
            "Subtype": b"/Widget",
            "T": text(last),
            "Parent": reference(parent.obj),
            "TU": text(spec.tooltip),
            "Rect": rectangle(spec.rect.moved(leaf.shift)),
            "F": _PRINTED,
            "P": reference(page),
        }
        self._file.put(obj, dictionary(entries | self._kind(copy, spec, known)))
        return obj

    def finish(self) -> int | None:
        """Write the names that join the fields, their fonts and the form itself; nothing when there is no field."""
        if not self._roots:
            return None
        for name, node in self._roots.items():
            self._join(name, node, None)
        fonts = {name: reference(typing_font(self._file, line)) for name, line in self._typing.items()}
        fonts[TICK_FONT] = reference(tick_font(self._file))
        return self._file.add(
            dictionary(
                {
                    "Fields": array(reference(node.obj) for node in self._roots.values()),
                    "DR": dictionary({"Font": dictionary(fonts)}),
                    "DA": _default_appearance(TYPING_FONT, 10.5),
                }
            )
        )

    def _node(self, path: list[str]) -> _Node:
        level = self._roots
        for name in path:
            node = level.setdefault(name, _Node(0))
            node.obj = node.obj or self._file.reserve()
            level = node.kids
        return node

    def _join(self, name: str, node: _Node, parent: _Node | None) -> None:
        if not node.kids:
            return
        entries = {
            "T": text(name),
            "Parent": reference(parent.obj) if parent else None,
            "Kids": array(reference(kid.obj) for kid in node.kids.values()),
        }
        self._file.put(node.obj, dictionary(entries))
        for kid_name, kid in node.kids.items():
            self._join(kid_name, kid, node)

    def _kind(self, copy: Copy, spec: PdfField, known: str) -> dict[str, bytes | None]:
        """The entries that depend on the kind of field."""
        if spec.kind is BoxKind.CHECK:
            return self._check(spec, ticked=spec.choice in known.split("、") if spec.choice else bool(known))
        flags = _NO_SPELL_CHECK | (_REQUIRED if spec.required else 0)
        entries: dict[str, bytes | None] = {
            "Q": _QUADDING[spec.align],
            "V": text(known) if known else None,
        }
        entries["AP"], lines = self._appearance(copy, spec, known) if known else (None, 1)
        multiline = spec.multiline or lines > 1
        entries["DA"] = _default_appearance(self._typing_font(spec, multiline=multiline), spec.size)
        if spec.kind is BoxKind.CHOICE:
            if known and known not in spec.choices:
                self._complain(copy, spec, f"预填的「{known}」不在选项里", "请在表样的 choices 里加上，或改支部档案")
            options = array(text(choice) for choice in spec.choices)
            return entries | {"FT": b"/Ch", "Ff": b"%d" % (flags | _COMBO), "Opt": options}
        longest = b"%d" % max(spec.max, len(known)) if spec.max else None
        flags |= _MULTILINE if multiline else 0
        return entries | {"FT": b"/Tx", "Ff": b"%d" % flags, "MaxLen": longest}

    def _typing_font(self, spec: PdfField, *, multiline: bool) -> str:
        """Name of the font to type with: its lines as far apart as those that are printed."""
        line = round((spec.leading / spec.size if spec.leading else LINE) * 1000) if multiline else _SINGLE
        name = TYPING_FONT if line == _SINGLE else f"{TYPING_FONT}{line}"
        self._typing[name] = line
        return name

    def _appearance(self, copy: Copy, spec: PdfField, known: str) -> tuple[bytes | None, int]:
        """What a known value looks like, and on how many lines; nothing when it does not fit."""
        fitted = fit(known, spec)
        if fitted is None:
            self._complain(copy, spec, f"预填的「{known}」（{len(known)} 个字）放不下", "请改短，或在表样里把格子放大")
            return None, 1
        ruled = bool(spec.leading) and fitted.leading == spec.leading
        content = field_text(fitted, spec.rect, spec.align, ruled=ruled, letters=self._letters)
        stream = self._file.stream(content, self._form_entries(spec.rect))
        return b"<</N %s>>" % reference(stream), len(fitted.lines)

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


def _default_appearance(font: str, size: float) -> bytes:
    return b"(/%s %s Tf 0 g)" % (font.encode("ascii"), number(size))
