"""Every mistyped command line gets one Chinese sentence, exit code 1 and no traceback."""

from __future__ import annotations

import pytest

from generators import cli

MISTYPED = {
    "buidl": "没有命令「buidl」，是不是「build」？　（用法：zhibu --help）",
    "zzz": "没有命令「zzz」，可用的有：build、check、serve、book、signs、excel、import、schema、new、test、doctor　（用法：zhibu --help）",
    "book": "缺少「支部」　（用法：zhibu --help）",
    "book x --editon 精简版": "没有选项「--editon」，是不是「--edition」？　（用法：zhibu --help）",
    "book x --edition 加厚版": "「--edition」只能是 精简版、完整版　（用法：zhibu --help）",
    "book x --format odt": "「--format」只能是 word、pdf、both　（用法：zhibu --help）",
    "book x --year 去年": "「--year」应写数字　（用法：zhibu --help）",
    "book x --year 1999": "「--year」不能小于 2017　（用法：zhibu --help）",
    "book x y z": "多写了「y z」　（用法：zhibu --help）",
    "check --content no-such-folder": "no-such-folder: 没有这个内容文件夹，请核对 --content 后面写的路径\n共 1 处问题，没有写任何文件。",
}


def run(line: str, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr("sys.argv", ["zhibu", *line.split()])
    with pytest.raises(SystemExit) as stop:
        cli.main()
    return int(stop.value.code or 0)


@pytest.mark.parametrize("line", MISTYPED)
def it_complains_in_chinese(line: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(line, monkeypatch) == 1
    assert capsys.readouterr().err.strip().endswith(MISTYPED[line])


@pytest.mark.parametrize("name", [c.name for c in cli.app.registered_commands])
def it_helps_in_chinese(name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.argv", ["zhibu", name, "--help"])
    cli.main()
    text = capsys.readouterr().out
    assert f"用法：zhibu {name}" in text
    assert "显示这份帮助" in text
    assert "Usage" not in text
    assert "--content" in text
