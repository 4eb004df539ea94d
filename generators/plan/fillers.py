"""Filler pages 附记: a bound book has a multiple of four pages, and lines to write on are better than blank paper."""

from __future__ import annotations

TITLE = "附记"
"""What stands above the lines."""

SHEET = 4
"""Pages of a folded sheet."""


def fillers_needed(pages: int) -> int:
    """How many filler pages a book of `pages` pages needs at its end."""
    return -pages % SHEET
