from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

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
    monkeypatch.setenv(keep.FOLDER, str(tmp_path / "forms"))
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


@pytest.mark.parametrize("spoilt", ["", "{", "{}", "[]", '{"form": 1}'])
def a_spoilt_file_is_made_anew(compiled: list[str], tmp_path: Path, spoilt: str) -> None:
    keep.kept_form(SHAPE)
    (place,) = (tmp_path / "forms").iterdir()
    place.write_text(spoilt, encoding="utf-8")
    assert keep.kept_form(SHAPE).to_json() == compile_form(SHAPE).to_json()
    assert len(compiled) == 2


def nothing_is_kept_without_a_folder(compiled: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(keep.FOLDER)
    keep.kept_form(SHAPE)
    keep.kept_form(SHAPE)
    assert len(compiled) == 2
    assert not list(tmp_path.iterdir())


def a_folder_that_refuses_stops_nothing(compiled: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv(keep.FOLDER, str(tmp_path / "file" / "forms"))
    assert keep.kept_form(SHAPE).pages
    assert compiled == ["R99"]
