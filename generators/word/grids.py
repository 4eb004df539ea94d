"""Label–field grids, long boxes, signatures and the headings between them, as rows of the form's frame."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generators.model.form import FieldKind
from generators.word.fields import answer, control_of, label, label_paragraph
from generators.word.measure import MM_PER_POINT, Room
from generators.word.ooxml import paragraph, paragraph_start, run
from generators.word.paper import LINE_MM
from generators.word.rows import Cell, Row, room_width
from generators.word.styles import RED, STYLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generators.model.form import FieldSpec, LongBox
    from generators.word.fields import Boxes

COLUMNS = 12
"""A grid's width in the units of `span`."""
LABEL_MM = 22.0
BAND_MM = 7.0
SIGNATURE_MM = 11.0


def band_row(text: str, width: float) -> Row:
    """A heading over the full width."""
    return Row((Cell(0, width, (paragraph("Band", run(text)),), shaded=True),), BAND_MM)


@dataclass(frozen=True)
class Inset:
    """How a grid stands that is part of something else, as a card of a table. Lengths in millimetres."""

    lead: float = 0.0
    """What is left to others at its left."""
    label: float = LABEL_MM
    """Width of its labels."""
    prefix: str = ""
    """The beginning of its fields' names."""


def grid_rows(specs: Sequence[FieldSpec], boxes: Boxes, width: float, inset: Inset | None = None) -> Iterator[Row]:
    """The fields row by row, each row as full as the spans allow; the last field of a short row takes the rest."""
    inset = inset or Inset()
    line: list[FieldSpec] = []
    for spec in specs:
        if sum(s.span for s in line) + spec.span > COLUMNS:
            yield _grid_row(line, boxes, width, inset)
            line = []
        line.append(spec)
    if line:
        yield _grid_row(line, boxes, width, inset)


def _grid_row(line: Sequence[FieldSpec], boxes: Boxes, width: float, inset: Inset) -> Row:
    height = LINE_MM * max(spec.lines for spec in line)
    inner = width - inset.lead
    cells: list[Cell] = []
    used = 0
    for spec in line:
        start = inset.lead + inner * used / COLUMNS
        used = COLUMNS if spec is line[-1] else used + spec.span
        room = inset.lead + inner * used / COLUMNS - start - inset.label
        cells += [
            Cell(start, inset.label, label(spec, "Label", inset.label, height), shaded=True),
            Cell(
                start + inset.label,
                room,
                answer(boxes.get(inset.prefix + spec.field, ()), _style_of(spec), room, height, spec.unit or ""),
            ),
        ]
    return Row(tuple(cells), height, splits=any(spec.kind is FieldKind.LONG for spec in line))


def _style_of(spec: FieldSpec) -> str:
    if spec.kind is FieldKind.LONG:
        return "Lines"
    return "Number" if spec.kind is FieldKind.NUMBER or spec.unit else "Cell"


def long_row(box: LongBox, boxes: Boxes, width: float) -> Row:
    """A box with its label on top and its lines below."""
    style = STYLES["Long"]
    lines = box.lines * LINE_MM
    room = Room(room_width(width), int(lines / (style.line * MM_PER_POINT)), style.size)
    star = run("*", f'<w:color w:val="{RED}"/>') if box.required else ""
    pieces = (
        paragraph("LongLabel", run(box.label) + star),
        paragraph_start("Long"),
        control_of(boxes[box.field][0], room),
        "</w:p>",
    )
    height = STYLES["LongLabel"].height() + lines
    return Row((Cell(0, width, pieces, valign="top"),), height, weight=box.lines if box.fill else 0, splits=True)


def signature_row(signers: Sequence[str], width: float) -> Row:
    """Who signs, each with blank paper and a place for the date."""
    cells = []
    each = width / len(signers)
    for number, signer in enumerate(signers):
        start, room = each * number, each - LABEL_MM
        caption = label_paragraph(f"{signer}签名", "Label", LABEL_MM, SIGNATURE_MM)
        date = paragraph("SignedOn", run("　　年　　月　　日"))
        cells += [
            Cell(start, LABEL_MM, (caption,), shaded=True),
            Cell(start + LABEL_MM, room, (date,), valign="bottom"),
        ]
    return Row(tuple(cells), SIGNATURE_MM)
