"""Files that strangers send in and that are not opened: what is wrong with them."""

from __future__ import annotations

from enum import Enum

from generators.problems import ZhibuError

MEBIBYTE = 1 << 20


class Fault(Enum):
    """Why a file is not opened."""

    DAMAGED = "damaged"
    LOCKED = "locked"
    TOO_LARGE = "too large"
    """It unpacks to more than any file of its kind."""
    ODD = "odd"
    """It is built as no editor builds it, or carries what its kind never carries."""


class HostileFileError(ZhibuError):
    """A file that is damaged, locked, or carries what its kind never carries. Nothing of it is used."""

    def __init__(self, sentence: str, fault: Fault = Fault.ODD) -> None:
        super().__init__(sentence)
        self.fault = fault


def shown(name: str) -> str:
    """A name out of the file, fit for a sentence: short and printable."""
    printable = "".join(c if c.isprintable() else "?" for c in name)
    return printable if len(printable) <= 60 else f"{printable[:57]}……"
