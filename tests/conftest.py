"""What every test may use: the content folder under test, its library, and its website built once."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generators.plan.ready import open_library

if TYPE_CHECKING:
    from generators.model.library import Library

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session", autouse=True)
def kept_things(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> None:
    """Let all workers of a run share compiled forms and finished signs, in a folder of the run's own."""
    base = tmp_path_factory.getbasetemp()
    os.environ["ZHIBU_CACHE"] = str((base if worker_id == "master" else base.parent) / "kept")


@pytest.fixture(scope="session")
def content_dir() -> Path:
    """The content folder under test; `zhibu test --content DIR` names another one."""
    return Path(os.environ.get("ZHIBU_CONTENT", ROOT / "content"))


@pytest.fixture(scope="session")
def library(content_dir: Path) -> Library:
    """The library of the content folder under test."""
    return open_library(content_dir)


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory, worker_id: str, content_dir: Path) -> Path:
    """The website of the content folder, built once for all workers of a parallel run."""
    from generators.site.build import build_site  # noqa: PLC0415 -- slow to import, and few tests need it

    base = tmp_path_factory.getbasetemp()
    shared = base if worker_id == "master" else base.parent
    folder, claim, done = shared / "built-site", shared / "built-site.claim", shared / "built-site.done"
    try:
        claim.mkdir()
    except FileExistsError:
        _wait_for(done)
    else:
        try:
            build_site(content_dir, folder)
            done.write_text("ok", encoding="utf-8")
        except BaseException as error:
            done.write_text(str(error), encoding="utf-8")
            raise
    return folder


def _wait_for(done: Path) -> None:
    """Wait for the worker that builds; its failure is ours too."""
    deadline = time.monotonic() + 300
    while not done.exists() or not done.read_text(encoding="utf-8"):
        assert time.monotonic() < deadline, "the site was not built in five minutes"
        time.sleep(0.2)
    assert done.read_text(encoding="utf-8") == "ok"
