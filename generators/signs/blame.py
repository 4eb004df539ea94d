"""Whose file has to be mended when a sign cannot be made: what was found on the sign, looked up in the content."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generators.model.base import Identified
from generators.model.library import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generators.model.library import Library
    from generators.plan.signs import PlannedSign

_LONG_NAME = 40
"""Characters of a branch's name that few signs hold."""
_GAPS = re.compile(r"[　、]+")
"""Between what templates join."""


def source_of(text: str, planned: PlannedSign, library: Library) -> str:
    """The file in which `text` is written, such as `content/branches/example-village.yml`; else the kind's folder."""
    needle = max(_GAPS.split(text), key=len)
    for noun in _nouns(planned, library):
        if needle in noun.model_dump_json():
            return _path(noun)
    if planned.branch.short in text:
        return _path(planned.branch)
    return f"templates/signs/{planned.kind.id}/"


def too_long_advice(text: str, planned: PlannedSign, library: Library) -> str:
    """What to shorten: `text` where it is known, the branch's name where that is the cause, else the sign's text."""
    branch = planned.branch
    names = (branch.name, branch.name.replace("中国共产党", "中共", 1))
    if text in names or (len(branch.name) > _LONG_NAME and (not text or branch.name in text)):
        return f"支部全称有 {len(branch.name)} 个字，太长，请核对、缩短 {_path(branch)} 里的 name"
    if not text and planned.subject is None:
        return (
            f"请精简 {_path(branch)} 里的文字（全称有 {len(branch.name)} 个字），"
            f"或在 {_path(planned.sign)} 里加上更大的尺寸"
        )
    if text:
        place = source_of(text, planned, library)
        return f"放不下的是「{text}」（写在 {place}），请精简，或在 {_path(planned.sign)} 里加上更大的尺寸"
    subject = f"（{_path(planned.subject)}）" if isinstance(planned.subject, Identified) else ""
    return f"请精简文字{subject}，或在 {_path(planned.sign)} 里加上更大的尺寸"


def _nouns(planned: PlannedSign, library: Library) -> Iterator[Identified]:
    """What the sign takes its words from, the likeliest first."""
    if isinstance(planned.subject, Identified):
        yield planned.subject
    yield from (planned.branch, planned.sign, library.publication)
    if planned.branch.id in library.roster:
        yield library.roster[planned.branch.id]
    yield library.committee[planned.branch.committee]
    for _, noun in library.all():
        yield noun


def _path(noun: Identified) -> str:
    kind = next((kind for kind in KINDS if isinstance(noun, kind.noun)), None)
    if kind is None:
        return "content/publication.yml"
    return f"content/{kind.folder}.yml" if kind.single_file else f"content/{kind.folder}/{noun.id}.yml"
