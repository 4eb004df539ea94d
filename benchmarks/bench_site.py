"""The site against plain MkDocs + Material, and Zensical, with the same Markdown: now, and with many branches.

    .venv/bin/python benchmarks/bench_site.py [BRANCHES ...]        by default 0 1000 5000, beside those in content/

Every build is a process of its own, so that its memory can be seen; this one stays small, because a new process
counts as large as the one it comes from. Downloads and sign pictures are made beforehand
and given to all alike as files. Ours also reads and checks the content, derives what cites what, lays out the charts,
plans the branches' calendars and builds its own search index; the others build theirs. CPU seconds, because they are
the same whatever else the machine is doing; for ours and MkDocs without the start of Python. Zensical is installed
into .cache/zensical at the first run; where it cannot be, it is left out.
"""

from __future__ import annotations

import os
import pickle
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from generators.model.library import Library
    from generators.site.downloads import Offers

ROOT = Path(__file__).resolve().parent.parent
CONTENT = ROOT / "content"
SAMPLE = "example-village"
ZENSICAL, ZENSICAL_VERSION = ROOT / ".cache" / "zensical", "0.0.73"
FEATURES = ["navigation.tabs", "navigation.indexes", "navigation.path", "navigation.prune", "navigation.footer"]


class Cost(NamedTuple):
    """What a build took."""

    seconds: float
    """CPU seconds."""
    megabytes: float
    """At its height."""


# ── What is built ──────────────────────────────────────────────────────────────


def many_branches(folder: Path, count: int) -> Path:
    """A copy of the content with this many more branches, each a little different."""
    content = folder / "content"
    shutil.copytree(CONTENT, content)
    text = (content / "branches" / f"{SAMPLE}.yml").read_text(encoding="utf-8")
    (code,) = [line for line in text.splitlines() if line.startswith("code:")]
    short = next(line for line in text.splitlines() if line.startswith("short:"))
    for n in range(count):
        own = text.replace(code, f"code: YA-{n + 1000}").replace(short, f"{short}第{n}分部")
        own = own.replace("每月5日", f"每月{n % 28 + 1}日")
        (content / "branches" / f"branch-{n}.yml").write_text(own, encoding="utf-8")
    return content


def make_offers(made: Path) -> None:
    """Make the downloads and pictures of the content, and write them down."""
    from generators.plan.ready import open_library  # noqa: PLC0415
    from generators.site.downloads import offers  # noqa: PLC0415

    made.write_bytes(pickle.dumps(offers(open_library(CONTENT))))


def offers_in(made: Path, library: Library) -> Offers:
    """What `make_offers` has written, with the calendars of this library's branches."""
    from generators.site.calendars import Calendars  # noqa: PLC0415

    offers: Offers = pickle.loads(made.read_bytes())  # noqa: S301 -- written by this benchmark a moment ago
    return replace(offers, calendars=Calendars.of(library))


def plain_project(folder: Path, content: Path, made: Path) -> int:
    """Write an MkDocs project with the handbook's Markdown and nothing of ours; the number of its pages."""
    import yaml  # noqa: PLC0415

    from generators.plan.ready import open_library  # noqa: PLC0415
    from generators.site.api import api_files  # noqa: PLC0415
    from generators.site.handbook import Handbook  # noqa: PLC0415
    from generators.site.navigation import navigation  # noqa: PLC0415

    library = open_library(content)
    handbook = Handbook.of(library, offers_in(made, library))
    pages = list(handbook.pages())
    files = {page.path: page.markdown.encode() for page in pages}
    for path, body in (files | dict(handbook.offers.files()) | api_files(library)).items():
        (folder / "docs" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "docs" / path).write_bytes(body)
    settings = {
        "site_name": "plain",
        "use_directory_urls": False,
        "theme": {"name": "material", "language": "zh", "font": False, "features": FEATURES},
        "plugins": ["search"],
        "nav": navigation(pages),
        "not_in_nav": "/branches/*",
        "markdown_extensions": ["attr_list", "def_list", "md_in_html", "tables", {"toc": {"toc_depth": 3}}],
    }
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings, allow_unicode=True), encoding="utf-8")
    return len(pages)


# ── One step, in a process of its own ─────────────────────────────────────────


