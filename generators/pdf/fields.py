"""The fillable fields of a document (ISO 32000-1, 12.7): known values written over the empty fields of the stock."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from generators.pdf.compiled import BoxKind
from generators.pdf.fonts import TICK_FONT, tick_font, typing_font
from generators.pdf.stock import box_size
from generators.pdf.syntax import array, dictionary, reference, text
from generators.pdf.widgets import SINGLE, default_appearance, empty_line, tick_box, typing_alias, written

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generators.pdf.compiled import CompiledForm, PdfField
    from generators.pdf.glyphs import Letters
    from generators.pdf.stock import Ground, Sheaf
    from generators.pdf.volume import Copy
    from generators.pdf.writer import PdfFile

_INVISIBLE = frozenset({"Cc", "Cf", "Cs"})
"""Categories of characters that are not written: controls, formats, lone surrogates."""


class Fields:
    """Writes known values into a document, and in the end the form that holds all fields."""

    def __init__(self, file: PdfFile, letters: Letters) -> None:
        self._file = file
        self._letters = letters
        self._roots: dict[str, tuple[int, list[int]]] = {}
        self._lines = {SINGLE}
        self.problems: list[str] = []
        """Values that do not fit, one sentence each."""

    def root(self, form: str) -> int:
        """The number of the uppermost name of a form's fields: `R30`."""
        if form not in self._roots:
            self._roots[form] = (self._file.reserve(), [])
        return self._roots[form][0]

    def add(self, copy: Copy, ground: Ground, sheaf: Sheaf) -> None:
        """A copy's fields: those of the sheaf, the known ones written anew."""
        if not sheaf.top:
            return
        self._roots[copy.prefix.partition(".")[0]][1].append(sheaf.top)
        self._lines |= _lines(copy.compiled)
        places = _places(copy.compiled)
        for source, value in copy.values.items():
            known = clean(value)
            for index in places.get(source, ()) if known else ():
                self._write(copy, index, known, ground, sheaf)

    def finish(self) -> int | None:
        """Write the uppermost names, the fonts of the fields and the form itself; nothing when there is no field."""
        roots = {name: root for name, root in self._roots.items() if root[1]}
        if not roots:
            return None
        for name, (obj, kids) in roots.items():
            self._file.put(obj, dictionary({"T": text(name), "Kids": array(map(reference, kids))}))
        fonts = {typing_alias(line): reference(typing_font(self._file, line)) for line in sorted(self._lines)}
        fonts[TICK_FONT] = reference(tick_font(self._file))
        return self._file.add(
            dictionary(
                {
                    "Fields": array(reference(obj) for obj, _ in roots.values()),
                    "DR": dictionary({"Font": dictionary(fonts)}),
                    "DA": default_appearance(SINGLE, 10.5),
                }
            )
        )

    def _write(self, copy: Copy, index: int, known: str, ground: Ground, sheaf: Sheaf) -> None:
        spec, shift = copy.compiled.fields[index], sheaf.shifts[index]
        if spec.kind is BoxKind.CHECK:
            ticked = spec.choice in known.split("、") if spec.choice else True
            entries = tick_box(spec, shift, ground.ticks[box_size(spec)], ticked=ticked)
        else:
            if spec.kind is BoxKind.CHOICE and known not in spec.choices:
                self._complain(copy, spec, f"预填的「{known}」不在选项里", "请在表样的 choices 里加上，或改支部档案")
            made = written(spec, shift, known)
            if made is None:
                cure = "请改短，或在表样里把格子放大"
                self._complain(copy, spec, f"预填的「{known}」（{len(known)} 个字）放不下", cure)
                return
            self._letters.merge(made.letters)
            self._lines.add(made.line)
            entries = made.entries + b"/AP<</N %d 0 R>>" % self._file.add_stream(made.appearance)
        self._file.put(sheaf.first_field + index, b"<<%s%s>>" % (sheaf.joints[index], entries))

    def _complain(self, copy: Copy, spec: PdfField, what: str, cure: str) -> None:
        self.problems.append(f"{copy.compiled.form}《{copy.name}》的「{spec.label}」{what}，{cure}")


@lru_cache(maxsize=8192)
def clean(value: str) -> str:
    """The value with one kind of line break and without control characters."""
    lines = "\n".join(value.replace("\t", " ").splitlines())
    return "".join(c for c in lines if c == "\n" or unicodedata.category(c) not in _INVISIBLE)


@lru_cache(maxsize=1024)
def _places(compiled: CompiledForm) -> Mapping[str, tuple[int, ...]]:
    """Local name of a value → the fields that show it: one, or the boxes of a question."""
    places: dict[str, tuple[int, ...]] = {}
    for index, spec in enumerate(compiled.fields):
        places[spec.source] = (*places.get(spec.source, ()), index)
    return places


@lru_cache(maxsize=1024)
def _lines(compiled: CompiledForm) -> frozenset[int]:
    """The distances of lines that a form's empty fields are typed with."""
    return frozenset(line for line in map(empty_line, compiled.fields) if line is not None)
