"""Label–field grids, long boxes, signatures and the headings between them, as rows of the form's frame."""

from __future__ import annotations

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


def grid_rows(specs: Sequence[FieldSpec], boxes: Boxes, width: float) -> Iterator[Row]:
    """The fields row by row, each row as full as the spans allow; the last field of a short row takes the rest."""
    line: list[FieldSpec] = []
    for spec in specs:
        if sum(s.span for s in line) + spec.span > COLUMNS:
            yield _grid_row(line, boxes, width)
            line = []
        line.append(spec)
    if line:
        yield _grid_row(line, boxes, width)


def _grid_row(line: Sequence[FieldSpec], boxes: Boxes, width: float) -> Row:
    height = LINE_MM * max(spec.lines for spec in line)
    cells: list[Cell] = []
    used = 0
    for spec in line:
        start = width * used / COLUMNS
        used = COLUMNS if spec is line[-1] else used + spec.span
        room = width * used / COLUMNS - start - LABEL_MM
        cells += [
            Cell(start, LABEL_MM, label(spec, "Label", LABEL_MM, height), shaded=True),
            Cell(
                start + LABEL_MM,
                room,
                answer(boxes.get(spec.field, ()), _style_of(spec), room, height, spec.unit or ""),
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
