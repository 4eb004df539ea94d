"""The paragraphs of a field: its label, and what is filled in."""

from __future__ import annotations

from dataclasses import replace
from math import floor
from typing import TYPE_CHECKING

from generators.model.form import FieldKind
from generators.typeset.breaks import halves, middle
from generators.word.controls import Control
from generators.word.measure import MM_PER_POINT, Room, ems, line_count, points
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

_AIRY = 1.3
"""From this line distance in ems on, lines stand one above another at their full size."""
_BOX_EMS = 1.1
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
    size = room.fitting_size(text + ("*" if required else ""))
    smaller = size_property(size) if size < room.size else ""
    star = run("*", f'<w:color w:val="{RED}"/>{smaller}') if required else ""
    lines = line_count(text, room.ems(size))
    return paragraph(style, run(_halved(text, room.ems(size)) if lines == 2 else text, smaller) + star)


def _halved(text: str, room: float) -> str:
    """A label on two lines: between its words where they find room so, or in the middle."""
    parts = halves(text)
    return "\n".join(parts if max(map(ems, parts)) <= room else middle(text))


def room_in(style: str, width: float, height: float) -> Room:
    """The room of a cell for paragraphs of `style`."""
    setting = STYLES[style]
    lines = max(1, floor(points(height) / setting.line))
    return Room(room_width(width), lines, setting.size, airy=setting.line >= setting.size * _AIRY)


def answer(boxes: Sequence[LocalField], style: str, width: float, height: float, unit: str = "") -> Pieces:
    """The paragraph a field is filled in on: a control with a unit behind it, or a tick box before each option.

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
        behind = f" {unit}" if unit else ""
        left = replace(room, width=room.width - ems(behind) * room.size * MM_PER_POINT)
        pieces += [control_of(boxes[0], left), run(behind)]
    return (*pieces, "</w:p>")


def control_of(box: LocalField, room: Room) -> Control:
    """The control of a field in its room."""
    spec = box.spec
    return Control(box.name, box.label, spec.kind, placeholder_for(spec, room), spec.choices, room)


def _ticks(boxes: Sequence[LocalField], room: Room) -> list[Piece]:
    """Boxes with their options: on one line, spaced as widely as it allows, or so many on each line as it holds."""
    texts = [box.choice or "" for box in boxes]
    spare = room.ems() - sum(ems(text) + _BOX_EMS for text in texts)
    gap = "　　" if spare >= 2 * len(texts) else "　" if spare >= len(texts) else " "
    each = len(texts) if spare >= 0 else max(1, floor(room.ems() / (max(map(ems, texts)) + _BOX_EMS)))
    pieces: list[Piece] = []
    for number, (box, text) in enumerate(zip(boxes, texts, strict=True), start=1):
        behind = "" if number == len(texts) else "\n" if number % each == 0 else gap if spare >= 0 else ""
        pieces += [control_of(box, room), run(text + behind)]
    return pieces
