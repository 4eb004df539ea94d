"""Compiled forms → one .docx: a branch's record book, or a single blank form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generators.plan.shape import blank_shape
from generators.word.compile import TITLE_MM, compile_form
from generators.word.makeup import make_up
from generators.word.ooxml import run
from generators.word.package import About, package
from generators.word.pattern import filling
from generators.word.stamp import filled
from generators.word.standing import finished, standing
from generators.word.styles import STYLES
from generators.word.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generators.model.form import Form
    from generators.model.publication import Publication
    from generators.plan.book import BookPlan, Owner
    from generators.plan.shape import Shape
    from generators.word.compile import WordBlock
    from generators.word.makeup import MakeUp, Wide
    from generators.word.pattern import Filling
    from generators.word.standing import Standing

_STEP = 64
"""Holes for texts of any length have a multiple of so many bytes, so that few books differ in them."""


def assemble_book(plan: BookPlan, blocks: Mapping[Shape, WordBlock]) -> bytes:
    """The branch's book. Every shape of the plan must be among the blocks."""
    owner = _owner(plan.owner) if plan.owner.name else ()
    sizes = (len(owner[0].text), len(owner[1].text)) if owner else None
    wanted = make_up(plan, blocks, sizes)
    book, fillings = _filled(plan, wanted)
    members = {name: head.filled(owner) for name, head in book.heads.items()}
    members["word/document.xml"] = book.document.filled(fillings)
    return package({**book.others, **members}, About(plan.full_title, plan.owner.author, plan.issued))


def single_form(form: Form, publication: Publication) -> bytes:
    """One blank form as a file of its own, with a line for the branch's name and the year."""
    title = TITLE_MM - STYLES["ChapterLine"].height() + STYLES["Identity"].height()
    block = compile_form(blank_shape(form, compact=True), title=title)
    writer = Writer(block.pages, f"{publication.title}　", owned=False)
    writer.blank(block, form)
    made = finished(writer, ())
    members = {**made.others, "word/document.xml": made.document.filled(())}
    return package(members, About(form.title, publication.title, publication.issued))


def _owner(owner: Owner) -> tuple[Filling, ...]:
    """What stands in the holes of the headers."""
    texts = [run(text).encode() for text in (owner.name, owner.year)]
    return tuple(filling(text, _rounded(len(text))) for text in texts)


def _filled(plan: BookPlan, wanted: MakeUp) -> tuple[Standing, list[Filling]]:
    """The standing matter of the book and what fills its holes, made longer where a text needs it."""
    book = standing(wanted)
    fillings = _fillings(plan, book)
    if sum([len(filling.text) for filling in fillings]) == sum(book.document.widths):
        return book, fillings
    book = standing(wanted._replace(wide=_wide(plan, book, fillings)))
    return book, _fillings(plan, book)


def _fillings(plan: BookPlan, book: Standing) -> list[Filling]:
    values = [entry.values[name] for entry, names in zip(plan.entries(), book.sources, strict=True) for name in names]
    return [*map(filled, book.gaps, values)]


def _wide(plan: BookPlan, book: Standing, fillings: list[Filling]) -> Wide:
    """The fields whose text is longer than their hole."""
    named = [(entry.prefix, name) for entry, names in zip(plan.entries(), book.sources, strict=True) for name in names]
    sizes = [len(filling.text) for filling in fillings]
    needed: dict[tuple[str, str], int] = {}
    for name, size, gap in zip(named, sizes, book.gaps, strict=True):
        if size > gap.width:
            needed[name] = max(needed.get(name, 0), _rounded(size))
    return frozenset((*name, size) for name, size in needed.items())


def _rounded(size: int) -> int:
    return -(-size // _STEP) * _STEP
