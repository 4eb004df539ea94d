"""A roster file cut into passages: what stands before the members, each member with its comments, what follows."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from generators.content.parse import parse
from generators.problems import ContentError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generators.content.source import Entry, Node

_HEAD = """\
# yaml-language-server: $schema=../.schema/roster.json
# 花名册：含个人信息，只进本支部自己的实录，不上网站。
members:
"""


@dataclass(frozen=True)
class MemberPassage:
    """The lines of one member."""

    above: tuple[str, ...]
    """Comments and empty lines that stand before it."""
    lines: tuple[str, ...]
    first: int
    """The number of the first of `lines`, from 1."""
    entries: Mapping[str, Entry]
    """The member's keys with their places in the file."""
    is_block: bool
    """Whether each key begins a line of its own, so that lines can be exchanged."""

    @property
    def name(self) -> str:
        """The member's name."""
        return self.text("name")

    def text(self, key: str) -> str:
        """What stands at a key; an empty text without it."""
        content = self.entries[key].node.content if key in self.entries else None
        return content if isinstance(content, str) else ""


@dataclass(frozen=True)
class RosterText:
    """A roster's file in passages; joined again they are the file."""

    head: tuple[str, ...]
    """Everything up to the members, the key `members:` included."""
    members: tuple[MemberPassage, ...]
    tail: tuple[str, ...]
    indent: str
    """The space before each member's `-`."""


def cut(text: str | None, path: str) -> RosterText:
    """Cut a roster's file; without one, begin a new file.

    Raises:
        ContentError: the file cannot be read as YAML.
    """
    if text is None or not text.strip():
        return RosterText(tuple(_HEAD.splitlines()), (), (), "  ")
    parsed = parse(text.encode(), path)
    if parsed.root is None or parsed.problems:
        raise ContentError(parsed.problems)
    content = parsed.root.content
    entry = content.get("members") if isinstance(content, dict) else None
    lines = text.splitlines()
    if entry is None:
        return RosterText((*lines, "members:"), (), (), "  ")
    nodes = entry.node.content if isinstance(entry.node.content, list) else []
    nodes = [node for node in nodes if isinstance(node.content, dict)]
    end = _end(lines, content if isinstance(content, dict) else {}, entry)
    if not nodes or not all(_is_item(lines, node) for node in nodes):
        return _rewritten(lines, entry, nodes, end)
    return _cut_items(lines, nodes, end)


def _end(lines: Sequence[str], keys: Mapping[str, Entry], entry: Entry) -> int:
    """The number of the line after the members: that of the next key, with the comments above it, or of none."""
    later = [other.place[0] for other in keys.values() if other.place[0] > entry.place[0]]
    if not later:
        return len(lines) + 1
    line = min(later)
    while _is_aside(lines[line - 2]) and line - 1 > entry.place[0]:
        line -= 1
    return line


def _is_item(lines: Sequence[str], node: Node) -> bool:
    line, column = node.place
    return lines[line - 1][: column - 1].strip() == "-"


def _rewritten(lines: Sequence[str], entry: Entry, nodes: Sequence[Node], end: int) -> RosterText:
    """A file whose members stand in brackets: their values are kept, their lines will be new."""
    line = entry.place[0]
    members = tuple(MemberPassage((), (), line, _entries(node), is_block=False) for node in nodes)
    return RosterText((*lines[: line - 1], "members:"), members, tuple(lines[end - 1 :]), "  ")


def _cut_items(lines: Sequence[str], nodes: Sequence[Node], end: int) -> RosterText:
    starts = [node.place[0] for node in nodes]
    indent = lines[starts[0] - 1][: lines[starts[0] - 1].index("-")]
    tops = [
        starts[0],
        *(_top(lines, start, before, len(indent)) for before, start in pairwise(starts)),
    ]
    first_top = _top(lines, starts[0], 0, len(indent))
    head_end = first_top if "members" in "".join(lines[: first_top - 1]) else starts[0]
    tops[0] = head_end
    bottom = _top(lines, end, starts[-1], len(indent)) if end > len(lines) else end
    members = []
    for node, top, start, after in zip(nodes, tops, starts, [*tops[1:], bottom], strict=True):
        entries = _entries(node)
        own_lines = {e.place[0] for e in entries.values()}
        is_block = len(own_lines) == len(entries) and not lines[start - 1].strip(" -").startswith("{")
        above, own = lines[top - 1 : start - 1], lines[start - 1 : after - 1]
        members.append(MemberPassage(tuple(above), tuple(own), start, entries, is_block))
    return RosterText(tuple(lines[: tops[0] - 1]), tuple(members), tuple(lines[bottom - 1 :]), indent)


def _top(lines: Sequence[str], start: int, before: int, indent: int) -> int:
    """Where the comments above a line begin: those not indented deeper than the members' `-`."""
    line = start
    while line - 1 > before and _is_aside(lines[line - 2]) and _indent(lines[line - 2]) <= indent:
        line -= 1
    return line


def _is_aside(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip()) if line.strip() else 0


def _entries(node: Node) -> Mapping[str, Entry]:
    return node.content if isinstance(node.content, dict) else {}
