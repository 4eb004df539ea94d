"""The documents agree with each other and with the program."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generators import cli
from generators.content.readme import content_readme
from generators.plan.check import prefill_vocabulary

ROOT = Path(__file__).resolve().parent.parent


def blocks(name: str) -> list[str]:
    return re.findall(r"```sh\n(.*?)```", (ROOT / name).read_text(encoding="utf-8"), re.DOTALL)


def the_two_readmes_have_the_same_commands() -> None:
    assert blocks("README.md") == blocks("README.zh-CN.md")
    assert len(blocks("README.md")) == 2


def every_command_is_in_the_readme_and_every_command_there_exists() -> None:
    named = set(re.findall(r"^\./zhibu (\w+)", "\n".join(blocks("README.md")), re.MULTILINE))
    commands = {c.name for c in cli.app.registered_commands}
    assert named <= commands
    assert commands - named == {"doctor"}  # described in the text above the blocks
    assert "./zhibu doctor" in (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md", "ARCHITECTURE.md", "CONTRIBUTING.md"])
def every_link_and_picture_exists(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#]+)\)", text):
        assert (ROOT / target).exists(), target


def every_module_of_the_house_is_in_the_architecture() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    for folder in (ROOT / "generators").iterdir():
        if folder.is_dir() and not folder.name.startswith("_"):
            assert f"`{folder.name}/`" in text, folder.name


def the_field_documentation_is_up_to_date() -> None:
    assert (ROOT / "content" / "README.md").read_text(encoding="utf-8") == content_readme(prefill_vocabulary())
