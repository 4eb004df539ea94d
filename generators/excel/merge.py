"""A roster's file brought up to date: members written anew or mended in place, comments and other keys kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generators.excel.passages import MemberPassage, cut
from generators.excel.scalars import remark_after, scalar
from generators.model.branch import Member, Standing

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generators.content.source import Entry
    from generators.excel.passages import RosterText

_KEYS = tuple(Member.model_fields)
_DEFAULTS = {"standing": "正式", "ethnicity": "汉族", "floating": "false", "household": "false"}
"""Values that need not be written."""


def updated_roster(existing: str | None, members: Sequence[Member], path: str = "花名册") -> str:
    """The text of a roster's file with these members, in their order.

    Members that stay (by name; by name and birth where several share it) keep their comments and the keys that are
    not set in `members`; keys set to None are taken away. Members that are not in `members` leave the file.

    Args:
        existing: The file as it is; None when there is none yet.
        members: All members of the branch.
        path: The file's name, for problems.

    Raises:
        ContentError: the file as it is cannot be read.
    """
    text = cut(existing, path)
    staying: dict[str, list[MemberPassage]] = {}
    for passage in text.members:
        staying.setdefault(passage.name, []).append(passage)
    lines = list(text.head)
    for member in members:
        kept = _match(member, staying.get(member.name, []))
        lines += _kept(kept, _wanted(member), text) if kept else _written(_wanted(member), text.indent)
    lines += text.tail
    while lines and not lines[-1].strip():
        lines.pop()
    if not members:
        lines[len(text.head) - 1] += " []"
    return "\n".join(lines) + "\n"


def names_in(existing: str | None, path: str = "花名册") -> tuple[str, ...]:
    """The names in a roster's file, in its order.

    Raises:
        ContentError: the file cannot be read.
    """
    return tuple(passage.name for passage in cut(existing, path).members)


def _match(member: Member, namesakes: list[MemberPassage]) -> MemberPassage | None:
    """The passage of a member, taken out of those of its namesakes."""
    for index, passage in enumerate(namesakes):
        if passage.text("birth") == member.birth:
            return namesakes.pop(index)
    return namesakes.pop(0) if namesakes else None


def _wanted(member: Member) -> dict[str, Any]:
    """Key → what the file shall say: a text, a mapping of texts, or None for nothing."""
    wanted: dict[str, Any] = {}
    for key in member.model_fields_set:
        wanted[key] = _plain(getattr(member, key))
    if member.standing is Standing.PROBATIONARY:
        wanted["full_since"] = None
    return {key: wanted[key] for key in _KEYS if key in wanted}


def _plain(value: Any) -> Any:
    if value is None:
        return None
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return f"{value:g}"
    if hasattr(value, "model_dump"):
        return {key: _plain(inner) for key, inner in value.model_dump(exclude_none=True).items()}
    return str(value)


def _kept(passage: MemberPassage, wanted: Mapping[str, Any], text: RosterText) -> list[str]:
    """A member that stays: the lines of keys that change are exchanged, all others remain."""
    if not passage.is_block:
        now = {key: entry.node.plain() for key, entry in passage.entries.items()}
        merged = {key: value for key, value in (now | dict(wanted)).items() if value is not None}
        same = all(now.get(key, _DEFAULTS.get(key)) == value for key, value in wanted.items())
        remark = [f"{text.indent}# {r.strip('# ')}" for line in passage.lines if (r := _remark_of_flow(line))]
        if same and passage.lines:
            return [*passage.above, *passage.lines]
        return [*passage.above, *remark, *_written({k: merged[k] for k in _KEYS if k in merged}, text.indent)]
    return [*passage.above, *_exchanged(passage, wanted)]


def _remark_of_flow(line: str) -> str:
    _, closed, rest = line.rpartition("}")
    return rest.strip() if closed and rest.strip().startswith("#") else ""


def _exchanged(passage: MemberPassage, wanted: Mapping[str, Any]) -> list[str]:
    column = min(entry.place[1] for entry in passage.entries.values()) - 1
    blocks = _key_blocks(passage)
    for key, value in wanted.items():
        node = passage.entries[key].node if key in passage.entries else None
        if node is not None and node.plain() == value:
            continue
        if node is None:
            if value is not None and value != _DEFAULTS.get(key):
                blocks = _with_key(blocks, key, [f"{' ' * column}{_line(key, value)}"])
        elif value is None:
            _, *asides = blocks[key]
            blocks[key] = [line for line in asides if line.lstrip().startswith("#") or not line.strip()]
        else:
            blocks[key] = _with_value(blocks[key], key, value, passage.entries[key])
    dash = passage.lines[0][: passage.lines[0].index("-") + 1]
    lines = [line for block in blocks.values() for line in block]
    first = next(index for index, line in enumerate(lines) if line.strip() and not line.lstrip().startswith("#"))
    lines[first] = f"{dash}{lines[first][len(dash) :]}"
    return lines


def _key_blocks(passage: MemberPassage) -> dict[str, list[str]]:
    """Key → its lines, from its own to before the next key's; the first without its `-`."""
    ordered = sorted(passage.entries.items(), key=lambda item: item[1].place)
    starts = [entry.place[0] - passage.first for _, entry in ordered]
    blocks = {}
    for (key, _), start, end in zip(ordered, starts, [*starts[1:], len(passage.lines)], strict=True):
        blocks[key] = list(passage.lines[start:end])
    blocks[ordered[0][0]][0] = blocks[ordered[0][0]][0].replace("-", " ", 1)
    return blocks


def _with_key(blocks: dict[str, list[str]], key: str, lines: list[str]) -> dict[str, list[str]]:
    """The blocks with a new key in the order of the model."""
    before = [known for known in blocks if known in _KEYS and _KEYS.index(known) < _KEYS.index(key)]
    after = before[-1] if before else next(iter(blocks))
    ordered = {}
    for known, block in blocks.items():
        ordered[known] = block
        if known == after:
            ordered[key] = lines
    return ordered


def _with_value(block: list[str], key: str, value: Any, entry: Entry) -> list[str]:
    """A key's lines with another value: the comment behind it and the comment lines below it stay."""
    line, column = entry.node.place
    first = block[0]
    indent = first[: len(first) - len(first.lstrip())]
    on_its_line = line == entry.place[0] and first[column - 1 : column] not in {"|", ">"}
    remark = remark_after(first, column - 1) if on_its_line else ""
    asides = [other for other in block[1:] if other.lstrip().startswith("#") or not other.strip()]
    return [f"{indent}{_line(key, value)}{remark}", *asides]


def _written(wanted: Mapping[str, Any], indent: str) -> list[str]:
    """A member's lines in our own style."""
    said = {key: value for key, value in wanted.items() if value is not None and value != _DEFAULTS.get(key)}
    lines = [_line(key, value) for key, value in said.items()]
    return [f"{indent}{'- ' if index == 0 else '  '}{line}" for index, line in enumerate(lines)]


def _line(key: str, value: Any) -> str:
    if isinstance(value, dict):
        return f"{key}: {{{', '.join(f'{inner}: {scalar(str(v), flow=True)}' for inner, v in value.items())}}}"
    return f"{key}: {scalar(value)}"
