"""A form as HTML for the press."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generators.pdf import views
from generators.pdf.paper import COVER, LINE_MM, ROW_MM, paper_of
from generators.typeset.emblem import emblem_svg

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generators.plan.shape import Shape

FOLDER = Path(__file__).parents[2] / "templates" / "pdf"

FRAMED = frozenset({"grid", "long", "table", "signatures"})
"""Blocks that stand in a frame; neighbours share one."""


def form_html(shape: Shape, heights: Mapping[str, float]) -> str:
    """The whole document of a form. `heights` gives the height of long boxes in millimetres, by field."""
    paper = paper_of(shape)
    return (
        _environment()
        .get_template("form.html.j2")
        .render(
            form=shape.form,
            sheets=views.sheets(shape),
            paper=paper,
            is_cover=paper is COVER,
            is_contents=any(block.contents for block in shape.form.blocks),
            has_required=any(spec.required for spec in shape.form.fields()),
            cover_title_pt=lambda title: views.cover_title_pt(title, paper.text_width),
            grid=lambda specs: views.grid_view(specs, paper.text_width),
            long=lambda spec: views.long_view(spec, heights),
            table=lambda table: views.table_view(table, shape.rows_of(table), paper.text_width),
        )
    )


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(FOLDER), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.globals |= {
        "framed": FRAMED,
        "signature_rows": views.signature_rows,
        "line_mm": LINE_MM,
        "row_mm": ROW_MM,
        "points_per_mm": 72 / 25.4,
        "emblem": Markup(emblem_svg("#b3191f", "22mm")),  # noqa: S704 # our own drawing, not content
    }
    return environment
