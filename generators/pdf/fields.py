"""Known values in the fillable fields of a document (ISO 32000-1, 12.7), written over the empty ones of the stock."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from generators.pdf.compiled import BoxKind
from generators.pdf.stock import box_size, joined
from generators.pdf.textfit import FACE
from generators.pdf.widgets import common, empty_line, tick_box, written

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generators.pdf.compiled import CompiledForm, PdfField
    from generators.pdf.glyphs import Letters
    from generators.pdf.stock import Ground, Sheaf
    from generators.pdf.volume import Copy
    from generators.pdf.writer import PdfFile

_INVISIBLE = frozenset({"Cc", "Cf", "Cs"})
"""Categories of characters that are not written: controls, formats, lone surrogates."""


class Hole(NamedTuple):
    """A field of a copy that a known value is written into."""

    source: str
    """The local name the value is known under."""
    spec: PdfField
    obj: int
    beginning: bytes
    """The field as far as it does not depend on the value."""
    ticks: bytes
    """Both appearances of a box."""


class Fields:
    """Writes known values into a document."""

    def __init__(self, file: PdfFile, letters: Letters) -> None:
        self._file = file
        self._letters = letters
        self.lines: set[int] = set()
        """The distances of lines that fields with values are typed with."""
        self.problems: list[str] = []
        """Values that do not fit, one sentence each."""

    def add(self, copy: Copy, values: Mapping[str, str], ground: Ground, sheaf: Sheaf) -> None:
        """Write a copy's fields whose values are known."""
        for hole in _holes(copy.compiled, ground, sheaf, tuple(values)):
            known = clean(values[hole.source])
            if not known:
                continue
            if hole.spec.kind is BoxKind.CHECK:
                self._tick(hole, known)
            else:
                self._write(hole, known, copy)

    def _tick(self, hole: Hole, known: str) -> None:
        spec = hole.spec
        ticked = spec.choice in known.split("、") if spec.choice else True
        self._file.put(hole.obj, b"%s%s%s>>" % (hole.beginning, tick_box(spec, ticked=ticked), hole.ticks))

    def _write(self, hole: Hole, known: str, copy: Copy) -> None:
        spec = hole.spec
        if spec.kind is BoxKind.CHOICE and known not in spec.choices:
            self._complain(copy, spec, f"预填的「{known}」不在选项里", "请在表样的 choices 里加上，或改支部档案")
        made = written(spec, known)
        if made is None:
            cure = "请改短，或在表样里把格子放大"
            self._complain(copy, spec, f"预填的「{known}」（{len(known)} 个字）放不下", cure)
            return
        self._letters.write(FACE, known)
        self.lines.add(made.line)
        shown = self._file.add_once(made.appearance)
        self._file.put(hole.obj, b"%s%s/AP<</N %d 0 R>>>>" % (hole.beginning, made.entries, shown))

    def _complain(self, copy: Copy, spec: PdfField, what: str, cure: str) -> None:
        self.problems.append(f"{copy.compiled.form}《{copy.name}》的「{spec.label}」{what}，{cure}")


@lru_cache(maxsize=1024)
def typed_lines(compiled: CompiledForm) -> frozenset[int]:
    """The distances of lines that a form's empty fields are typed with."""
    return frozenset(line for line in map(empty_line, compiled.fields) if line is not None)


@lru_cache(maxsize=8192)
def clean(value: str) -> str:
    """The value with one kind of line break and without control characters."""
    lines = "\n".join(value.replace("\t", " ").splitlines())
    return "".join([c for c in lines if c == "\n" or unicodedata.category(c) not in _INVISIBLE])


@lru_cache(maxsize=1024)
def _places(compiled: CompiledForm) -> Mapping[str, tuple[int, ...]]:
    """Local name of a value → the fields that show it: one, or the boxes of a question."""
    places: dict[str, tuple[int, ...]] = {}
    for index, spec in enumerate(compiled.fields):
        places[spec.source] = (*places.get(spec.source, ()), index)
    return places


@lru_cache(maxsize=1024)
def _holes(compiled: CompiledForm, ground: Ground, sheaf: Sheaf, sources: tuple[str, ...]) -> tuple[Hole, ...]:
    """The fields of a copy that show the values with these names."""
    places = _places(compiled)
    holes = []
    for source in sources:
        for index in places.get(source, ()):
            spec = compiled.fields[index]
            place = sheaf.on_page[spec.page]
            joint = joined(compiled, index, sheaf.top, sheaf.pages[place])
            beginning = b"<<%s%s" % (joint, common(spec, sheaf.moved[place]))
            ticks = ground.ticks[box_size(spec)] if spec.kind is BoxKind.CHECK else b""
            holes.append(Hole(source, spec, sheaf.first_field + index, beginning, ticks))
    return tuple(holes)
