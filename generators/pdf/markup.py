"""A form as HTML for the press."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from markupsafe import Markup

from generators.pdf import grids, views
from generators.pdf.cards import cards_view
from generators.pdf.paper import COVER, paper_of
from generators.plan.shape import local_fields
from generators.typeset.emblem import emblem_svg
from generators.typeset.markup import markup_environment

if TYPE_CHECKING:
    from jinja2 import Environment

    from generators.pdf.stretch import Heights
    from generators.plan.shape import Shape


def form_html(shape: Shape, heights: Heights) -> str:
    """The whole document of a form, with the heights that fill its pages."""
    paper = paper_of(shape)
    widths = grids.label_widths([spec for block in shape.form.blocks for spec in block.grid or ()], paper.text_width)
    return (
        _environment()
        .get_template("form.html.j2")
        .render(
            form=shape.form,
            sheets=views.sheets(shape),
            paper=paper,
            is_cover=paper is COVER,
            is_contents=any(block.contents for block in shape.form.blocks),
            has_required=any(field.spec.required for field in local_fields(shape)),
            cover_title_pt=lambda title: views.cover_title_pt(title, paper.text_width),
            grid=lambda specs: grids.grid_view(specs, widths, paper.text_width),
            long=lambda spec: views.long_view(spec, heights.boxes.get(spec.field)),
            cards=lambda table: cards_view(
                table,
                shape.rows_of(table),
                paper.text_width,
                heights.cards.get(table.name, 0),
                heights.held.get(table.name),
            ),
            table=lambda table: views.table_view(
                table,
                shape.rows_of(table),
                paper.text_width,
                heights.rows.get(table.name),
                heights.held.get(table.name),
            ),
        )
    )


def tight(text: str) -> str:
    """The text without spaces between Chinese and digits or letters, as it is usual in print."""
    return _LOOSE.sub("", text)


_HAN = "\u2018-\u201d\u3000-\u303f\u4e00-\u9fff\uff00-\uffef"
_LOOSE = re.compile(rf"(?<=[{_HAN}]) (?=[!-~])|(?<=[!-~]) (?=[{_HAN}])")


@cache
def _environment() -> Environment:
    environment = markup_environment("pdf")
    environment.filters["tight"] = tight
    environment.globals |= {
        "framed": views.FRAMED,
        "signature_rows": views.signature_rows,
        "points_per_mm": 72 / 25.4,
        "emblem": Markup(emblem_svg("#b3191f", "22mm")),  # noqa: S704 # our own drawing, not content
    }
    return environment
