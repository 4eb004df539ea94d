"""Folder → Library."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generators.content.load import load_library, read_noun
from generators.model.library import KINDS, Library
from generators.model.post import Post
from generators.model.sizing import Sizing
from generators.problems import ContentError, Problem

if TYPE_CHECKING:
    from random import Random

    from generators.content.draft import Draft


def test_a_library_holds_every_noun_under_its_id(base: Path) -> None:
    library = load_library(base)
    assert isinstance(library, Library)
    assert library.publication.id == "publication"
    for kind in KINDS:
        if not kind.single_file:
            assert list(library.of(kind.name)) == sorted(path.stem for path in (base / kind.folder).glob("*"))
    assert {name: term.id for name, term in library.term.items()} == {"dues": "dues", "fund": "fund"}


def test_shorthands_are_read(base: Path) -> None:
    library = load_library(base)
    assert library.procedure["dues"].basis[0].provision == ("一（1）", "一（2）")
    assert library.policy["TL17"].provisions[0].text[0].text == "要求一。"
    assert next(library.form["R30"].tables()).rows == Sizing(at_least=15)


def test_kinds_are_in_order_of_id(base: Path) -> None:
    (base / "posts" / "aaa.yml").write_text((base / "posts" / "secretary.yml").read_text(encoding="utf-8"), "utf-8")
    assert list(load_library(base).post) == ["aaa", "organisation-member", "secretary"]


def test_checks_of_layers_above_are_asked(base: Path) -> None:
    def check(draft: Draft) -> list[Problem]:
        return [draft.problem(post, ("summary",), "不好") for post in draft.of(Post).values()]

    with pytest.raises(ContentError) as caught:
        load_library(base, [check])
    assert [str(p) for p in caught.value.problems] == [
        "content/posts/organisation-member.yml:4:10: 不好",
        "content/posts/secretary.yml:5:10: 不好",
    ]


def test_paths_are_shown_from_the_content_folders_name(base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (base / "posts" / "secretary.yml").write_text("", encoding="utf-8")
    other = base.rename(base.with_name("另一市"))
    monkeypatch.chdir(other)
    with pytest.raises(ContentError, match=r"^另一市/posts/secretary\.yml: "):
        load_library(Path())


def test_a_file_that_may_not_be_read_is_told(base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    secret = base / "posts" / "secretary.yml"
    read = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == secret.name:
            raise PermissionError(13, os.strerror(13))
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(ContentError, match=r"^content/posts/secretary\.yml: 文件打不开"):
        load_library(base)


def test_one_noun_outside_the_content_folder_is_read_with_places(base: Path) -> None:
    path = base / "posts" / "secretary.yml"
    assert read_noun(path, Post, name="x", shown="y.yml").id == "x"
    path.write_text("title: 书记\nrank: 高\n", encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        read_noun(path, Post, name="x", shown="y.yml")
    assert "y.yml:2:7: 「rank」应是整数，这里写的是「高」，请只写阿拉伯数字，不带单位" in str(caught.value)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(file=st.sampled_from(["glossary.yml", "forms/R30.yml", "branches/example-village.yml"]), text=st.text())
def test_whatever_is_in_a_file_ends_in_a_library_or_a_content_error(base: Path, file: str, text: str) -> None:
    path = base / file
    original = path.read_bytes()
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    with suppress(ContentError):
        assert load_library(base)
    path.write_bytes(original)


@settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(choice=st.randoms(use_true_random=False))
def test_lines_lost_moved_or_repeated_end_in_a_library_or_a_content_error(base: Path, choice: Random) -> None:
    path = choice.choice(sorted(base.rglob("*.yml")))
    original = path.read_text(encoding="utf-8")
    lines = original.splitlines(keepends=True)
    for _ in range(choice.randint(1, 3)):
        line = lines.pop(choice.randrange(len(lines)))
        for _ in range(choice.randint(0, 2)):
            lines.insert(choice.randint(0, len(lines)), line)
        lines = lines or [line]
    path.write_text("".join(lines), encoding="utf-8")
    with suppress(ContentError):
        assert load_library(base)
    path.write_text(original, encoding="utf-8")


def test_two_hundred_files_load_in_half_a_second(base: Path) -> None:
    text = (base / "procedures" / "dues.yml").read_text(encoding="utf-8")
    for number in range(200):
        (base / "procedures" / f"copy-{number}.yml").write_text(text, encoding="utf-8")
    start = time.process_time()
    load_library(base)
    assert time.process_time() - start < 1.5  # three times the aim: the machine may be busy
