"""The search of the site against Material's own and Pagefind, on the same pages: now, and with many branches.

    .venv/bin/python benchmarks/bench_search.py [BRANCHES ...]      by default 0 1000 5000, beside those in content/

Chromium asks each from a small server: what a first question loads (packed with gzip, counted by the server), how
long from opening the page to its answer, how long a question takes whose parts are loaded, and how many find the page
meant among the first three. Pages are what our index knows of
them; Material gets them as its plugin would write them, with a word mark after every second character in place of
jieba's. Pagefind is an npm package; the first run installs it into .cache/node, and where that fails it is left out.
"""

from __future__ import annotations

import functools
import gzip
import html
import http.server
import json
import re
import shutil
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from statistics import mean
from typing import TYPE_CHECKING, Any, NamedTuple

import material
from playwright.sync_api import sync_playwright

from generators.site.build import build_site
from generators.site.record import Passage, Record
from generators.site.search import search_files

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parent.parent
PAGEFIND_VERSION = "1.6.0"
PAGEFIND = ROOT / ".cache" / "node" / f"pagefind-{PAGEFIND_VERSION}"
THEME = Path(material.__file__).parent / "templates" / "assets" / "javascripts"
ASSETS = ROOT / "templates" / "site" / "docs" / "assets"
PHRASES = {
    "三会一课": "procedures/branch-meeting",
    "介绍信过期了怎么办": "procedures/transfer",
    "公积金算不算党费基数": "procedures/dues",
    "换届": "procedures/election",
}
BRANCHES = {"云山村党支部": "branches/b0"}
"""What only many branches make worth seeking."""
FIELDS = {"title": {"boost": 1000}, "text": {"boost": 1}, "tags": {"boost": 1000000}}
"""As Material's plugin weighs them."""
FIRST, SECOND = "云青白石金龙河长东南西北上下大小新高平安", "山水湖溪林塘桥岭坡湾泉村店集庄口岗井冲圩"

ASK_WORKER = """async ([worker, index, phrase, next]) => {
  const begun = performance.now(), engine = new Worker(worker);
  const say = (message, reply) => new Promise((done) => {
    engine.onmessage = (event) => { if (event.data.type === reply) done(event.data.data); };
    engine.postMessage(message);
  });
  const setup = await (await fetch(index)).json();
  await say({ type: 0, data: { ...setup, options: { suggest: false } } }, 1);
  const found = (await say({ type: 2, data: phrase }, 3)).items.slice(0, 3).map((item) => item[0].location);
  const first = performance.now() - begun;
  await say({ type: 2, data: next }, 3);
  const second = performance.now();
  await say({ type: 2, data: next }, 3);
  return { first, next: performance.now() - second, found };
}"""
ASK_PAGEFIND = """async ([phrase, next]) => {
  const begun = performance.now(), engine = await import("/pagefind/pagefind.js");
  const show = async (all) => Promise.all(all.results.slice(0, 10).map((result) => result.data()));
  const found = (await show(await engine.search(phrase))).slice(0, 3).map((page) => page.url);
  const first = performance.now() - begun;
  await show(await engine.search(next));
  const second = performance.now();
  await show(await engine.search(next));
  return { first, next: performance.now() - second, found };
}"""


class Cost(NamedTuple):
    """What a question costs."""

    kilobytes: float
    """Loaded for the first one, packed."""
    first: float
    """Milliseconds from nothing to the first answer."""
    later: float
    """Milliseconds of a question whose parts are loaded."""
    right: float
    """How many of the questions find their page among the first three, 0 to 1."""


# ── What is searched ───────────────────────────────────────────────────────────


def records_of(site: Path) -> list[Record]:
    """The pages as a built site's index has them; their weights are already in the index and left out."""
    texts = {int(n): text for part in _parts(site, "texts") for n, text in part.items()}
    cards = [card for part in _parts(site, "cards") for card in part]
    return [
        Record(card[0], card[1], card[2], tuple(card[3]), 1, tuple(Passage(*text) for text in texts[number]))
        for number, card in enumerate(cards)
    ]


def _parts(site: Path, kind: str) -> Iterator[Any]:
    files = sorted((site / "search").glob(f"{kind}-*.js"), key=lambda file: int(file.stem.rpartition("-")[2]))
    for file in files:
        said = file.read_text(encoding="utf-8")
        yield json.loads(f"[{said[said.index('(') + 1 : -1]}]")[1]


