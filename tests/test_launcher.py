"""The launcher prepares the machine, or says the one command that does."""

from __future__ import annotations

import ast
import importlib.util
import re
import sys
from importlib.machinery import SourceFileLoader
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def launcher() -> ModuleType:
    loader = SourceFileLoader("launcher", str(ROOT / "zhibu"))
    loader.path = str(ROOT / "zhibu")
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("launcher", loader))
    sys.dont_write_bytecode, kept = True, sys.dont_write_bytecode
    loader.exec_module(module)
    sys.dont_write_bytecode = kept
    return module


def it_needs_only_the_standard_library() -> None:
    tree = ast.parse((ROOT / "zhibu").read_text(encoding="utf-8"))
    imported = {
        alias.name.partition(".")[0] for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names
    }
    imported |= {
        node.module.partition(".")[0] for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module
    }
    assert imported <= sys.stdlib_module_names


def it_is_read_by_an_old_python() -> None:
    ast.parse((ROOT / "zhibu").read_text(encoding="utf-8"), feature_version=(3, 8))


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def every_locked_package_has_a_hash_and_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    packages = re.findall(r"^[a-z0-9][\w.-]*==\S+", text, re.MULTILINE | re.IGNORECASE)
    assert len(packages) > 20
    assert len(re.findall(r"^[a-z0-9][\w.-]*==[^\n]*\\\n\s+--hash=sha256:", text, re.MULTILINE | re.IGNORECASE)) == len(
        packages
    )
    assert "://" not in text


@pytest.mark.parametrize(
    ("arguments", "level"),
    [
        (["build"], "run"),
        (["test"], "dev"),
        (["--help"], "run"),
        ([], "run"),
        (["book", "test"], "run"),
        (["--quiet", "test"], "dev"),
    ],
)
def it_takes_the_developers_packages_only_for_tests(launcher: ModuleType, arguments: list[str], level: str) -> None:
    assert launcher.level_of(arguments) == level


def it_prepares_again_when_the_lock_changes(
    launcher: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = tmp_path / "requirements.lock"
    lock.write_text("a==1", encoding="utf-8")
    monkeypatch.setattr(launcher, "LOCKS", {"run": lock, "dev": lock})
    monkeypatch.setattr(launcher, "STAMP", tmp_path / "stamp")
    monkeypatch.setattr(launcher, "PYTHON", lock)
    assert not launcher.is_prepared("run")
    launcher.STAMP.write_text(launcher.stamp_for("run"), encoding="utf-8")
    assert launcher.is_prepared("run")
    assert not launcher.is_prepared("dev")
    lock.write_text("a==2", encoding="utf-8")
    assert not launcher.is_prepared("run")


def it_says_the_one_command_when_it_may_not_install(launcher: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(launcher, "missing_libraries", lambda: ["pango-1.0"])
    monkeypatch.setattr(launcher.os, "geteuid", lambda: 1000)
    monkeypatch.setattr(launcher.shutil, "which", lambda tool: f"/usr/bin/{tool}")
    with pytest.raises(launcher.CannotStart) as stop:
        launcher.install_system_packages("run")
    assert str(stop.value) == (
        "还缺少系统组件，请先运行下面这一条命令，再重新运行本程序：\n"
        "    sudo apt-get install -y --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
    )


@pytest.mark.parametrize(
    ("platform", "tool", "command"),
    [
        ("darwin", "brew", "brew install pango"),
        ("linux", "dnf", "sudo dnf install -y harfbuzz pango"),
        ("linux", None, "用本机的软件管理器安装：libpango-1.0-0、libpangoft2-1.0-0、libharfbuzz-subset0"),
    ],
)
def it_knows_other_systems(
    launcher: ModuleType, monkeypatch: pytest.MonkeyPatch, platform: str, tool: str | None, command: str
) -> None:
    monkeypatch.setattr(launcher.sys, "platform", platform)
    monkeypatch.setattr(launcher.shutil, "which", lambda asked: asked if asked == tool else None)
    assert launcher.install_command(launcher.PANGO_PACKAGES) == command


def the_doctor_says_what_is_missing(
    launcher: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(launcher, "missing_libraries", lambda: ["pango-1.0"])
    assert launcher.main(["doctor"]) == 1
    shown = capsys.readouterr().out
    assert "✗ 排版组件 Pango：缺少。请运行：" in shown
    assert "还不能生成" in shown


def the_doctor_is_content_with_a_ready_machine(launcher: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert launcher.main(["doctor"]) == 0
    assert "一切就绪。" in capsys.readouterr().out
