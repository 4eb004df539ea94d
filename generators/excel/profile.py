"""The numbers of members in a branch's profile, kept in step with its roster."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generators.content.parse import parse
from generators.problems import ContentError

if TYPE_CHECKING:
    from generators.content.source import Entry

_FIGURE = re.compile(r"""["']?\d+["']?""")


def with_counts(profile: str, *, full: int, probationary: int, path: str = "支部档案") -> str:
    """The profile's text with these numbers of full and probationary members; all else stays as it is.

    Raises:
        ContentError: the profile cannot be read.
    """
    parsed = parse(profile.encode(), path)
    if parsed.root is None or parsed.problems:
        raise ContentError(parsed.problems)
    content = parsed.root.content
    members = content["members"].node.content if isinstance(content, dict) and "members" in content else None
    if not isinstance(members, dict) or "full" not in members:
        return profile
    lines = profile.splitlines(keepends=True)
    if "probationary" in members:
        _exchange(lines, members["probationary"], str(probationary))
    elif probationary:
        _add(lines, members["full"], f"probationary: {probationary}")
    _exchange(lines, members["full"], str(full))
    return "".join(lines)


def _exchange(lines: list[str], entry: Entry, figure: str) -> None:
    line, column = entry.node.place
    text = lines[line - 1]
    lines[line - 1] = text[: column - 1] + _FIGURE.sub(figure, text[column - 1 :], count=1)


def _add(lines: list[str], full: Entry, text: str) -> None:
    """Put a key behind `full`: inside the same brackets, or on a line of its own."""
    line, column = full.node.place
    written = lines[line - 1]
    key = full.place[1] - 1
    if written[:key].strip():
        figure = _FIGURE.match(written, column - 1)
        end = figure.end() if figure else len(written)
        lines[line - 1] = f"{written[:end]}, {text}{written[end:]}"
    else:
        lines.insert(line, f"{' ' * key}{text}\n")
