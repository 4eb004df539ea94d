from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generators.plan import kinds
from generators.problems import ContentError

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(kinds, "FOLDER", tmp_path)
    monkeypatch.setattr(kinds, "sign_kinds", kinds.sign_kinds.__wrapped__)
    return tmp_path


def write(folder: Path, name: str, text: str) -> None:
    (folder / name).mkdir()
    (folder / name / "kind.yml").write_text(text, encoding="utf-8")


def every_folder_with_a_kind_file_is_a_kind(folder: Path) -> None:
    write(folder, "board", "title: 牌\nsummary: 示例\nmin_letter_mm: 8\nmax_letter_mm: 20\n")
    (folder / "notes").mkdir()
    found = kinds.sign_kinds()
    assert list(found) == ["board"]
    assert found["board"].bleed_mm == 5
    assert found["board"].id == "board"


def a_mistake_in_a_kind_file_has_its_place(folder: Path) -> None:
    write(folder, "board", "title: 牌\nsummary: 示例\nmin_letter: 8\nmax_letter_mm: 20\n")
    with pytest.raises(ContentError) as caught:
        kinds.sign_kinds()
    assert any(str(p).startswith("templates/signs/board/kind.yml:3:1") for p in caught.value.problems)
