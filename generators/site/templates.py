"""The templates folder, as far as the site looks at it."""

from __future__ import annotations

from pathlib import Path

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"


def stamp(*folders: str) -> tuple[int, ...]:
    """A value that changes whenever a file in one of these folders of templates/ does."""
    files = (path for folder in folders for path in sorted((TEMPLATES / folder).rglob("*")) if path.is_file())
    return tuple(path.stat().st_mtime_ns for path in files)
