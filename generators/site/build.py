"""Building and serving the site from the command line."""

from __future__ import annotations

import gc
import logging
import os
import shutil
import sys
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

# Before MkDocs loads its theme: the theme's banner about MkDocs 2 says nothing to our users.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

from mkdocs.commands.build import build
from mkdocs.commands.serve import serve
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from generators.problems import ContentError, ZhibuError, refusal

if TYPE_CHECKING:
    from collections.abc import Iterator

CONFIG = Path(__file__).resolve().parents[2] / "mkdocs.yml"


@dataclass(frozen=True)
class SiteReport:
    """What a build has made."""

    pages: int
    seconds: float


def build_site(content: Path, out: Path) -> SiteReport:
    """Build the site of a content folder into `out`; a build that fails leaves the old site as it was.

    Raises:
        ContentError: the content has problems.
        ZhibuError: a link leads nowhere, the theme has changed, or the disk refuses.
    """
    begun = time.monotonic()
    out.parent.mkdir(parents=True, exist_ok=True)
    with (
        _configured(content),
        patient_collector(),
        tempfile.TemporaryDirectory(dir=out.parent, prefix=".zhibu-site-") as folder,
    ):
        stage = Path(folder) / "site"
        _build(stage)
        pages = sum(1 for _ in stage.rglob("*.html"))
        _put_in_place(stage, out)
    return SiteReport(pages, time.monotonic() - begun)


def serve_site(content: Path, *, port: int = 8000) -> None:
    """Serve the site on this machine, rebuilt whenever content or templates change, until Ctrl+C.

    Raises:
        ContentError: the content has problems at the start; later ones are only said.
        ZhibuError: the port is taken.
    """
    with _configured(content), patient_collector(), _heard(_Teller()):
        try:
            serve(str(CONFIG), dev_addr=f"127.0.0.1:{port}")
        except Abort as stopped:
            raise _reason(stopped, []) from stopped
        except OSError as refused:
            raise ZhibuError(f"端口 {port} 用不了（{refusal(refused)}），请换一个：--port {port + 1}") from refused


def _build(stage: Path) -> None:
    warnings = _Warnings()
    with _heard(warnings):
        config = load_config(str(CONFIG), site_dir=str(stage), strict=True)
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build(config)
        except Abort as stopped:
            raise _reason(stopped, warnings.lines) from stopped
        finally:
            config.plugins.on_shutdown()


def _reason(stopped: Abort, warnings: list[str]) -> ContentError | ZhibuError:
    """Our own error where one stopped MkDocs, else the warnings that did."""
    if isinstance(stopped.__cause__, ContentError | ZhibuError):
        return stopped.__cause__
    return ZhibuError("网站没有生成，MkDocs 报告：\n" + "\n".join(warnings or [str(stopped)]))


def _put_in_place(stage: Path, out: Path) -> None:
    """Swap the finished site for the old one; files of the old site that begin with a dot stay (.gitignore)."""
    try:
        if out.exists():
            for kept in out.glob(".*"):
                shutil.copy2(kept, stage / kept.name)
            out.rename(stage.parent / "old")
        stage.rename(out)
    except OSError as refused:
        raise ZhibuError(f"换不上新网站「{out}」：{refusal(refused)}，请关掉正在用它的程序再试") from refused


@contextmanager
def _configured(content: Path) -> Iterator[None]:
    """Name the content folder where mkdocs.yml looks for it."""
    before = {name: os.environ.get(name) for name in ("ZHIBU_CONTENT", "SOURCE_DATE_EPOCH")}
    os.environ["ZHIBU_CONTENT"] = str(content.resolve())
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


@contextmanager
def patient_collector() -> Iterator[None]:
    """Look for garbage less often: nearly all that a build makes lives to its end. It saves a twentieth of the time."""
    before = gc.get_threshold()
    gc.set_threshold(20_000, 20, 50)
    try:
        yield
    finally:
        gc.set_threshold(*before)


@contextmanager
def _heard(handler: logging.Handler) -> Iterator[None]:
    logger = logging.getLogger("mkdocs")
    level = logger.level
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.setLevel(level)


class _Warnings(logging.Handler):
    """Keeps what MkDocs warns of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


class _Teller(logging.Handler):
    """Says in Chinese what goes on while serving."""

    _SAYINGS = (
        ("Serving on", "准备好了，可以打开。"),
        ("Detected file changes", "有改动，正在更新……"),
        ("Reloading browsers", "已更新。"),
        ("An error happened during the rebuild", "改好后会自动更新，浏览器里暂时还是旧页面。"),
    )

    def emit(self, record: logging.LogRecord) -> None:
        message = record.getMessage()
        for beginning, saying in self._SAYINGS:
            if beginning in message:
                sys.stderr.write(f"{saying}\n")
                return
        if record.levelno >= logging.WARNING and '" code ' not in message:  # not of every address mistyped
            sys.stderr.write(f"{message}\n")
