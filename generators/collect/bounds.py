"""Bounds of a filled form: what lies beyond them is not read."""

from __future__ import annotations

from generators.hostile import MEBIBYTE

FILE_LIMIT = 64 * MEBIBYTE
"""Largest file that is looked at; a full book is under 3 MB."""

OVERLAPS = 20
"""How many fields may lie in each other; in our own books they lie side by side."""

TEXT_LIMIT = 100_000
"""Characters in one field; a page of ruled lines holds a thousand."""
