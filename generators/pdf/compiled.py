"""A compiled form: pages laid out once, and the places in them that a book fills in.

Everything is plain data (numbers, texts, bytes), so that a book can be assembled from it anywhere, a browser included.
Lengths are PDF points from the page's lower left corner; pages are numbered from 0.

Forms, fields and slots are keys of what assembling keeps, and so are told apart by identity: comparing what they hold
would take longer than assembling. Equal forms have equal JSON.
"""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Self, TypeVar

from generators.typeset.fonts import Face

if TYPE_CHECKING:
    from collections.abc import Mapping

MM = 72 / 25.4
"""Points in a millimetre."""


@dataclass(frozen=True)
class Rect:
    """A rectangle on a page."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        """Width in points."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """Height in points."""
        return self.y1 - self.y0

    def moved(self, shift: tuple[float, float]) -> Rect:
        """The rectangle moved by (right, up)."""
        right, up = shift
        return Rect(self.x0 + right, self.y0 + up, self.x1 + right, self.y1 + up)


class BoxKind(StrEnum):
    """What a reader shows for a field."""

    TEXT = "text"
    CHOICE = "choice"
    """A drop-down list."""
    CHECK = "check"


class Align(StrEnum):
    """Where text stands in its box; PDF calls it quadding (ISO 32000-1, 12.7.3.3)."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


@dataclass(frozen=True, eq=False)
class PdfField:
    """A field of a compiled form."""

    name: str
    """Local name, as plan.shape.local_fields has it."""
    label: str
    """What the field is called when something is wrong with its value."""
    page: int
    rect: Rect
    kind: BoxKind
    size: float
    """Letter size."""
    align: Align = Align.LEFT
    multiline: bool = False
    leading: float = 0
    """Distance of the ruled lines printed in the box; 0 where there are none."""
    max: int | None = None
    """The most characters the field takes."""
    tooltip: str = ""
    required: bool = False
    choices: tuple[str, ...] = ()
    """The options of a drop-down list."""
    choice: str | None = None
    """The option a box stands for, when it is one of several."""

    @property
    def source(self) -> str:
        """The local name its value is known under: boxes of one question share it."""
        return self.name.rpartition(".")[0] if self.choice else self.name


@dataclass(frozen=True, eq=False)
class SlotBox:
    """A place for text that changes from page to page or from book to book: branch, title, page number."""

    name: str
    page: int
    rect: Rect
    size: float
    face: Face
    align: Align
    color: tuple[float, float, float]
    """Red, green and blue, each from 0 to 1."""


@dataclass(frozen=True)
class Glyph:
    """A letter's outline in one face."""

    gid: int
    """Number of the glyph in the face's own file; compiled pages and stamped text share it."""
    width: int
    """Advance in thousandths of an em."""
    outline: bytes = field(repr=False)
    """Type 2 charstring without subroutines and hints (Adobe Technical Note 5177)."""
    text: str
    """What it reads as."""

    def __hash__(self) -> int:
        return self.gid


@dataclass(frozen=True)
class CompiledPage:
    """One page as it looks on an odd page: bound on the left, a landscape page on top."""

    width: float
    height: float
    content: bytes = field(repr=False)
    """Content stream, deflated; its fonts are named after their faces, and it uses no other resource."""
    shift: tuple[float, float]
    """How far right and up everything moves on an even page, where the binding is on the other side."""


@dataclass(frozen=True, eq=False)
class CompiledForm:
    """A form laid out once: its pages, fields, slots, and the letters its pages use."""

    form: str
    """Id of the form."""
    pages: tuple[CompiledPage, ...]
    fields: tuple[PdfField, ...]
    """In reading order."""
    slots: tuple[SlotBox, ...]
    glyphs: Mapping[Face, tuple[Glyph, ...]] = field(repr=False)

    def to_json(self) -> str:
        """The whole form as JSON text; bytes are base64."""
        return json.dumps(vars(self), ensure_ascii=False, separators=(",", ":"), sort_keys=True, default=_plain)

    @classmethod
    def from_json(cls, text: str) -> Self:
        """The form that `to_json` wrote."""
        form = json.loads(text)
        return cls(
            form=form["form"],
            pages=tuple(_page(page) for page in form["pages"]),
            fields=tuple(_field(spec) for spec in form["fields"]),
            slots=tuple(_slot(slot) for slot in form["slots"]),
            glyphs={Face(face): tuple(_glyph(g) for g in glyphs) for face, glyphs in form["glyphs"].items()},
        )


def _plain(value: object) -> object:
    """What JSON writes for bytes and for our own kinds of data."""
    return base64.b64encode(value).decode("ascii") if isinstance(value, bytes) else vars(value)


def _page(page: dict[str, Any]) -> CompiledPage:
    return CompiledPage(**page | {"content": base64.b64decode(page["content"]), "shift": tuple(page["shift"])})


def _field(spec: dict[str, Any]) -> PdfField:
    spec["rect"] = _restored(Rect, spec["rect"])
    spec["kind"] = _KINDS[spec["kind"]]
    spec["align"] = _ALIGNS[spec["align"]]
    spec["choices"] = tuple(spec["choices"])
    return _restored(PdfField, spec)


def _slot(slot: dict[str, Any]) -> SlotBox:
    changed = {"rect": Rect(**slot["rect"]), "face": Face(slot["face"]), "align": _ALIGNS[slot["align"]]}
    return SlotBox(**slot | changed | {"color": tuple(slot["color"])})


def _glyph(glyph: dict[str, Any]) -> Glyph:
    glyph["outline"] = base64.b64decode(glyph["outline"])
    return _restored(Glyph, glyph)


_T = TypeVar("_T")
_KINDS = {kind.value: kind for kind in BoxKind}
_ALIGNS = {align.value: align for align in Align}


def _restored(kind: type[_T], attributes: dict[str, Any]) -> _T:
    """An object with what `vars` gave: setting attributes of ten thousand frozen fields takes far longer."""
    if attributes.keys() != kind.__annotations__.keys():
        raise KeyError(f"not what a {kind.__name__} consists of: {sorted(attributes)}")
    made = object.__new__(kind)
    vars(made).update(attributes)
    return made
