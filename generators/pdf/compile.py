"""Compiling a form: lay it out once, measure its fields and slots, keep its pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generators.model.form import FieldKind
from generators.pdf import measure
from generators.pdf.compiled import BoxKind, CompiledForm, CompiledPage, PdfField, Rect
from generators.pdf.harvest import harvest
from generators.pdf.markup import form_html
from generators.pdf.ruling import rulings
from generators.pdf.stretch import lay_out_full
from generators.plan.shape import local_fields
from generators.typeset import press

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generators.pdf.measure import Spot
    from generators.plan.shape import LocalField, Shape

_INSET = 0.8
"""Points between a cell's lines and its field, so that a reader's highlight leaves the lines free."""

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
    document = lay_out_full(shape, lambda heights: press.layout(form_html(shape, heights)))
    contents, glyphs = harvest(document.write_pdf(), rulings(document))
    pages = tuple(
        CompiledPage(sheet.width, sheet.height, content, sheet.shift)
        for sheet, content in zip(measure.sheets(document), contents, strict=True)
    )
    return CompiledForm(shape.form.id, pages, _fields(shape, measure.spots(document)), measure.slots(document), glyphs)


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
