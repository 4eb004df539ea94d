"""Assembling a book from compiled forms: pages repeated, fields named, slots and known values stamped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generators.pdf.binding import bind
from generators.pdf.keep import kept_form
from generators.pdf.volume import Copy, MakeUp, Part, Volume
from generators.plan.shape import blank_shape

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generators.model.form import Form
    from generators.model.publication import Publication
    from generators.pdf.compiled import CompiledForm
    from generators.plan.book import BookPlan, Entry
    from generators.plan.shape import Shape

_BLANK_HEAD = "党支部：" + "＿" * 14
_BLANK_YEAR = "＿＿＿＿年度"


def assemble_book(plan: BookPlan, compiled: Mapping[Shape, CompiledForm]) -> bytes:
    """The branch's book. `compiled` holds each shape of the plan.

    Raises:
        ZhibuError: a known value does not fit into its box or is not among its options; all such values at once.
    """
    parts = tuple(
        Part(chapter.title, chapter.front, tuple(_copy(entry, compiled[entry.shape]) for entry in chapter.entries))
        for chapter in plan.chapters
    )
    return bind(
        Volume(
            title=plan.full_title,
            author=plan.owner.author,
            subject=f"{plan.owner.label} {plan.edition.value}",
            issued=plan.issued,
            head=plan.owner.name,
            make_up=MakeUp(plan.heading, parts, filled_up=True),
            values=[entry.values for chapter in plan.chapters for entry in chapter.entries],
        )
    )


def single_form(form: Form, publication: Publication) -> bytes:
    """A blank form for whoever needs just one: no branch, no year, one copy."""
    compiled = kept_form(blank_shape(form, compact=True))
    copy = Copy(compiled, f"{form.id}.01", form.title, form.title)
    return bind(
        Volume(
            title=f"{form.id} {form.title}",
            author=publication.publisher,
            subject=form.summary,
            issued=publication.issued,
            head=_BLANK_HEAD,
            make_up=MakeUp(_BLANK_YEAR, (Part(form.title, front=True, copies=(copy,)),)),
            values=({},),
        )
    )


def _copy(entry: Entry, compiled: CompiledForm) -> Copy:
    form = entry.shape.form
    name = f"{form.title}（共{entry.copies}份）" if entry.copies > 1 else form.title
    return Copy(compiled, entry.prefix, entry.title, name)
