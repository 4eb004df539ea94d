"""A village's book, blank and filled in, made once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generators import pdf, word
from generators.collect.names import FieldNames
from generators.plan.book import plan_book
from tests.collect.filling import fill_docx, fill_pdf, typed

if TYPE_CHECKING:
    from generators.model.library import Library
    from generators.plan.book import BookPlan

_SHORT = {"R00", "R14", "R21", "R30", "R44", "R51"}
"""A cover, a wide table, grouped heads and ticks in a table, a meeting, a total and cards; all forms take a minute."""


@pytest.fixture(scope="session")
def village_plan(library: Library) -> BookPlan:
    return plan_book(library, library.book["record"], library.branch["example-village"], year=2027)


@pytest.fixture(scope="session")
def short_plan(village_plan: BookPlan) -> BookPlan:
    chapters = [
        replace(chapter, entries=tuple(e for e in chapter.entries if e.shape.form.id in _SHORT and e.number <= 2))
        for chapter in village_plan.chapters
    ]
    return replace(village_plan, chapters=tuple(chapter for chapter in chapters if chapter.entries))


@pytest.fixture(scope="session")
def village_docx(village_plan: BookPlan) -> bytes:
    return word.assemble_book(village_plan, {shape: word.compile_form(shape) for shape in village_plan.shapes()})


@pytest.fixture(scope="session")
def short_docx(short_plan: BookPlan) -> bytes:
    return word.assemble_book(short_plan, {shape: word.compile_form(shape) for shape in short_plan.shapes()})


@pytest.fixture(scope="session")
def short_pdf(short_plan: BookPlan) -> bytes:
    return pdf.assemble_book(short_plan, {shape: pdf.compile_form(shape) for shape in short_plan.shapes()})


@pytest.fixture(scope="session")
def filled_docx(village_plan: BookPlan, village_docx: bytes) -> bytes:
    return fill_docx(village_docx, typed(village_plan)[0])


@pytest.fixture(scope="session")
def filled_pdf(short_plan: BookPlan, short_pdf: bytes) -> bytes:
    return fill_pdf(short_pdf, typed(short_plan)[0])


@pytest.fixture(scope="session")
def names(library: Library) -> FieldNames:
    return FieldNames(library.form)


@pytest.fixture(scope="session")
def single_docx(library: Library) -> bytes:
    return word.single_form(library.form["R30"], library.publication)
