"""The paragraphs of a field: its label, and what is filled in."""

from __future__ import annotations

from math import floor
from typing import TYPE_CHECKING

from generators.model.form import FieldKind
from generators.word.controls import Control
from generators.word.measure import Room, points
from generators.word.ooxml import paragraph, paragraph_start, run, size_property
from generators.word.placeholders import placeholder_for
from generators.word.rows import room_width
from generators.word.styles import RED, STYLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generators.model.form import FieldSpec
    from generators.plan.shape import LocalField
    from generators.word.rows import Piece, Pieces

    Boxes = Mapping[str, Sequence[LocalField]]

_BOX_EMS = 1.2
"""Breadth of a tick box with the space behind it."""


def boxes_by_field(fields: Iterable[LocalField]) -> Boxes:
    """Name of a field, or of a table's cell → what is filled in there: one box, or one for each option."""
    found: dict[str, list[LocalField]] = {}
    for field in fields:
        name = field.name if field.choice is None else field.name.rpartition(".")[0]
        found.setdefault(name, []).append(field)
    return found


def label(spec: FieldSpec, style: str, width: float, height: float) -> Pieces:
    """The paragraph of a field's label, with `*` when the field is required."""
    return (label_paragraph(spec.label, style, width, height, required=spec.required),)


def label_paragraph(text: str, style: str, width: float, height: float, *, required: bool = False) -> str:
    """A label in a cell of this width and height, in smaller letters where it would not fit."""
    room = room_in(style, width, height)
    size = room.fitting_size(text + ("＊" if required else ""))
    smaller = size_property(size) if size < room.size else ""
    star = run("*", f'<w:color w:val="{RED}"/>{smaller}') if required else ""
    return paragraph(style, run(text, smaller) + star)


def room_in(style: str, width: float, height: float) -> Room:
    """The room of a cell for paragraphs of `style`."""
    return Room(room_width(width), max(1, floor(points(height) / STYLES[style].line)), STYLES[style].size)


def answer(boxes: Sequence[LocalField], style: str, width: float, height: float) -> Pieces:
    """The paragraph a field is filled in on: a control with its unit, or a tick box before each option.

    A signature has no boxes and leaves the cell empty.
    """
    if not boxes:
        return (paragraph(style),)
    spec = boxes[0].spec
    room = room_in(style, width, height)
    pieces: list[Piece] = [paragraph_start(style)]
    if spec.kind is FieldKind.CHOICES:
        pieces += _ticks(boxes, room)
    else:
        unit = _unit(spec)
        left = Room(room.width - _breadth(unit, room), room.lines, room.size)
        pieces += [control_of(boxes[0], left), run(unit)]
    return (*pieces, "</w:p>")


def control_of(box: LocalField, room: Room) -> Control:
    """The control of a field in its room."""
    spec = box.spec
    return Control(box.name, box.label, spec.kind, placeholder_for(spec, room), spec.choices, room)


def _unit(spec: FieldSpec) -> str:
    return f" {spec.unit}" if spec.unit else ""


def _breadth(text: str, room: Room) -> float:
    return room.width * min(0.5, len(text) / room.ems())


def _ticks(boxes: Sequence[LocalField], room: Room) -> list[Piece]:
    """Boxes with their options, spaced as widely as one line allows."""
    texts = [box.choice or "" for box in boxes]
    spare = room.ems() - sum(len(text) + _BOX_EMS for text in texts)
    gap = "　　" if spare >= 2 * len(texts) else "　" if spare >= len(texts) else " "
    pieces: list[Piece] = []
    for box, text in zip(boxes, texts, strict=True):
        pieces += [control_of(box, room), run(text if box is boxes[-1] else text + gap)]
    return pieces
