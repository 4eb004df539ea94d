"""Every link of the built site leads somewhere, and nothing in it asks another host."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from generators.model.library import Library

NAMES = (
    "http://www.w3.org/",  # namespaces of SVG and XML: names that no browser asks for
    "http://www.sitemaps.org/schemas/",  # the same
    "https://json-schema.org/draft/",  # the dialect of a JSON Schema: a name
)
"""What looks like an address and is a name."""
NEVER_ASKED = (
    "https://clipboardjs.com/",  # in the comment with the licence
    "https://unpkg.com/mermaid",  # for diagrams drawn in the browser; ours are drawn at build time
    "https://api.github.com/",  # for a link to a repository, which the site has not
    "https://${e}/api/v4/",  # the same
    "https://unpkg.com/resize-observer-polyfill",  # for browsers without one; old-browsers.js brings it
)
"""What the theme's script could ask for and has no cause to."""
TEXTS = {".html", ".css", ".js", ".json", ".svg", ".xml", ".ics", ".txt"}


def lychee(folder: Path) -> list[str]:
    """Links of the pages in a folder that lead nowhere, by lychee, without the network."""
    program = shutil.which("lychee", path=str(Path(sys.executable).parent)) or "lychee"
    options = ["--offline", "--include-fragments", "--no-progress", "--format", "json", "--root-dir", str(folder)]
    command = [program, *options, f"{folder}/**/*.html"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    report = json.loads(done.stdout)
    assert report["total"], done.stderr
    return [f"{page}: {link['url']}" for page, links in report["error_map"].items() for link in links]


@pytest.mark.any_content
def every_link_leads_to_a_file_and_to_a_place_in_it(built_site: Path) -> None:
    assert lychee(built_site)[:20] == []


def a_link_that_leads_nowhere_is_found(tmp_path: Path) -> None:
    links = '<a href="#有">1</a><a href="b.html">2</a><a href="#没有">3</a>'
    (tmp_path / "a.html").write_text(f'<!doctype html><title>A</title><h1 id="有">有</h1>{links}', encoding="utf-8")
    first, second = sorted(lychee(tmp_path), key=len)
    assert first.endswith("/b.html")
    assert "/a.html#" in second


@pytest.mark.any_content
def no_file_asks_another_host(built_site: Path, library: Library) -> None:
    own = (library.publication.address,) if library.publication.address else ()
    foreign = set()
    for path in built_site.rglob("*"):
        if path.suffix in TEXTS:
            allowed = (*NAMES, *own, *(NEVER_ASKED if path.name.startswith("bundle.") else ()))
            addresses = re.findall(r"https?://[^\s\"'<>)\\]+", path.read_text(encoding="utf-8"))
            foreign |= {(path.name, address) for address in addresses if not address.startswith(allowed)}
    assert not foreign
