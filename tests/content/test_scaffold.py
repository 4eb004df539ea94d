"""A new file loads as it is and names every key."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from generators.content.draft import PUBLICATION
from generators.content.fields import keys
from generators.content.load import load_library
from generators.content.scaffold import scaffold, single_files
from generators.model.library import KINDS, Kind
from generators.problems import ZhibuError

if TYPE_CHECKING:
    from pathlib import Path

KINDS_AND_PUBLICATION = [*KINDS, PUBLICATION]


def add(base: Path, kind: str, name: str) -> None:
    path, text = scaffold(kind, name)
    (base / path).parent.mkdir(exist_ok=True)
    with (base / path).open("a" if path in single_files() else "w", encoding="utf-8") as file:
        file.write(text)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_it_loads_beside_the_others(kind: Kind, base: Path) -> None:
    if kind.name == "roster":
        add(base, "branch", "new-one")
    add(base, kind.name, "new-one")
    assert load_library(base).of(kind.name)["new-one"].id == "new-one"


def test_a_new_publication_loads(base: Path) -> None:
    add(base, "publication", "publication")
    assert load_library(base).publication.title == "请填写网站名称"


@pytest.mark.parametrize("kind", KINDS_AND_PUBLICATION, ids=lambda kind: kind.name)
def test_every_key_is_there_written_or_commented(kind: Kind) -> None:
    _, text = scaffold(kind.name, "publication")
    written = re.findall(r"^(?:  )?(?:# ?)?([a-z0-9_]+):", text, re.MULTILINE)
    assert set(keys(kind.noun)) <= set(written)


@pytest.mark.parametrize("kind", KINDS_AND_PUBLICATION, ids=lambda kind: kind.name)
def test_the_first_line_names_the_schema(kind: Kind) -> None:
    path, text = scaffold(kind.name, "publication")
    if path not in single_files():  # an entry of a file that has the line already
        up = "../" if "/" in path else ""
        assert text.startswith(f"# yaml-language-server: $schema={up}.schema/{kind.name}.json\n")


def test_a_kind_goes_by_its_folder_and_title_too() -> None:
    assert scaffold("procedures", "x") == scaffold("procedure", "x") == scaffold("流程", "x")
    assert scaffold("procedure", "x")[0] == "procedures/x.yml"
    assert scaffold("term", "x")[0] == "glossary.yml"


def test_an_unknown_kind_is_refused_with_a_guess() -> None:
    with pytest.raises(ZhibuError, match=r"^没有「procedrue」这种内容，是不是「procedure」？$"):
        scaffold("procedrue", "x")
    with pytest.raises(ZhibuError, match=r"^没有「什么」这种内容，可用的是：policy、"):
        scaffold("什么", "x")


@pytest.mark.parametrize("name", ["", "a/b", "../x", "党费", "con", "-x", "a b", "x" * 49])
def test_what_is_no_id_is_refused(name: str) -> None:
    with pytest.raises(ZhibuError, match="不能作代号"):
        scaffold("procedure", name)


def test_there_is_one_publication_only() -> None:
    with pytest.raises(ZhibuError, match="代号只能是「publication」"):
        scaffold("publication", "other")
