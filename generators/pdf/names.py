"""The names of fields as a tree: `R30`, below it `01`, below it `date`, since a single name has no dots (12.7.3.2)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generators.pdf.syntax import array, dictionary, reference, text

if TYPE_CHECKING:
    from generators.pdf.writer import PdfFile


@dataclass
class _Node:
    obj: int
    kids: dict[str, _Node] = field(default_factory=dict)


class Names:
    """The tree while a document is written."""

    def __init__(self, file: PdfFile) -> None:
        self._file = file
        self._roots: dict[str, _Node] = {}

    def place(self, name: str, obj: int) -> dict[str, bytes]:
        """Put a field under its full name; the entries by which it knows its own part and its parent."""
        *path, last = name.split(".")
        level = self._roots
        parent = None
        for part in path:
            parent = level.setdefault(part, _Node(0))
            parent.obj = parent.obj or self._file.reserve()
            level = parent.kids
        level[last] = _Node(obj)
        return {"T": text(last)} | ({"Parent": reference(parent.obj)} if parent else {})

    def write(self) -> bytes:
        """Write what joins the fields; the references to the roots."""
        for name, node in self._roots.items():
            self._write(name, node, None)
        return array(reference(node.obj) for node in self._roots.values())

    def __bool__(self) -> bool:
        return bool(self._roots)

    def _write(self, name: str, node: _Node, parent: _Node | None) -> None:
        if not node.kids:
            return
        entries = {
            "T": text(name),
            "Parent": reference(parent.obj) if parent else None,
            "Kids": array(reference(kid.obj) for kid in node.kids.values()),
        }
        self._file.put(node.obj, dictionary(entries))
        for kid_name, kid in node.kids.items():
            self._write(kid_name, kid, node)
