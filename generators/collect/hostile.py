"""Files that are not read: what is wrong with them, in one sentence for whoever sent them in."""

from __future__ import annotations

from generators.problems import ZhibuError


class HostileFileError(ZhibuError):
    """A file that is damaged, locked, or carries what a filled form never carries. Nothing of it is used."""


MEBIBYTE = 1 << 20

FILE_LIMIT = 64 * MEBIBYTE
"""Largest file that is looked at; a full book is under 3 MB."""


OVERLAPS = 20
"""How many fields may lie in each other; in our own books they lie side by side."""

TEXT_LIMIT = 100_000
"""Characters in one field; a page of ruled lines holds a thousand."""


def shown(name: str) -> str:
    """A name out of the file, fit for a sentence: short and printable."""
    printable = "".join(c if c.isprintable() else "?" for c in name)
    return printable if len(printable) <= 60 else f"{printable[:57]}……"
