"""The commands as a user runs them, on a copy of a small content folder."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pytest

from generators import cli
from tests.excel.spreadsheets import roster

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


NEWCOMER = ("新示例", "女", "汉族", "1991-03", "本科", "2020-06-28", "2021-06-28", "", "第二党小组", "")
STAYING = ("示例甲", "男", "汉族", "1980-05", "大专", "2005-07-01", "2006-07-01", "", "第一党小组", "")


@pytest.fixture
def spreadsheet(tmp_path: Path) -> Path:
    """A list in which one member stays, two have left and one is new."""
    file = tmp_path / "名单.xlsx"
    file.write_bytes(roster(STAYING, NEWCOMER))
    return file


def files_of(content: Path) -> dict[str, bytes]:
    return {str(path.relative_to(content)): path.read_bytes() for path in content.rglob("*") if path.is_file()}


def branch_in(content: Path) -> str:
    return next((content / "rosters").glob("*.yml")).stem


def an_import_says_who_leaves_before_it_writes(
    content: Path, spreadsheet: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "import", spreadsheet, branch_in(content), "--content", content) == 0
    said = capsys.readouterr().out
    assert "新增 1 名：新示例" in said
    assert said.index("减少 2 名：示例乙、示例丙") < said.index("已更新")
    assert run(monkeypatch, "check", "--content", content) == 0


def a_dry_run_of_an_import_writes_nothing(
    content: Path, spreadsheet: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files_of(content)
    assert run(monkeypatch, "import", spreadsheet, branch_in(content), "--dry-run", "--content", content) == 0
    said = capsys.readouterr().out
    assert "减少 2 名：示例乙、示例丙" in said
    assert said.endswith("导入后示例村党支部有党员 2 名。只看不写，没有改动任何文件。\n")
    assert files_of(content) == before


@pytest.mark.parametrize(
    ("typed", "written"), [("y\n", True), ("是\n", True), ("\n", False), ("n\n", False), ("", False)]
)
def the_one_at_the_keyboard_is_asked_before_members_leave(
    content: Path, spreadsheet: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], typed: str, written: bool
) -> None:  # fmt: skip
    class Keyboard(io.StringIO):
        def isatty(self) -> bool:
            return True

    before = files_of(content)
    monkeypatch.setattr("sys.stdin", Keyboard(typed))
    assert run(monkeypatch, "import", spreadsheet, branch_in(content), "--content", content) == 0
    assert ("没有改动任何文件" in capsys.readouterr().out) is not written
    assert (files_of(content) != before) is written


def an_import_mends_a_roster_that_fails_the_checks(
    content: Path, spreadsheet: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    branch = branch_in(content)
    (content / "rosters" / f"{branch}.yml").write_text("members: [", encoding="utf-8")
    assert run(monkeypatch, "check", "--content", content) == 1
    assert run(monkeypatch, "import", spreadsheet, branch, "--content", content) == 0
    assert "原来的花名册读不出来，按表格重新写" in capsys.readouterr().out
    assert run(monkeypatch, "check", "--content", content) == 0
