"""A file's node tree, which knows where each key and value stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

Place = tuple[int, int]
"""Line and column, both from 1."""

Loc = tuple[str | int, ...]
"""The way to a value, as pydantic gives it: keys and list indexes."""

_KEY = "[key]"
"""What pydantic adds to the way when it means the key of a mapping and not its value."""


class Node(NamedTuple):
    """A value of the YAML file. Scalars are text; None stands for a key or item left empty."""

    place: Place
    content: str | list[Node] | dict[str, Entry] | None

    def plain(self) -> object:
        """The value as pydantic takes it: text, lists and mappings."""
        content = self.content
        if isinstance(content, dict):
            return {key: entry.node.plain() for key, entry in content.items()}
        if isinstance(content, list):
            return [item.plain() for item in content]
        return content


class Entry(NamedTuple):
    """A key of a mapping: where the key stands, and its value."""

    place: Place
    node: Node


@dataclass(frozen=True)
class Source:
    """Where a noun came from: its file, and the part of the file that holds it."""

    path: str
    """As shown to the maintainer: `content/procedures/dues.yml`."""
    root: Node

    def place(self, loc: Loc, *, key: bool = False) -> Place:
        """The place of the value at `loc`, or of its key.

        The longest part of the way that the file really has decides: a bare text may stand for a mapping
        (`points: [一句话]`), a single value for a list (`basis: {…}`), and a missing key has no place at all.
        """
        node, place = self.root, self.root.place
        if loc and loc[-1] == _KEY:
            loc, key = loc[:-1], True
        for index, part in enumerate(loc):
            content = node.content
            if isinstance(content, dict) and str(part) in content:
                entry = content[str(part)]
                node = entry.node
                place = entry.place if key and index == len(loc) - 1 else node.place
            elif isinstance(content, list) and isinstance(part, int) and part < len(content):
                node = content[part]
                place = node.place
            elif isinstance(part, str):
                break
        return place
