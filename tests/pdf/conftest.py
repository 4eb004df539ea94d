"""The small book, compiled and assembled once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generators import pdf
from tests.pdf.nouns import CONTENTS, COVER, MEETING, ROSTER, plan, shape_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generators.pdf import CompiledForm
    from generators.plan.shape import Shape


@pytest.fixture(scope="session")
def compiled() -> Mapping[Shape, CompiledForm]:
    """The forms of the small book."""
    return {shape_of(kind): pdf.compile_form(shape_of(kind)) for kind in (COVER, CONTENTS, MEETING, ROSTER)}


@pytest.fixture(scope="session")
def book(compiled: Mapping[Shape, CompiledForm]) -> bytes:
    """The small book as a PDF file."""
    return pdf.assemble_book(plan(), compiled)
