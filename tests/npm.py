"""Packages of npm that tests use, each installed once into a folder of its own in the repository's cache."""

from __future__ import annotations

import contextlib
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest

CACHE = Path(__file__).parents[1] / ".cache" / "node"


def npm_package(name: str, version: str, *options: str) -> Path:
    """The folder `node_modules` that holds the package; the test is skipped where npm cannot install it.

    `options` are further ones for `npm install`.
    """
    folder = CACHE / f"{name.replace('/', '-').removeprefix('@')}-{version}" / "node_modules"
    if folder.exists():
        return folder
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("npm is not installed")
    CACHE.mkdir(parents=True, exist_ok=True)
    draft = tempfile.mkdtemp(dir=CACHE, prefix=".")
    wanted = ("--no-save", "--no-audit", "--no-fund", *options, "--prefix", draft, f"{name}@{version}")
    made = subprocess.run([npm, "install", *wanted], capture_output=True, text=True, timeout=300, check=False)
    if made.returncode:
        shutil.rmtree(draft)
        pytest.skip(f"npm could not install {name}: {made.stderr[-300:]}")
    with contextlib.suppress(OSError):  # another worker was quicker
        Path(draft).rename(folder.parent)
    shutil.rmtree(draft, ignore_errors=True)
    return folder