def build_ours(content: Path, made: Path, out: Path) -> float:
    """What `zhibu build` does for the site, downloads apart; its CPU seconds."""
    os.environ["ZHIBU_CONTENT"] = str(content)
    from mkdocs.commands.build import build  # noqa: PLC0415
    from mkdocs.config import load_config  # noqa: PLC0415

    from generators.site import plugin  # noqa: PLC0415
    from generators.site.build import CONFIG, patient_collector  # noqa: PLC0415

    plugin.offers = lambda library, **_: offers_in(made, library)  # type: ignore[assignment]
    begun = time.process_time()
    with patient_collector():
        build(load_config(str(CONFIG), site_dir=str(out), strict=True))
    return time.process_time() - begun


def build_plain(configuration: Path, out: Path) -> float:
    """What `mkdocs build` does; its CPU seconds."""
    from mkdocs.commands.build import build  # noqa: PLC0415
    from mkdocs.config import load_config  # noqa: PLC0415

    begun = time.process_time()
    build(load_config(str(configuration), site_dir=str(out)))
    return time.process_time() - begun


def step(*arguments: object) -> tuple[float, Cost]:
    """Do one step of this benchmark in a process of its own: the number it prints, and what the process took."""
    return run([sys.executable, str(Path(__file__).resolve()), *map(str, arguments)])


def run(command: list[str]) -> tuple[float, Cost]:
    """Run a command: the number it prints last, if any, and what it took."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "0", "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment) as process:
        said = process.stdout.read() if process.stdout else b""
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"failed: {' '.join(command)}")
    last = said.split()[-1:]
    number = float(last[0]) if last and last[0].replace(b".", b"").isdigit() else 0.0
    return number, Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def zensical() -> Path | None:
    """Zensical's program, installed when it is not there yet."""
    program = ZENSICAL / "bin" / "zensical"
    if not program.exists():
        python = str(ZENSICAL / "bin" / "python")
        subprocess.run([sys.executable, "-m", "venv", str(ZENSICAL)], check=False)
        subprocess.run([python, "-m", "pip", "install", "-q", f"zensical=={ZENSICAL_VERSION}"], check=False)
    return program if program.exists() else None


# ── The table ──────────────────────────────────────────────────────────────────


def costs(folder: Path, content: Path, made: Path) -> tuple[int, dict[str, Cost]]:
    """The number of pages, and what each builder takes for them."""
    pages, _ = step("project", folder, content, made)
    configuration = folder / "mkdocs.yml"
    found = {}
    for builder, arguments in {
        "MkDocs + Material": ("plain", configuration, folder / "plain"),
        "zhibu": ("ours", content, made, folder / "ours"),
    }.items():
        seconds, cost = step(*arguments)
        found[builder] = cost._replace(seconds=seconds)
    if program := zensical():
        _, found["Zensical"] = run([str(program), "build", "-f", str(configuration)])
    return round(pages), found


def main(sizes: list[int]) -> None:
    """Build every size with every builder, and print what it took."""
    print(f"{'pages':>6}  {'builder':20}{'CPU s':>8}{'ms a page':>11}{'ratio':>7}{'MB':>7}")
    with tempfile.TemporaryDirectory() as name:
        made = Path(name, "offers")
        step("offers", made)
        for size in sizes:
            folder = Path(name, str(size))
            folder.mkdir()
            pages, found = costs(folder, many_branches(folder, size), made)
            base = found["MkDocs + Material"].seconds
            for builder, cost in found.items():
                each, ratio = cost.seconds / pages * 1000, cost.seconds / base
                line = f"{pages:6}  {builder:20}{cost.seconds:8.1f}{each:11.1f}{ratio:7.2f}{cost.megabytes:7.0f}"
                print(line, flush=True)
            shutil.rmtree(folder)
    print("aims: zhibu's ratio at most 1.30; its milliseconds a page no more at 5,000 branches than at 1,000")


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["offers", made]:
            make_offers(Path(made))
        case ["project", folder, content, made]:
            print(plain_project(Path(folder), Path(content), Path(made)))
        case ["ours", content, made, out]:
            print(build_ours(Path(content), Path(made), Path(out)))
        case ["plain", configuration, out]:
            print(build_plain(Path(configuration), Path(out)))
        case sizes:
            main([int(size) for size in sizes] or [0, 1000, 5000])
