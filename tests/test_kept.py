from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from generators import kept as cache
from generators.kept import FOLDER, kept, makers

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of the test's own."""
    monkeypatch.setenv(FOLDER, str(tmp_path / "kept"))
    return tmp_path / "kept"


class Maker:
    """Makes something, and counts how often."""

    def __init__(self, content: bytes = b"made") -> None:
        self.times = 0
        self._content = content

    def __call__(self) -> bytes:
        self.times += 1
        return self._content


def it_is_made_once(folder: Path) -> None:
    make = Maker()
    assert kept(lambda: "a", make) == kept(lambda: "a", make) == b"made"
    assert make.times == 1
    assert [path.name for path in folder.iterdir()] == ["a"]


@pytest.mark.parametrize("spoilt", [b"", b"made", bytes(32), bytes(32) + b"made"])
def a_spoilt_file_is_made_anew(folder: Path, spoilt: bytes) -> None:
    make = Maker()
    kept(lambda: "a", make)
    (folder / "a").write_bytes(spoilt)
    assert kept(lambda: "a", make) == b"made"
    assert make.times == 2


def nothing_is_kept_or_even_named_without_a_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(FOLDER)
    make = Maker()

    def name() -> str:
        raise AssertionError

    assert kept(name, make) == kept(name, make) == b"made"
    assert make.times == 2


def a_folder_that_refuses_stops_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv(FOLDER, str(tmp_path / "file" / "kept"))
    assert kept(lambda: "a", Maker()) == b"made"


def the_one_not_asked_for_longest_goes_first(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "MOST", 500)
    for age, name in enumerate("abcd"):
        kept(str(name).strip, Maker(b"x" * 80))
        os.utime(folder / name, (age, age))
    kept(lambda: "a", Maker())  # asked for again
    kept(lambda: "e", Maker(b"x" * 80))
    assert {path.name for path in folder.iterdir()} == {"a", "c", "d", "e"}


def the_makers_are_told_apart_by_files_and_libraries() -> None:
    signs = makers(("generators/signs/*.py",), ("weasyprint",))
    assert signs == makers(("generators/signs/*.py",), ("weasyprint",))
    assert signs != makers(("generators/pdf/*.py",), ("weasyprint",))
    assert signs != makers(("generators/signs/*.py",), ("jinja2",))
