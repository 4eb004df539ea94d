"""The kinds of sign that templates/signs/ can make: each folder is one kind."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from generators.content.load import read_noun
from generators.model.sign import SignKind

if TYPE_CHECKING:
    from collections.abc import Mapping

FOLDER = Path(__file__).resolve().parents[2] / "templates" / "signs"


@cache
def sign_kinds() -> Mapping[str, SignKind]:
    """Name of the folder → what its kind.yml says, in order of name.

    Raises:
        ContentError: A kind.yml cannot be read.
    """
    folders = sorted(path.parent for path in FOLDER.glob("*/kind.yml"))
    return MappingProxyType({folder.name: _kind(folder) for folder in folders})


def _kind(folder: Path) -> SignKind:
    shown = f"templates/signs/{folder.name}/kind.yml"
    return read_noun(folder / "kind.yml", SignKind, name=folder.name, shown=shown)
