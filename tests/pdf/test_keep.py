from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generators.kept import FOLDER
from generators.pdf import keep
from generators.pdf.compile import compile_form
from generators.plan.shape import blank_shape
from tests.plan.nouns import form

if TYPE_CHECKING:
    from pathlib import Path

    from generators.pdf.compiled import CompiledForm
    from generators.plan.shape import Shape


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """The forms really compiled, with the cache in a folder of the test's own."""
    done: list[str] = []

    def count(shape: Shape) -> CompiledForm:
        done.append(shape.form.id)
        return compile_form(shape)

    monkeypatch.setattr(keep, "compile_form", count)
    monkeypatch.setenv(FOLDER, str(tmp_path / "forms"))
    return done


SHAPE = blank_shape(form(), compact=True)


def a_form_is_compiled_once(compiled: list[str]) -> None:
    first, second = keep.kept_form(SHAPE).to_json(), keep.kept_form(SHAPE).to_json()
    assert first == second == compile_form(SHAPE).to_json()
    assert compiled == ["R99"]


def a_changed_form_is_compiled_again(compiled: list[str]) -> None:
    keep.kept_form(SHAPE)
    keep.kept_form(blank_shape(form(title="另一张表"), compact=True))
    assert compiled == ["R99", "R99"]


def nothing_is_kept_without_a_folder(compiled: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(FOLDER)
    keep.kept_form(SHAPE)
    keep.kept_form(SHAPE)
    assert len(compiled) == 2
    assert not list(tmp_path.iterdir())
