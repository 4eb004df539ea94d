"""Google's Lighthouse on pages of the built site, as a phone on a slow line and as a desk meet them.

    .venv/bin/python benchmarks/bench_lighthouse.py [SITE] [PAGE ...]

The site (site/ unless another folder is named) is served packed from this machine. Every score should be 100; what
keeps one from it is listed below the table. Lighthouse is an npm package; the first run installs it into .cache/node.
The last version for Node 18 and 20 is taken.
"""

from __future__ import annotations

import functools
import gzip
import http.server
import io
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
VERSION = "12.8.2"
FOLDER = ROOT / ".cache" / "node" / f"lighthouse-{VERSION}"
PAGES = ("index.html", "procedures/develop-member.html", "procedures/dues.html", "standards/base.html")
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
TEXTS = (".html", ".css", ".js", ".json", ".svg")
CHROME_FLAGS = "--headless=new --no-sandbox"


class Packed(http.server.SimpleHTTPRequestHandler):
    """Serves a folder as a web server for the public does: texts packed, everything but pages kept by the browser."""

    def send_head(self) -> Any:
        """Send the headers; return the body."""
        path = Path(self.translate_path(self.path))
        if not path.is_file():
            return super().send_head()
        body, is_text = path.read_bytes(), path.suffix in TEXTS
        body = gzip.compress(body) if is_text else body
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if is_text:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-cache" if path.suffix == ".html" else "max-age=31536000")
        self.end_headers()
        return io.BytesIO(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def lighthouse() -> Path:
    """The program, installed when it is not there yet."""
    program = FOLDER / "node_modules" / ".bin" / "lighthouse"
    if not program.exists():
        FOLDER.mkdir(parents=True, exist_ok=True)
        options = ["--no-audit", "--no-fund", "--ignore-scripts", "--prefix", str(FOLDER)]
        subprocess.run([shutil.which("npm") or "npm", "install", *options, f"lighthouse@{VERSION}"], check=True)
    return program


def report(address: str, *, desktop: bool, folder: Path) -> dict[str, Any]:
    """What Lighthouse says of a page."""
    target = folder / "report.json"
    options = ["--output=json", f"--output-path={target}", "--quiet", f"--only-categories={','.join(CATEGORIES)}"]
    options += ["--preset=desktop"] if desktop else []
    chrome = os.environ.get("CHROME_PATH") or shutil.which("chromium") or shutil.which("google-chrome") or ""
    command = [str(lighthouse()), address, *options, f"--chrome-flags={CHROME_FLAGS} --user-data-dir={folder}/chrome"]
    subprocess.run(command, check=True, env={**os.environ, "CHROME_PATH": chrome})
    said: dict[str, Any] = json.loads(target.read_text(encoding="utf-8"))
    return said


def shortfalls(said: dict[str, Any]) -> list[str]:
    """What keeps a page from a full score."""
    found = []
    for category in CATEGORIES:
        for part in said["categories"][category]["auditRefs"]:
            audit = said["audits"][part["id"]]
            if part["weight"] and audit["score"] is not None and audit["score"] < 1:
                found.append(f"{category}: {audit['title']} ({audit.get('displayValue') or round(audit['score'], 2)})")
    return found


def main(site: Path, pages: tuple[str, ...]) -> None:
    """Print a row for every page and kind of device."""
    handler = functools.partial(Packed, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server, tempfile.TemporaryDirectory() as name:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        print(f"{'page':34}{'device':9}" + "".join(f"{category:>16}" for category in CATEGORIES))
        notes = []
        for page in pages:
            for device in ("mobile", "desktop"):
                address = f"http://127.0.0.1:{server.server_port}/{page}"
                said = report(address, desktop=device == "desktop", folder=Path(name))
                scores = [round(100 * (said["categories"][category]["score"] or 0)) for category in CATEGORIES]
                print(f"{page:34}{device:9}" + "".join(f"{score:16}" for score in scores), flush=True)
                notes += [f"{page} {device}: {note}" for note in shortfalls(said)]
        server.shutdown()
    print("\n".join(notes))


if __name__ == "__main__":
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "site"
    main(folder, tuple(sys.argv[2:]) or PAGES)
