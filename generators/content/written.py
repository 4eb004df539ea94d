"""What a file says where, sorted by what the model means by it; also of files that the model refuses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from generators.content.describe import shapes
from generators.model.base import Noun

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generators.content.describe import Shape
    from generators.content.source import Node, Place, Source


class Text(NamedTuple):
    """A scalar and its place."""

    place: Place
    text: str


class Written(NamedTuple):
    """What stands behind one key: a text, or the texts of a list."""

    item: type[Any]
    """What the model reads each text as."""
    texts: tuple[Text, ...]


class Passage(NamedTuple):
    """One mapping of a file: a noun or a part of it."""

    noun: type[Noun]
    keys: dict[str, Written]
    """Key → texts. Keys that hold mappings have passages of their own."""


def passages(noun: type[Noun], source: Source) -> Iterator[Passage]:
    """The mappings of a file, from the outside in."""
    return _passages(noun, source.root)


def _passages(noun: type[Noun], node: Node) -> Iterator[Passage]:
    if not isinstance(node.content, dict):
        return
    keys = {}
    inner = []
    for key, shape in shapes(noun).items():
        if key not in node.content:
            continue
        nodes = _items(node.content[key].node, shape)
        nested = issubclass(shape.item, Noun)
        item = (shape.shorthand if nested else shape.item) or str
        keys[key] = Written(item, tuple(Text(n.place, n.content) for n in nodes if isinstance(n.content, str)))
        inner += [(shape.item, n) for n in nodes if nested]
    yield Passage(noun, keys)
    for kind, item_node in inner:
        yield from _passages(kind, item_node)


def _items(node: Node, shape: Shape) -> list[Node]:
    """The items of a list; the value itself when one stands for many; the values of a mapping of years."""
    if isinstance(node.content, list):
        return node.content
    if shape.is_mapping and isinstance(node.content, dict):
        return [entry.node for entry in node.content.values()]
    return [node]
