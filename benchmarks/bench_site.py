"""The site against plain MkDocs + Material with the same Markdown, side by side in one run.

    .venv/bin/python benchmarks/bench_site.py [RUNS]

Both build the same pages with the same theme, extensions and navigation into a fresh folder. Downloads and sign
pictures are made beforehand: plain MkDocs gets them as files. Ours also reads the content, derives what cites what,
lays out the charts and builds its own search index; plain MkDocs builds the theme's.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config

from generators.plan.ready import open_library
from generators.site.build import CONFIG, patient_collector
from generators.site.composer import _environment
from generators.site.downloads import offers
from generators.site.handbook import Handbook
from generators.site.navigation import navigation
from generators.site.record import passages
from generators.site.search import _counts

CONTENT = CONFIG.parent / "content"


def plain_project(folder: Path) -> tuple[Path, int]:
    """A MkDocs project with the handbook's Markdown and nothing of ours; its configuration and number of pages."""
    library = open_library(CONTENT)
    handbook = Handbook.of(library, offers(library))
    pages = list(handbook.pages())
    files = {page.path: page.markdown.encode() for page in pages} | dict(handbook.offers.files())
    for path, content in files.items():
        (folder / "docs" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "docs" / path).write_bytes(content)
    configuration = folder / "mkdocs.yml"
    features = ["navigation.tabs", "navigation.indexes", "navigation.path", "navigation.prune", "navigation.footer"]
    settings = {
        "site_name": "plain",
        "use_directory_urls": False,
        "theme": {"name": "material", "language": "zh", "font": False, "features": features},
        "plugins": ["search"],
        "nav": navigation(pages),
        "markdown_extensions": ["attr_list", "def_list", "md_in_html", "tables", {"toc": {"toc_depth": 3}}],
    }
    configuration.write_text(yaml.safe_dump(settings, allow_unicode=True), encoding="utf-8")
    return configuration, len(pages)


def seconds(work: object, *arguments: object) -> float:
    """CPU seconds of one call: the same whatever else the machine is doing."""
    begun = time.process_time()
    work(*arguments)  # type: ignore[operator]
    return time.process_time() - begun


def build_ours(out: Path) -> None:
    """What `zhibu build` does for the site, with nothing remembered from the run before but downloads and pictures."""
    for remembered in (passages, _counts, _environment):
        remembered.cache_clear()
    config = load_config(str(CONFIG), site_dir=str(out), strict=True)
    config.plugins["zhibu"].__init__()  # type: ignore[misc]
    with patient_collector():
        build(config)


def build_plain(configuration: Path, out: Path) -> None:
    """What `mkdocs build` does."""
    build(load_config(str(configuration), site_dir=str(out)))


def main(runs: int) -> None:
    """Time both in turn and print the medians."""
    os.environ.setdefault("SOURCE_DATE_EPOCH", "0")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        configuration, pages = plain_project(folder)
        build_plain(configuration, folder / "warm-plain")
        build_ours(folder / "warm-ours")
        plain, ours = [], []
        for run in range(runs):
            plain.append(seconds(build_plain, configuration, folder / f"plain-{run}"))
            ours.append(seconds(build_ours, folder / f"ours-{run}"))
    left, right = statistics.median(plain), statistics.median(ours)
    print(f"{pages} pages, median CPU seconds of {runs} runs")
    print(f"plain MkDocs + Material   {left:6.2f} s   {left / pages * 1000:6.1f} ms a page")
    print(f"zhibu                     {right:6.2f} s   {right / pages * 1000:6.1f} ms a page")
    print(f"ratio                     {right / left:6.2f}     (aim: at most 1.30)")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
