"""The small valid content folder that tests of loading start from."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

BASE = Path(__file__).parents[1] / "broken" / "base"


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """A copy of the small valid content folder, to be changed."""
    folder = tmp_path / "content"
    shutil.copytree(BASE, folder)
    return folder
