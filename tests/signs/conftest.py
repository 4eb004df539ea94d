"""The signs of one branch, rendered once, and nouns to try other texts on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from generators.plan.signs import plan_signs
from generators.signs import render_sign, settled

if TYPE_CHECKING:
    from generators.model.library import Library
    from generators.plan.signs import PlannedSign


@dataclass(frozen=True)
class Made:
    """A sign with its PDF."""

    planned: PlannedSign
    pdf: bytes


@pytest.fixture(scope="session")
def made(library: Library) -> tuple[Made, ...]:
    """Every sign of the first branch, spared ones included."""
    branch = next(iter(library.branch.values()))
    plan = plan_signs(library, branch, everything=True)
    signs = [settled(planned, library) for planned in plan.signs]
    return tuple(Made(planned, render_sign(planned, library)) for planned in signs)


@pytest.fixture(scope="session")
def of_kind(made: tuple[Made, ...]) -> dict[str, Made]:
    """Kind → one sign of it."""
    return {one.planned.kind.id: one for one in reversed(made)}
