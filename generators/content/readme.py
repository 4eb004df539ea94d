"""content/README.md: every key of the content language, written from the models."""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic_core import PydanticUndefined

from generators.content.describe import Shape, chinese_name, member_meanings, shapes
from generators.content.draft import PUBLICATION
from generators.content.fields import keys
from generators.model.base import Noun, Reference, Verified
from generators.model.library import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pydantic.fields import FieldInfo

    from generators.model.library import Kind

_INTRODUCTION = Path(__file__).with_name("introduction.md")


def content_readme(vocabulary: Mapping[str, Mapping[str, str]]) -> str:
    """The text of content/README.md.

    Args:
        vocabulary: Where fields of forms can be filled from: heading → name → meaning. Planning knows it.
    """
    shared = _shared()
    parts = [_INTRODUCTION.read_text(encoding="utf-8"), _marks(), _kinds()]
    parts += [_kind_section(kind, shared) for kind in (*KINDS, PUBLICATION)]
    parts.append("## 各处共用的写法\n")
    parts += [_noun_section(f"### {_name(noun)}", noun, _ROOT, shared) for noun in shared]
    parts.append(_prefill(vocabulary))
    return "\n".join(parts)


class _Use(NamedTuple):
    """A noun nested in another, with the keys that lead to it."""

    path: str
    noun: type[Noun]


_ROOT = ""


def _marks() -> str:
    meanings = member_meanings(Verified)
    rows = [f"| `{mark}` | {mark.label} | {meanings[mark.value]} |" for mark in Verified]
    return _table("## 核实标记（verified）", ("写", "页面上显示", "意思"), rows)


def _kinds() -> str:
    rows = []
    for kind in (*KINDS, PUBLICATION):
        one_file = kind.single_file or kind is PUBLICATION
        where = f"`{kind.folder}.yml`" if one_file else f"`{kind.folder}/代号.yml`"
        rows.append(f"| {kind.title} | `{kind.name}` | {where} |")
    return _table("## 哪个文件写什么", ("内容", "种类", "文件"), rows)


def _kind_section(kind: Kind, shared: tuple[type[Noun], ...]) -> str:
    heading = f"## {kind.title}（{kind.name}）"
    if kind.single_file:
        heading += f"\n\n都写在 `{kind.folder}.yml` 里：每条的代号作键，下面缩进写："
    sections = [_noun_section(heading, kind.noun, _ROOT, shared)]
    sections += [
        _noun_section(f"### {kind.title}里的 `{use.path}`", use.noun, use.path, shared) for use in _own(kind, shared)
    ]
    return "\n".join(sections)


def _noun_section(heading: str, noun: type[Noun], path: str, shared: tuple[type[Noun], ...]) -> str:
    rows = []
    for key, shape in shapes(noun).items():
        field = noun.model_fields[keys(noun)[key]]
        inner = f"{path}.{key}" if path else key
        description = f"{field.description or ''}{_values(shape)}{_default(field)}"
        needed = "必填" if field.is_required() else ""
        rows.append(f"| `{key}` | {_written(shape, inner, shared)} | {needed} | {_cell(description)} |")
    return _table(heading, ("键", "写什么", "", "说明"), rows)


def _table(heading: str, columns: tuple[str, ...], rows: list[str]) -> str:
    return "\n".join([heading, "", f"| {' | '.join(columns)} |", "|---" * len(columns) + "|", *rows, ""])


def _written(shape: Shape, path: str, shared: tuple[type[Noun], ...]) -> str:
    """What stands behind a key, in a few words."""
    words = _item(shape, path, shared)
    if shape.is_mapping:
        return f"一组「年度: {words}」"
    if shape.is_list:
        return f"{words}，一个或一列" if shape.one_or_many else f"列表，每项是{words}"
    return words


def _item(shape: Shape, path: str, shared: tuple[type[Noun], ...]) -> str:
    item = shape.item
    if issubclass(item, Noun):
        words = f"「{_name(item)}」" if item in shared else f"「`{path}`」"
        return f"{_PLAIN[shape.shorthand]}或{words}" if shape.shorthand else words
    if issubclass(item, Reference):
        return f"{_TITLES[item.kind]}的代号"
    if item is Verified:
        return "核实标记"
    if issubclass(item, Enum):
        return "选一个"
    if shape.is_date:
        return "日期，写到日" if shape.is_full_date else "日期"
    return _PLAIN[item]


def _values(shape: Shape) -> str:
    """The permitted values of an enumeration with their meanings."""
    if not issubclass(shape.item, Enum) or shape.item is Verified:
        return ""
    meanings = member_meanings(shape.item)
    values = [str(member.value) for member in shape.item]
    return "可写：" + "；".join(f"`{v}` {meanings[v]}" if v in meanings else f"`{v}`" for v in values) + "。"


def _default(field: FieldInfo) -> str:
    default = field.default
    if default in (None, (), False, PydanticUndefined) or isinstance(default, Noun | dict):
        return ""
    return f"不写即 `{str(default).lower() if isinstance(default, bool) else default}`。"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _nested(noun: type[Noun], path: str) -> Iterator[_Use]:
    """Every noun inside a noun, from the outside in."""
    for key, shape in shapes(noun).items():
        if issubclass(shape.item, Noun):
            inner = f"{path}.{key}" if path else key
            yield _Use(inner, shape.item)
            yield from _nested(shape.item, inner)


def _shared() -> tuple[type[Noun], ...]:
    """The nouns that are written in several kinds, or in several places of one."""
    uses = Counter(use.noun for kind in (*KINDS, PUBLICATION) for use in _nested(kind.noun, _ROOT))
    return tuple(noun for noun, count in uses.items() if count > 1)


def _own(kind: Kind, shared: tuple[type[Noun], ...]) -> Iterator[_Use]:
    return (use for use in _nested(kind.noun, _ROOT) if use.noun not in shared)


def _name(noun: type[Noun]) -> str:
    return chinese_name(noun.__doc__) or noun.__name__


def _prefill(vocabulary: Mapping[str, Mapping[str, str]]) -> str:
    sections = ["## 预填（from）\n\n表里的字段写上 `from`，做实录时就自动填好。可用的名称：\n"]
    for heading, names in vocabulary.items():
        rows = [f"| `{name}` | {_cell(meaning)} |" for name, meaning in names.items()]
        sections.append(_table(f"### {heading}", ("写", "填的是"), rows))
    return "\n".join(sections)


_TITLES = {kind.name: kind.title for kind in KINDS}

_PLAIN: Mapping[Any, str] = {
    str: "文字",
    int: "整数",
    float: "数",
    Decimal: "数",
    date: "日期",
    bool: "`true` 或 `false`",
}
