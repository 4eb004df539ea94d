from __future__ import annotations

from typing import TYPE_CHECKING

from generators.console import agreed, put_out, say_older, shown

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def a_path_is_shown_as_the_user_would_type_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert shown(tmp_path / "out" / "甲.pdf") == "out/甲.pdf"
    assert shown(tmp_path.parent / "乙.pdf") == str(tmp_path.parent / "乙.pdf")


def it_says_what_it_wrote_unless_it_is_to_be_quiet(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put_out(tmp_path, {"甲.txt": b"x"}, quiet=False)
    assert capsys.readouterr().out == f"已生成 {tmp_path / '甲.txt'}\n"
    put_out(tmp_path, {"甲.txt": b"y"}, quiet=True)
    assert not capsys.readouterr().out
    assert (tmp_path / "甲.txt").read_bytes() == b"y"


def no_more_than_three_files_of_before_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    say_older([tmp_path / f"旧{n}.pdf" for n in range(4)], quiet=False)
    said = capsys.readouterr().out
    assert "里另有 4 个不是这次生成的文件，是旧标识的请删去，免得错印：旧0.pdf、旧1.pdf、旧2.pdf……" in said
    say_older([], quiet=False)
    assert not capsys.readouterr().out


def no_one_is_asked_without_a_keyboard(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)
    assert agreed("按上面所列写入吗？")
