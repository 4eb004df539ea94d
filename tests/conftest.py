"""What every test may use: the content folder under test and its library."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generators.plan.ready import open_library

if TYPE_CHECKING:
    from generators.model.library import Library

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def content_dir() -> Path:
    """The content folder under test; `zhibu test --content DIR` names another one."""
    return Path(os.environ.get("ZHIBU_CONTENT", ROOT / "content"))


@pytest.fixture(scope="session")
def library(content_dir: Path) -> Library:
    """The library of the content folder under test."""
    return open_library(content_dir)
