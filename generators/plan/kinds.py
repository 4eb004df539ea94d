"""The kinds of sign that templates/signs/ can make: each folder is one kind."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from generators.content.load import read_noun
from generators.model.sign import Sign, SignKind
from generators.problems import listed, near

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generators.content.draft import Draft
    from generators.problems import Problem

FOLDER = Path(__file__).resolve().parents[2] / "templates" / "signs"


@cache
def sign_kinds() -> Mapping[str, SignKind]:
    """Name of the folder → what its kind.yml says, in order of name.

    Raises:
        ContentError: A kind.yml cannot be read.
    """
    folders = sorted(path.parent for path in FOLDER.glob("*/kind.yml"))
    return MappingProxyType({folder.name: _kind(folder) for folder in folders})


def check_sign_kinds(draft: Draft) -> Iterator[Problem]:
    """Every sign names a kind that exists."""
    for sign in draft.of(Sign).values():
        if sign.kind not in sign_kinds():
            fix = near(sign.kind, sign_kinds()) or f"现有：{listed(list(sign_kinds()))}"
            yield draft.problem(sign, ("kind",), f"没有标识式样「{sign.kind}」", fix)


def _kind(folder: Path) -> SignKind:
    shown = f"templates/signs/{folder.name}/kind.yml"
    return read_noun(folder / "kind.yml", SignKind, name=folder.name, shown=shown)
