"""Compiling a form: lay it out once, measure its fields and slots, keep its pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generators.model.form import FieldKind
from generators.pdf import measure
from generators.pdf.compiled import MM, BoxKind, CompiledForm, CompiledPage, PdfField, Rect
from generators.pdf.harvest import harvest
from generators.pdf.markup import form_html
from generators.pdf.paper import LINE_MM
from generators.pdf.views import sheets
from generators.plan.shape import local_fields
from generators.typeset import press

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generators.pdf.measure import Spot
    from generators.plan.shape import LocalField, Shape

_INSET = 0.8
"""Points between a cell's lines and its field, so that a reader's highlight leaves the lines free."""

_LEAST_LINES = 3
"""A filling box gives way down to this many lines when the form would run over its pages."""

_KINDS = {
    FieldKind.CHOICE: BoxKind.CHOICE,
    FieldKind.CHOICES: BoxKind.CHECK,
    FieldKind.CHECKBOX: BoxKind.CHECK,
}


def compile_form(shape: Shape) -> CompiledForm:
    """The form laid out once, ready to be repeated in any number of books.

    Raises:
        ZhibuError: a font or Pango is missing, or a fixed text has a character that no font of ours has.
    """
    document = _lay_out(shape)
    contents, glyphs = harvest(document.write_pdf())
    pages = tuple(
        CompiledPage(sheet.width, sheet.height, content, sheet.shift)
        for sheet, content in zip(measure.sheets(document), contents, strict=True)
    )
    return CompiledForm(shape.form.id, pages, _fields(shape, measure.spots(document)), measure.slots(document), glyphs)


def _lay_out(shape: Shape) -> Any:
    """The laid-out document, its filling boxes grown over what is left of their pages."""
    boxes = [block.long for block in shape.form.blocks if block.long and block.long.fill]
    document = press.layout(form_html(shape, {}))
    if not boxes:
        return document
    heights = {box.field: box.lines * LINE_MM for box in boxes}
    if len(document.pages) > len(sheets(shape)):
        heights = {box.field: min(box.lines, _LEAST_LINES) * LINE_MM for box in boxes}
        document = press.layout(form_html(shape, heights))
    return press.layout(form_html(shape, _grown(heights, document)))


def _grown(heights: Mapping[str, float], document: Any) -> Mapping[str, float]:
    """The heights of the filling boxes (field → millimetres) when they share what is left of their pages."""
    places = measure.spots(document)
    by_page: dict[int, list[str]] = {}
    for field in heights:
        by_page.setdefault(places[field].page, []).append(field)
    grown = {}
    for page, fields in by_page.items():
        free = max(0, measure.free_height(document, page) - 1) / MM
        grown |= {field: round(heights[field] + free / len(fields), 2) for field in fields}
    return grown


def _fields(shape: Shape, spots: Mapping[str, Spot]) -> tuple[PdfField, ...]:
    """The fields in reading order, each at its measured place."""
    return tuple(_field(local, spots[local.name]) for local in local_fields(shape))


def _field(local: LocalField, spot: Spot) -> PdfField:
    spec = local.spec
    kind = _KINDS.get(spec.kind, BoxKind.TEXT)
    inset = 0 if kind is BoxKind.CHECK else _INSET
    rect = spot.rect
    return PdfField(
        name=local.name,
        label=local.label,
        page=spot.page,
        rect=Rect(*(round(v, 2) for v in (rect.x0 + inset, rect.y0 + inset, rect.x1 - inset, rect.y1 - inset))),
        kind=kind,
        size=spot.size,
        align=spot.align,
        multiline=spec.kind is FieldKind.LONG or spec.lines > 1,
        leading=round(spot.leading, 2),
        max=spec.max,
        tooltip=f"{local.label}（{spec.help}）" if spec.help else local.label,
        required=spec.required,
        choices=spec.choices if kind is BoxKind.CHOICE else (),
        choice=local.choice,
    )
