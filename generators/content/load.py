"""Folder → Library, or all problems at once."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from pydantic import ValidationError

from generators.content.check import CHECKS
from generators.content.draft import PUBLICATION, Draft
from generators.content.folder import ContentFile, list_content
from generators.content.ids import id_fault
from generators.content.messages import explain
from generators.content.parse import parse
from generators.content.source import Entry, Source
from generators.model.base import Identified
from generators.model.library import KINDS, Library
from generators.model.publication import Publication
from generators.problems import ContentError, Problem, refusal

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

    from pydantic_core import ErrorDetails

    from generators.content.draft import Check

_N = TypeVar("_N", bound=Identified)


def load_library(folder: Path, checks: Iterable[Check] = CHECKS, without: Collection[str] = ()) -> Library:
    """Read, check and file everything in a content folder.

    Args:
        folder: The content folder. Paths in problems begin with its name.
        checks: The rules that go over the whole; layers above add theirs to `CHECKS`.
        without: Kinds whose files are not opened, such as rosters that are about to be mended.

    Raises:
        ContentError: With all problems of all files.
    """
    listing = list_content(folder)
    shelf = _Shelf(problems=list(listing.problems))
    for file in listing.files:
        if file.kind.name not in without:
            shelf.add(file)
    if folder.is_dir() and not shelf.ids.get(PUBLICATION.name):
        shelf.problems.append(_no_publication(folder))
    draft = shelf.draft()
    noted = {(p.path, p.line, p.column) for p in shelf.problems}
    found = [p for check in checks for p in check(draft) if (p.path, p.line, p.column) not in noted]
    if shelf.problems or found:
        raise ContentError([*shelf.problems, *found])
    return Library(
        publication=draft.of(Publication)[PUBLICATION.name],
        **{kind.name: draft.nouns[kind.name] for kind in KINDS},  # type: ignore[arg-type]  # by KINDS, each its noun
    )


def read_noun(path: Path, noun: type[_N], *, name: str, shown: str) -> _N:
    """One noun from one YAML file outside the content folder, such as a sign kind's kind.yml.

    Args:
        path: The file.
        noun: What it holds.
        name: The noun's id.
        shown: The path to show in problems.

    Raises:
        ContentError: With all problems of the file.
    """
    found = _read(path, shown)
    read = _validated(noun, name, found.source, found.problems) if found.source else None
    if read is None or found.problems:
        raise ContentError(found.problems)
    return read


@dataclass
class _Found:
    source: Source | None
    problems: list[Problem]


def _read(path: Path, shown: str) -> _Found:
    try:
        raw = path.read_bytes()
    except OSError as error:
        return _Found(None, [Problem(shown, 0, 0, f"文件打不开（{refusal(error)}）", "请检查文件的权限")])
    parsed = parse(raw, shown)
    return _Found(Source(shown, parsed.root) if parsed.root else None, parsed.problems)


@dataclass
class _Shelf:
    """Nouns as they are filed, one file after another."""

    problems: list[Problem]
    nouns: dict[str, dict[str, Identified]] = field(default_factory=lambda: {kind.name: {} for kind in KINDS})
    ids: dict[str, set[str]] = field(default_factory=dict)
    sources: dict[tuple[str, str], Source] = field(default_factory=dict)

    def add(self, file: ContentFile) -> None:
        """Read a file and file what it holds."""
        if not file.kind.single_file:
            self.ids.setdefault(file.kind.name, set()).add(file.id)
        found = _read(file.location, file.shown)
        if found.source is None:
            pass
        elif file.kind.single_file:
            self._file_each(file, found.source, found.problems)
        else:
            self._file(file, file.id, found.source, found.problems)
        self.problems += found.problems

    def draft(self) -> Draft:
        """What has been filed, in order of id; what shares a file, in the order in which it is written there."""
        together = {kind.name for kind in KINDS if kind.single_file}
        nouns = {k: dict(named if k in together else sorted(named.items())) for k, named in self.nouns.items()}
        return Draft(nouns, {kind: frozenset(ids) for kind, ids in self.ids.items()}, self.sources)

    def _file(self, file: ContentFile, name: str, source: Source, problems: list[Problem]) -> None:
        self.sources[file.kind.name, name] = source
        noun = _validated(file.kind.noun, name, source, problems)
        if noun:
            self.nouns.setdefault(file.kind.name, {})[name] = noun

    def _file_each(self, file: ContentFile, source: Source, problems: list[Problem]) -> None:
        """File the nouns of a kind that has a single file: a mapping of id to noun."""
        entries: dict[str, Entry] = source.root.content if isinstance(source.root.content, dict) else {}
        ids = self.ids.setdefault(file.kind.name, set())
        spelled: dict[str, str] = {}
        for name, entry in entries.items():
            twin = spelled.setdefault(name.lower(), name)
            if fault := id_fault(name):
                problems.append(Problem(file.shown, *entry.place, f"「{name}」不能作代号", fault))
            elif twin != name:
                what = f"代号「{name}」与「{twin}」只有大小写不同"
                problems.append(Problem(file.shown, *entry.place, what, "请改成不同的名称"))
            elif isinstance(entry.node.content, str | list):
                what = f"{file.kind.title}「{name}」应是一组「键: 值」"
                problems.append(Problem(file.shown, *entry.node.place, what, "请另起一行缩进，每行写一个键"))
            elif entry.node.content is not None:
                self._file(file, name, Source(file.shown, entry.node), problems)
            ids.add(name)


def _validated(noun: type[_N], name: str, source: Source, problems: list[Problem]) -> _N | None:
    """The noun that the source holds; what it lacks goes into `problems`, unless noted at the same place already."""
    noted = {(p.line, p.column) for p in problems}
    plain = source.root.plain()
    written = plain if isinstance(plain, dict) else {}
    try:
        read = noun.model_validate({**written, "id": name}, by_alias=True, by_name=False)
    except ValidationError as error:
        found = [explain(e, noun, source) for e in error.errors(include_url=False) if not _follows(e)]
        problems += [p for p in found if (p.line, p.column) not in noted]
        read = None
    if "id" in written:
        place = source.place(("id",), key=True)
        problems.append(
            Problem(source.path, *place, "不认识的键「id」", "代号就是文件名（术语则是上一层的键），请删去这一行")
        )
    return read


def _follows(error: ErrorDetails) -> bool:
    """Whether a list is called too short only because its items, told one by one, are wrong."""
    return error["type"] == "too_short" and len(error["input"]) >= error.get("ctx", {})["min_length"]


def _no_publication(folder: Path) -> Problem:
    path = f"{folder.resolve().name}/{PUBLICATION.folder}.yml"
    return Problem(path, 0, 0, "缺少网站信息文件 publication.yml", "可用 ./zhibu new publication publication 生成样例")
