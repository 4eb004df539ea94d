"""The names of fields as a tree: below `R30.01` stands `members`, below it `03`, below it `name` (12.7.3.2).

A field's own name has no dots: its full name comes from the nodes above it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generators.pdf.compiled import CompiledForm


@dataclass(frozen=True)
class Node:
    """A name that joins fields or further nodes."""

    name: str
    """Empty for the uppermost, which is named after the copy."""
    parent: int
    """Which node is above it; -1 above the uppermost."""
    kids: tuple[tuple[bool, int], ...]
    """In reading order: whether it is a field, and which field or node of the tree."""


@dataclass(frozen=True)
class NameTree:
    """The names of a form's fields below a copy's own name."""

    nodes: tuple[Node, ...]
    """The uppermost first; none when the form has no fields."""
    parents: tuple[int, ...]
    """For each field the node above it."""
    own: tuple[str, ...]
    """For each field the last part of its name."""


@lru_cache(maxsize=1024)
def name_tree(compiled: CompiledForm) -> NameTree:
    """The tree of a form, the same for all its copies."""
    if not compiled.fields:
        return NameTree((), (), ())
    found: dict[tuple[str, ...], int] = {(): 0}
    kids: list[list[tuple[bool, int]]] = [[]]
    parents, own = [], []
    for index, spec in enumerate(compiled.fields):
        *path, last = spec.name.split(".")
        for depth in range(1, len(path) + 1):
            part = tuple(path[:depth])
            if part not in found:
                found[part] = len(found)
                kids.append([])
                kids[found[part[:-1]]].append((False, found[part]))
        parents.append(found[tuple(path)])
        own.append(last)
        kids[parents[-1]].append((True, index))
    nodes = [
        Node(path[-1] if path else "", found[path[:-1]] if path else -1, tuple(kids[number]))
        for path, number in found.items()
    ]
    return NameTree(tuple(nodes), tuple(parents), tuple(own))