def many_branches(records: Sequence[Record], count: int) -> list[Record]:
    """So many branches more, each like the example but for its name."""
    (sample,) = (record for record in records if record.location == "branches/example-village.html")
    added = []
    for n in range(count):
        place = FIRST[n % 20] + SECOND[n // 20 % 20] + ("" if n < 400 else f"{n // 400}组")
        name = f"{place}村党支部"
        passages = tuple(
            Passage(p.anchor, p.heading, p.text.replace("示例村", f"{place}村"), section=bool(p.section))
            for p in sample.passages
        )
        added.append(Record(f"branches/b{n}.html", name, sample.kind, (f"中共{place}村支部委员会",), 0.8, passages))
    return [*records, *added]


# ── The three ──────────────────────────────────────────────────────────────────


def ours(folder: Path, records: Sequence[Record]) -> None:
    """Our index and worker."""
    for path, body in search_files(records).items():
        _write(folder / path, body)
    for script in ASSETS.glob("search-*.js"):
        _write(folder / "assets" / script.name, script.read_bytes())


def materials(folder: Path, records: Sequence[Record]) -> None:
    """The theme's worker, and the index as its plugin writes it."""
    docs = []
    for record in records:
        whole = [] if any(not p.anchor for p in record.passages) else [Passage("", "", "")]
        for p in (*whole, *record.passages):
            location = f"{record.location}#{p.anchor}" if p.anchor else record.location
            docs.append({"location": location, "title": _cut(p.heading or record.title), "text": _cut(p.text)})
    index = {"config": {"lang": ["zh"], "separator": "[\\s\u200b\\-]", "fields": FIELDS, "pipeline": []}, "docs": docs}
    _write(folder / "search" / "search_index.json", json.dumps(index, ensure_ascii=False).encode())
    shutil.copytree(THEME, folder / "assets" / "javascripts")
    (worker,) = (folder / "assets" / "javascripts" / "workers").glob("search.*.js")
    worker.rename(worker.with_name("search.js"))


def _cut(text: str) -> str:
    return re.sub(r"([\u3400-\u9fff]{2})(?=[\u3400-\u9fff])", "\\1\u200b", text)


def pagefinds(folder: Path, records: Sequence[Record]) -> None:
    """Plain pages with Pagefind's index of them."""
    for record in records:
        text = "".join(f"<h2>{html.escape(p.heading)}</h2><p>{html.escape(p.text)}</p>" for p in record.passages)
        page = f'<html lang="zh"><body><h1>{html.escape(record.title)}</h1>{text}</body></html>'
        _write(folder / record.location.replace("#", "-"), page.encode())
    subprocess.run([pagefind(), "--site", folder], check=True, capture_output=True)


def pagefind() -> Path:
    """The program, installed when it is not there yet."""
    program = PAGEFIND / "node_modules" / ".bin" / "pagefind"
    if not program.exists():
        PAGEFIND.mkdir(parents=True, exist_ok=True)
        options = ["--no-audit", "--no-fund", "--prefix", str(PAGEFIND)]
        subprocess.run([shutil.which("npm") or "npm", "install", *options, f"pagefind@{PAGEFIND_VERSION}"], check=True)
    return program


def _write(path: Path, body: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(body)


# ── Asking ─────────────────────────────────────────────────────────────────────


class Counting(http.server.SimpleHTTPRequestHandler):
    """A folder, packed as web servers pack it; `sent` counts the bytes."""

    protocol_version = "HTTP/1.1"
    sent = 0

    def do_GET(self) -> None:
        """Send a file."""
        path = Path(self.translate_path(self.path))
        body = path.read_bytes() if path.is_file() else b"<!doctype html><title>-</title>"
        packed = gzip.compress(body)
        type(self).sent += min(len(packed), len(body)) if path.is_file() else 0
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)) if path.is_file() else "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def asked(browser: Browser, folder: Path, script: str, before: Sequence[str], phrases: Mapping[str, str]) -> Cost:
    """The mean of some first questions, each in a fresh browser."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Counting, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    costs = []
    for phrase, wanted in phrases.items():
        context = browser.new_context()
        page = context.new_page()
        page.set_default_timeout(120_000)
        page.goto(f"http://127.0.0.1:{server.server_port}/empty")
        Counting.sent = 0
        said = page.evaluate(script, [*before, phrase, phrase])
        right = any(wanted in location for location in said["found"])
        costs.append(Cost(Counting.sent / 1000, said["first"], said["next"], right))
        context.close()
    server.shutdown()
    return Cost(*(mean(column) for column in zip(*costs, strict=True)))


SEARCHES = {
    "ours": (ours, ASK_WORKER, ["/assets/search-worker.js", "/search/search_index.json"]),
    "Material": (materials, ASK_WORKER, ["/assets/javascripts/workers/search.js", "/search/search_index.json"]),
    "Pagefind": (pagefinds, ASK_PAGEFIND, []),
}


def main(counts: Sequence[int]) -> None:
    """Print the table."""
    heads = f"{'first loads':>12} {'first answer':>13} {'later':>9} {'found':>6}"
    print(f"{'branches':>9} {'pages':>6}  {'search':<9} {heads}   × ours")
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as play:
        build_site(ROOT / "content", Path(scratch) / "site")
        base = records_of(Path(scratch) / "site")
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for count in counts:
            records, own = many_branches(base, count), None
            for name, (make, script, before) in SEARCHES.items():
                folder = Path(scratch) / f"{name}-{count}"
                try:
                    make(folder, records)
                except (OSError, subprocess.CalledProcessError) as refused:
                    print(f"{count:>9} {len(records):>6}  {name:<9} left out: {refused}")
                    continue
                cost = asked(browser, folder, script, before, PHRASES | (BRANCHES if count else {}))
                own = own or cost
                ratios = " · ".join(f"{theirs / mine:.1f}" for theirs, mine in zip(cost[:3], own[:3], strict=True))
                numbers = f"{cost.kilobytes:>9.0f} KB {cost.first:>10.0f} ms {cost.later:>6.1f} ms {cost.right:>5.0%}"
                print(f"{count:>9} {len(records):>6}  {name:<9} {numbers}   {ratios}", flush=True)
                shutil.rmtree(folder)
        browser.close()


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or [0, 1000, 5000])
