"""Starting files for new content: commented samples that load as they are."""

from __future__ import annotations

import re
from pathlib import Path

from generators.content.draft import PUBLICATION
from generators.content.ids import id_fault
from generators.model.library import KINDS, Kind
from generators.problems import ZhibuError, listed, near

_SAMPLES = Path(__file__).with_name("scaffolds")
"""One commented sample a kind. `{id}` in it becomes the new noun's id."""

_KINDS = (*KINDS, PUBLICATION)


def scaffold(kind: str, name: str) -> tuple[str, str]:
    """The path (relative to the content folder) and text of a new file.

    For a kind that has a single file (术语), the text is an entry to put at that file's end.

    Args:
        kind: The kind's name, folder or Chinese title.
        name: The new noun's id.

    Raises:
        ZhibuError: There is no such kind, or `name` is no id.
    """
    chosen = _kind(kind)
    if fault := id_fault(name):
        raise ZhibuError(f"「{name}」不能作代号：{fault}")
    if chosen is PUBLICATION and name != PUBLICATION.name:
        raise ZhibuError(f"{PUBLICATION.title}只有一份，代号只能是「{PUBLICATION.name}」")
    text = (_SAMPLES / f"{chosen.name}.yml").read_text(encoding="utf-8").replace("{id}", name)
    in_root = chosen.single_file or chosen is PUBLICATION
    return f"{chosen.folder}.yml" if in_root else f"{chosen.folder}/{name}.yml", text


def single_files() -> frozenset[str]:
    """The files that hold all nouns of a kind: a new one is an entry at the end (glossary.yml)."""
    return frozenset(f"{kind.folder}.yml" for kind in KINDS if kind.single_file)


def with_entry(written: str, name: str, entry: str) -> str:
    """The text of a single file with a new entry at its end.

    Raises:
        ZhibuError: The file has an entry of this name already.
    """
    if re.search(rf"^{re.escape(name)}:", written, re.MULTILINE):
        raise ZhibuError(f"已经有「{name}」了，没有改动它")
    return f"{written.rstrip()}\n\n{entry.lstrip()}"


def _kind(word: str) -> Kind:
    known = {called: kind for kind in _KINDS for called in (kind.name, kind.folder, kind.title)}
    if word in known:
        return known[word]
    names = [kind.name for kind in _KINDS]
    fix = near(word, names) or f"可用的是：{listed(names, len(names))}"
    raise ZhibuError(f"没有「{word}」这种内容，{fix}")
