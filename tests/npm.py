"""Tools that come as npm packages: installed once, each into a folder of its own in the repository's cache."""

from __future__ import annotations

import contextlib
import shutil
import subprocess
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
