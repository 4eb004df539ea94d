"""The signs of one branch, rendered once, and nouns to try other texts on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest

from generators.plan.signs import plan_signs
from generators.signs.keep import kept_sign, kept_size

if TYPE_CHECKING:
    from generators.model.library import Library
    from generators.plan.signs import PlannedSign


@dataclass(frozen=True)
class Made:
    """A sign with its PDF."""

    planned: PlannedSign
    pdf: bytes


@pytest.fixture(scope="session")
def compared(library: Library) -> Library:
    """The library as if two people had compared the official texts; those not yet entered get filler, not a text."""
    filler = tuple(f"（{number}）这是试版面的文字，不是原文，" + "试版面" * 14 + "。" for number in "一二三四五六七八")
    return replace(
        library,
        official={
            name: text.model_copy(update={"compared": True, "lines": text.lines or filler})
            for name, text in library.official.items()
        },
    )


@pytest.fixture(scope="session")
def made(library: Library) -> tuple[Made, ...]:
    """Every sign of the first branch, spared ones included."""
    branch = next(iter(library.branch.values()))
    plan = plan_signs(library, branch, everything=True)
    signs = [kept_size(planned, library).planned for planned in plan.signs]
    return tuple(Made(planned, kept_sign(planned, library)) for planned in signs)


@pytest.fixture(scope="session")
def of_kind(made: tuple[Made, ...]) -> dict[str, Made]:
    """Kind → one sign of it."""
    return {one.planned.kind.id: one for one in reversed(made)}
