"""Official texts: nobody changes a character in passing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generators.model.official import OfficialText, fingerprint

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generators.content.draft import Draft
    from generators.problems import Problem


def check_officials(draft: Draft) -> Iterator[Problem]:
    """A text that is there carries its checksum and who entered it when; one that is not carries neither."""
    for official in draft.of(OfficialText).values():
        if official.lines:
            yield from _entered(draft, official)
        else:
            for key in ("sha256", "entered_by", "entered", "compared"):
                if getattr(official, key):
                    yield draft.problem(official, (key,), f"没有原文（lines）就不写 {key}", "请粘贴原文，或删去这一行")


def _entered(draft: Draft, official: OfficialText) -> Iterator[Problem]:
    right = fingerprint(official.lines)
    if official.sha256 != right:
        what = "原文和校验码对不上" if official.sha256 else "原文还没有校验码"
        fix = f"请先对照「{official.source}」逐字校对，一字不差，再写 sha256: {right}"
        yield draft.problem(official, ("sha256",) if official.sha256 else ("lines",), what, fix)
    for key, said in (("entered_by", "谁粘贴的"), ("entered", "哪天粘贴的")):
        if getattr(official, key) is None:
            yield draft.problem(official, ("lines",), f"有原文，没有写{said}", f"请补上 {key}")
