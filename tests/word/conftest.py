"""One book made for all tests of the Word renderer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generators.plan.book import plan_book
from generators.word import assemble_book, compile_form
from tests.word.opened import Opened

if TYPE_CHECKING:
    from generators.model.library import Library
    from generators.plan.book import BookPlan


@pytest.fixture(scope="session")
def village_plan(library: Library) -> BookPlan:
    return plan_book(library, library.book["record"], library.branch["example-village"], year=2027)


@pytest.fixture(scope="session")
def village_book(village_plan: BookPlan) -> bytes:
    return assemble_book(village_plan, {shape: compile_form(shape) for shape in village_plan.shapes()})


@pytest.fixture(scope="session")
def opened(village_book: bytes) -> Opened:
    return Opened(village_book)
