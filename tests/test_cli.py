"""The commands as a user runs them, on a copy of a small content folder."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generators import cli

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    shutil.copytree(ROOT / "tests" / "broken" / "base", folder)
    return folder


def run(monkeypatch: pytest.MonkeyPatch, *arguments: object) -> int:
    monkeypatch.setattr("sys.argv", ["zhibu", *map(str, arguments)])
    try:
        cli.main()
    except SystemExit as stop:
        return int(stop.code or 0)
    return 0


def it_checks_and_says_so(content: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(monkeypatch, "check", "--content", content) == 0
    assert "没有问题" in capsys.readouterr().out


def it_is_silent_when_asked(content: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(monkeypatch, "check", "--content", content, "--quiet") == 0
    assert capsys.readouterr() == ("", "")


def it_lists_all_problems_and_writes_nothing(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (content / "rules" / "new.yml").write_text("title: 示例\ntitel: 示例\n", encoding="utf-8")
    (content / "posts" / "empty.yml").write_text("", encoding="utf-8")
    branch = next((content / "branches").glob("*.yml")).stem
    assert run(monkeypatch, "book", branch, "--content", content, "--out", tmp_path / "out") == 1
    shown = capsys.readouterr().err
    assert "rules/new.yml:2:1: 不认识的键「titel」" in shown
    assert "posts/empty.yml: 文件是空的" in shown
    assert shown.strip().endswith("处问题，没有写任何文件。")
    assert not (tmp_path / "out").exists()


def a_new_file_loads_as_it_is(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(monkeypatch, "new", "rule", "sample", "--content", content) == 0
    assert (content / "rules" / "sample.yml").is_file()


def a_new_term_is_added_to_the_glossary_once(
    content: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (content / "glossary.yml").read_text(encoding="utf-8")
    assert run(monkeypatch, "new", "term", "sample-term", "--content", content) == 0
    after = (content / "glossary.yml").read_text(encoding="utf-8")
    assert after.startswith(before.rstrip())
    assert run(monkeypatch, "check", "--content", content) == 0
    assert run(monkeypatch, "new", "term", "sample-term", "--content", content) == 1
    assert "已经有「sample-term」了" in capsys.readouterr().err
    assert (content / "glossary.yml").read_text(encoding="utf-8") == after


def an_existing_file_is_not_touched(
    content: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    rule = next((content / "rules").glob("*.yml"))
    before = rule.read_bytes()
    assert run(monkeypatch, "new", "rule", rule.stem, "--content", content) == 1
    assert "已经存在，没有改动它" in capsys.readouterr().err
    assert rule.read_bytes() == before


def the_schemas_are_written_where_editors_look(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(monkeypatch, "schema", "--content", content) == 0
    assert (content / ".schema" / "procedure.json").is_file()
    assert run(monkeypatch, "check", "--content", content) == 0


def an_unknown_branch_gets_the_near_one(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(monkeypatch, "book", "example-vilage") == 1
    assert capsys.readouterr().err.strip() == "没有支部「example-vilage」，是不是「example-village」？"


def a_fault_of_the_program_is_one_sentence(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def fail(content: Path) -> None:
        raise RuntimeError(f"示例故障 {content.name}")

    monkeypatch.setattr(cli, "_open", fail)
    monkeypatch.delenv("ZHIBU_DEBUG", raising=False)
    assert run(monkeypatch, "check") == 1
    shown = capsys.readouterr().err
    assert shown.startswith("程序内部出错（RuntimeError：示例故障 content）")
    assert "Traceback" not in shown
