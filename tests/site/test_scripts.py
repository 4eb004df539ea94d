"""Our scripts and styles run in the old browsers of our readers."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ASSETS = Path(__file__).resolve().parents[2] / "templates/site/docs/assets"

PARSE = """
const acorn = require("internal/deps/acorn/acorn/dist/acorn");
acorn.parse(require("fs").readFileSync(process.argv[1], "utf8"), { ecmaVersion: 2018 });
"""


@pytest.mark.parametrize("script", sorted(path.name for path in ASSETS.glob("*.js")))
def a_script_is_plain_es2018(script: str) -> None:
    subprocess.run(
        ["node", "--expose-internals", "-e", PARSE, ASSETS / script], capture_output=True, text=True, check=True
    )


def the_parser_would_refuse_newer_syntax(tmp_path: Path) -> None:
    (tmp_path / "new.js").write_text("let x = a?.b ?? c;", encoding="utf-8")
    with pytest.raises(subprocess.CalledProcessError):
        subprocess.run(
            ["node", "--expose-internals", "-e", PARSE, tmp_path / "new.js"], capture_output=True, check=True
        )


def the_style_needs_no_new_selector_and_no_other_host() -> None:
    named = (ASSETS / "handbook.css").read_text(encoding="utf-8")
    style = named.replace("http://www.w3.org/2000/svg", "")  # the name of SVG inside our own pictures, not an address
    assert not re.search(r":has\(|:is\(|:where\(|@layer|@container|https?:|@import|\binset:", style)


def the_shim_keeps_its_licence() -> None:
    assert "Martin Donath" in (ASSETS / "iframe-worker-shim.LICENSE.txt").read_text(encoding="utf-8")
