"""The content folder: which files hold which nouns, and which do not belong there."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from generators.content.draft import PUBLICATION
from generators.content.ids import id_fault
from generators.model.library import KINDS, Kind
from generators.problems import Problem, near

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_FOLDERS = {kind.folder: kind for kind in KINDS if not kind.single_file}
_FILES = {f"{kind.folder}.yml": kind for kind in (*KINDS, PUBLICATION) if kind.single_file or kind is PUBLICATION}
_UNCONCERNED = {"README.md", "Thumbs.db", "desktop.ini"}
"""Files that stand in a content folder without being content."""


@dataclass(frozen=True)
class ContentFile:
    """A file that holds one noun, or all nouns of a kind that has a single file."""

    kind: Kind
    id: str
    """The file's stem."""
    location: Path
    shown: str
    """The path in problems: relative to the content folder's parent, with `/`."""


@dataclass(frozen=True)
class Listing:
    """The files of a content folder in order of path, and what is wrong with the rest."""

    files: tuple[ContentFile, ...]
    problems: tuple[Problem, ...]


def list_content(folder: Path) -> Listing:
    """Look at a content folder without opening any file."""
    if not folder.is_dir():
        return Listing((), (Problem(str(folder), 0, 0, "没有这个内容文件夹", "请核对 --content 后面写的路径"),))
    survey = _Survey(folder.resolve())
    files = tuple(survey.files())
    return Listing(files, (*survey.problems, *_same_but_for_case(files)))


class _Survey:
    def __init__(self, root: Path) -> None:
        self.root = root
        self.problems: list[Problem] = []

    def files(self) -> Iterator[ContentFile]:
        for path in self._entries(self.root):
            if path.is_dir():
                kind = _FOLDERS.get(path.name)
                if kind:
                    yield from self._folder(path, kind)
                else:
                    self._note(path, f"不认识的文件夹「{path.name}」", near(path.name, _FOLDERS) or "请移出内容文件夹")
            elif path.name in _FILES:
                yield ContentFile(_FILES[path.name], path.stem, path, self._shown(path))
            else:
                self._note(path, f"不认识的文件「{path.name}」", _misplaced(path.name))

    def _folder(self, folder: Path, kind: Kind) -> Iterator[ContentFile]:
        for path in self._entries(folder):
            if path.is_dir():
                self._note(path, f"「{folder.name}」里不能再有文件夹", "请把文件移到上一层")
            elif path.suffix != ".yml":
                fix = f"请改名为「{path.stem}.yml」" if path.suffix.lower() in {".yaml", ".yml"} else "请移出内容文件夹"
                self._note(path, f"不认识的文件「{path.name}」", fix)
            elif fault := id_fault(path.stem):
                self._note(path, f"文件名「{path.stem}」不能作代号", fault)
            else:
                yield ContentFile(kind, path.stem, path, self._shown(path))

    def _entries(self, folder: Path) -> Iterator[Path]:
        """What is in the folder, in order of name, without hidden and unconcerned files and links that lead out."""
        for path in sorted(folder.iterdir(), key=lambda p: p.name):
            if path.name.startswith((".", "~$")) or path.name.endswith("~") or path.name in _UNCONCERNED:
                continue
            if not Path(os.path.realpath(path)).is_relative_to(self.root):  # resolve() fails on a loop of links
                self._note(path, "这是指向内容文件夹以外的链接", "请把文件本身复制进来")
            elif not path.exists():
                self._note(path, "这个链接指向的文件不存在", "请删去，或把文件本身复制进来")
            elif not (path.is_file() or path.is_dir()):
                self._note(path, "这不是普通文件", "请移出内容文件夹")
            else:
                yield path

    def _shown(self, path: Path) -> str:
        return path.relative_to(self.root.parent).as_posix()

    def _note(self, path: Path, what: str, fix: str) -> None:
        self.problems.append(Problem(self._shown(path), 0, 0, what, fix))


def _misplaced(name: str) -> str:
    stem, _, suffix = name.rpartition(".")
    if f"{stem}.yml" in _FILES:
        return f"请改名为「{stem}.yml」"
    if suffix == "yml":
        # By their stems, because `.yml` alone makes all names alike.
        like_one = near(stem, [known.removesuffix(".yml") for known in _FILES])
        return (like_one and near(name, _FILES)) or f"请放进所属的文件夹：{'、'.join(_FOLDERS)}"
    return "请移出内容文件夹"


def _same_but_for_case(files: Iterable[ContentFile]) -> Iterator[Problem]:
    """Windows and macOS keep `Dues.yml` and `dues.yml` for one file."""
    seen: dict[tuple[str, str], ContentFile] = {}
    for file in files:
        first = seen.setdefault((file.kind.name, file.id.lower()), file)
        if first is not file:
            yield Problem(file.shown, 0, 0, f"代号「{file.id}」与「{first.id}」只有大小写不同", "请改成不同的名称")
