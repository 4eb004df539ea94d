"""Bringing a branch's roster file up to date from a spreadsheet."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from generators.batch.write import write_all
from generators.excel import MAX_BYTES, names_in, read_roster, updated_roster, with_counts
from generators.model.branch import Standing
from generators.plan.ready import open_library
from generators.problems import ContentError, ZhibuError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generators.model.branch import Branch


@dataclass(frozen=True)
class RosterUpdate:
    """What importing a spreadsheet changes."""

    files: Mapping[str, bytes]
    """Path relative to the content folder → its new text: the roster, and the profile with its counts.

    A roster that cannot be read is written anew, and kept as it was under its name with `~`, which no one opens.
    """
    members: int
    joined: tuple[str, ...]
    """Names that were not on the roster."""
    left: tuple[str, ...]
    """Names that are no longer on it."""
    passed_over: tuple[str, ...]
    """Headings of columns that were not understood."""
    unreadable: bool = False
    """Whether the roster as it was could not be read, so that nobody knows who joined and who left."""


def roster_update(content: Path, branch: Branch, spreadsheet: Path) -> RosterUpdate:
    """Read a spreadsheet into a branch's roster; nothing is written.

    The new files are checked as part of the whole content folder before they are given back; other branches' rosters
    are left out of it, so that each of several faulty ones can be mended.

    Raises:
        ZhibuError: the spreadsheet cannot be opened.
        ContentError: with all bad cells, or with what the content folder would have against the new roster.
    """
    rows = read_roster(_read(spreadsheet), spreadsheet.name, branch.groups)
    roster, profile = f"rosters/{branch.id}.yml", f"branches/{branch.id}.yml"
    old = (content / roster).read_bytes() if (content / roster).exists() else None
    before = _readable(old, roster)
    unreadable = bool(old and old.strip() and before is None)
    full = sum(1 for member in rows.members if member.standing is Standing.FULL)
    texts = {
        roster: updated_roster(before, rows.members, roster),
        profile: with_counts(
            (content / profile).read_text(encoding="utf-8"),
            full=full,
            probationary=len(rows.members) - full,
            path=profile,
        ),
    }
    files = {name: text.encode() for name, text in texts.items()}
    _check(content, files)
    if old and unreadable:
        files = {f"{roster}~": old, **files}
    had, has = names_in(before, roster), tuple(member.name for member in rows.members)
    return RosterUpdate(
        files,
        len(has),
        () if unreadable else tuple(name for name in has if name not in had),
        tuple(name for name in had if name not in has),
        rows.unread,
        unreadable,
    )


def _readable(raw: bytes | None, path: str) -> str | None:
    """The text of a roster's file; nothing when it cannot be read as YAML."""
    if raw is None:
        return None
    try:
        text = raw.decode("utf-8-sig")
        names_in(text, path)
    except (UnicodeDecodeError, ContentError):
        return None
    return text


def _read(spreadsheet: Path) -> bytes:
    try:
        if spreadsheet.stat().st_size > MAX_BYTES:
            raise ZhibuError(f"「{spreadsheet.name}」超过 {MAX_BYTES >> 20} MB，不像是花名册")
        return spreadsheet.read_bytes()
    except OSError as refused:
        raise ZhibuError(f"打不开「{spreadsheet}」，请核对文件名") from refused


def _check(content: Path, files: Mapping[str, bytes]) -> None:
    """Open a copy of the content folder with the new files in it."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / content.resolve().name
        shutil.copytree(content, copy, ignore=shutil.ignore_patterns(".*"))
        for other in (copy / "rosters").glob("*.yml"):
            other.unlink()
        write_all(copy, files)
        open_library(copy)
