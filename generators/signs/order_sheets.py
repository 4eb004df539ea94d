"""The sheets that go with a branch's signs, for the office printer: the list, the proof (打样单), the wall."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generators.plan.theme import sign_theme
from generators.signs.keep import kept_preview
from generators.signs.order import SIGNED_BY
from generators.typeset.embedding import with_glyphs_in_order
from generators.typeset.markup import markup_environment
from generators.typeset.press import render_pdf

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generators.model.branch import Branch
    from generators.model.library import Library
    from generators.plan.signs import PlannedSign
    from generators.signs.order import Order

_A_PAGE = 9
"""Thumbnails on a page of the proof sheet."""


def order_list(order: Order, library: Library) -> bytes:
    """The list as a PDF on A4 across."""
    title = f"{order.branch.short}标识制作清单"
    return _printed(
        "list.html.j2", title, order.branch, library, lines=order.lines, total=order.total, signed_by=SIGNED_BY
    )


def proof_sheet(made: Sequence[tuple[PlannedSign, bytes]], order: Order, library: Library) -> bytes:
    """Every sign small, with its size, and a box for the signatures, on A4."""
    pictures = {f"{n}.png": (_thumbnail(pdf), "image/png") for n, (_, pdf) in enumerate(made, start=1)}
    return _printed(
        "proof.html.j2",
        f"{order.branch.short}标识打样单",
        order.branch,
        library,
        pictures,
        pages=[order.lines[at : at + _A_PAGE] for at in range(0, len(order.lines), _A_PAGE)],
        sizes={n: _shown_mm(sign) for n, (sign, _) in enumerate(made, start=1)},
        count=len(order.lines),
        signed_by=SIGNED_BY,
    )


def wall_sheet(drawing: str, legend: Sequence[Any], branch: Branch, library: Library, **said: Any) -> bytes:
    """The elevation of the main wall, on A3 across."""
    return _printed(
        "wall.html.j2", f"{branch.short}党员活动室主墙立面图", branch, library, drawing=drawing, legend=legend, **said
    )


def _thumbnail(pdf: bytes) -> bytes:
    return kept_preview(pdf, longest=480).png


def _shown_mm(sign: PlannedSign) -> tuple[float, float]:
    """Width and height of the thumbnail within its frame, mm."""
    scale = min(52 / sign.size.w, 50 / sign.size.h)
    return round(sign.size.w * scale, 2), round(sign.size.h * scale, 2)


def _printed(
    template: str,
    title: str,
    branch: Branch,
    library: Library,
    pictures: Mapping[str, tuple[bytes, str]] | None = None,
    **names: Any,
) -> bytes:
    html = (
        markup_environment("orders")
        .get_template(template)
        .render(
            names,
            title=title,
            branch=branch,
            committee=library.committee[branch.committee],
            publication=library.publication,
            theme=sign_theme(),
            colours={name: colour.rgb for name, colour in sign_theme().inks.items()},
        )
    )
    return with_glyphs_in_order(render_pdf(html, title=title, assets=pictures))
