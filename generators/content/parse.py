"""Text → node tree by this project's rules: every scalar is text, and no YAML that a form-filler never needs."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import yaml

from generators.content.characters import MAX_BYTES, decode, forbidden, place_at
from generators.content.faults import explain_fault, missing_space
from generators.content.source import Entry, Node
from generators.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generators.content.source import Place

MAX_DEPTH = 24
"""The deepest nesting; content needs about ten."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_NOTHING = {"", "~", "null", "Null", "NULL"}
"""Plain scalars that YAML takes for no value."""

_WIDE = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\u2014\u2018-\u201d\u2026\U00020000-\U0003ffff"
_FOLD = re.compile(f"(?<=[{_WIDE}]) (?=[{_WIDE}])")
"""The space that YAML puts where a text runs on in the next line; Chinese has none there."""


@dataclass
class Parsed:
    """What a file says, as far as it could be read."""

    root: Node | None = None
    """None when the file cannot be read or holds nothing."""
    problems: list[Problem] = field(default_factory=list)


class _StopError(Exception):
    """Reading on makes no sense; the problem has been noted."""


def parse(raw: bytes, path: str) -> Parsed:
    """Read one file's bytes. `path` is the file's name in problems."""
    if len(raw) > MAX_BYTES:
        return Parsed(None, [Problem(path, 0, 0, f"文件太大（{len(raw)} 字节）", f"每个文件不要超过 {MAX_BYTES} 字节")])
    text = decode(raw, path)
    if isinstance(text, Problem):
        return Parsed(None, [text])
    bad = forbidden(text)
    if bad:
        return Parsed(None, [Problem(path, *place_at(text, at), f"文中有{name}", "请删去") for at, name in bad])
    reader = _Reader(path)
    try:
        root = reader.document(yaml.parse(text, Loader=_LOADER))
    except _StopError:
        return Parsed(None, reader.problems)
    except yaml.MarkedYAMLError as error:
        return Parsed(None, [*reader.problems, explain_fault(error, text, path)])
    return _checked_root(root, reader.problems, path)


def _checked_root(root: Node | None, problems: list[Problem], path: str) -> Parsed:
    if root is None or root.content is None:
        fault = Problem(path, 0, 0, "文件是空的", "请写上内容，或删去这个文件")
    elif not isinstance(root.content, dict):
        cure = missing_space(root.content) if isinstance(root.content, str) else ""
        fault = Problem(path, *root.place, "文件最外层应是一组「键: 值」", cure or "每行写一个键、冒号、空格和内容")
    else:
        return Parsed(root, problems)
    return Parsed(None, problems or [fault])


class _Reader:
    """Builds nodes from the parser's events and notes what the rules refuse."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self._depth = 0

    def document(self, events: Iterator[yaml.Event]) -> Node | None:
        """The root node of the only document; None when there is none."""
        root = None
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    self._note(
                        _place(event), "一个文件只能写一份内容，这里用「---」又开始了一份", "请删去这一行或分成两个文件"
                    )
                    raise _StopError
                root = self._node(next(events), events)
        return root

    def _note(self, place: Place, what: str, fix: str = "") -> None:
        self.problems.append(Problem(self.path, *place, what, fix))

    def _node(self, event: yaml.Event, events: Iterator[yaml.Event]) -> Node:
        place = _place(event)
        if isinstance(event, yaml.AliasEvent):
            self._note(place, f"不支持 YAML 的引用「*{event.anchor}」", "请把内容写全；要写星号本身就给整段文字加引号")
            return Node(place, "")
        if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent):
            self._refuse_anchor_and_tag(event, place)
        if isinstance(event, yaml.ScalarEvent):
            return Node(place, self._text(event, place))
        self._depth += 1
        if self._depth > MAX_DEPTH:
            self._note(place, f"嵌套太深（超过 {MAX_DEPTH} 层）", "请检查缩进和括号")
            raise _StopError
        content = self._sequence(events) if isinstance(event, yaml.SequenceStartEvent) else self._mapping(events)
        self._depth -= 1
        return Node(place, content)

    def _refuse_anchor_and_tag(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent, place: Place) -> None:
        if event.anchor:
            self._note(place, f"不支持 YAML 的锚点「&{event.anchor}」", "请删去；要写 & 本身就给整段文字加引号")
        if event.tag:
            self._note(place, f"不支持 YAML 的标签「{event.tag}」", "请删去；要写感叹号本身就给整段文字加引号")

    def _text(self, event: yaml.ScalarEvent, place: Place) -> str | None:
        text: str = event.value
        block = event.style in ("|", ">")
        plain = event.implicit[0]
        if block:
            text = text.rstrip("\n")
        if (plain and text in _NOTHING) or (block and not text):
            return None
        if event.style == '"':  # the only style with escapes, which the file's own text did not show
            for _, name in forbidden(text):
                self._note(place, f"文中有{name}", "请删去")
        if event.style != "|" and _runs_on(event):
            text = _FOLD.sub("", text)
        return text

    def _sequence(self, events: Iterator[yaml.Event]) -> list[Node]:
        items = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self._filled(self._node(event, events), "这一项没有内容", "请写上内容，或删去这一项"))
        return items

    def _mapping(self, events: Iterator[yaml.Event]) -> dict[str, Entry]:
        entries: dict[str, Entry] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._key(event, events)
            node = self._node(next(events), events)
            if key.content is None or not isinstance(key.content, str):
                continue
            name = key.content
            if node.content is None:
                node = self._filled(Node(key.place, None), f"键「{name}」没有内容", "请写上内容，或删去这个键")
            if name in entries:
                first = entries[name].place[0]
                self._note(key.place, f"重复的键「{name}」", f"第 {first} 行已经写过，请合并或删去一处")
            else:
                entries[name] = Entry(key.place, node)
        return entries

    def _key(self, event: yaml.Event, events: Iterator[yaml.Event]) -> Node:
        key = self._node(event, events)
        if isinstance(key.content, list | dict):
            self._note(key.place, "键只能是一个词，不能是列表或一组键值", "文字以「[」或「{」开头时，请给整段加引号")
        elif not key.content:
            self._note(key.place, "冒号前面没有键")
        elif key.content == "<<" and isinstance(event, yaml.ScalarEvent) and event.implicit[0]:
            self._note(key.place, "不支持 YAML 的合并键「<<」", "请把内容写全")
        return key

    def _filled(self, node: Node, what: str, fix: str) -> Node:
        """The node itself; an empty one is noted."""
        if node.content is None:
            self._note(node.place, what, fix)
        return node


def _place(event: yaml.Event) -> Place:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _runs_on(event: yaml.Event) -> bool:
    """Whether a text goes on in the next line."""
    start, end = event.start_mark, event.end_mark
    return bool(start and end and start.line != end.line)
