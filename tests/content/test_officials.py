"""Official texts are locked: the checksum holds every character that is read, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generators.model.official import OfficialText, fingerprint

if TYPE_CHECKING:
    from generators.model.library import Library

TEXT = ("我志愿加入，", "永不叛党。")


def text(**more: object) -> OfficialText:
    return OfficialText.model_validate(
        {"id": "oath", "title": "誓词", "summary": "一", "points": ["一"], "basis": [], "edition": "一", "source": "一",
         "verified": "memory", "reviewed": "2026-11-22", **more}
    )  # fmt: skip


@pytest.mark.parametrize("same", [("我志愿加入， ", " 永不叛党。"), ("我志愿　加入，", "永不叛党。\n")])
def test_blanks_do_not_count(same: tuple[str, ...]) -> None:
    assert fingerprint(same) == fingerprint(TEXT)


@pytest.mark.parametrize(
    "other", [("我志愿加入,", "永不叛党。"), ("我志愿加入，永不叛党。",), ("我志愿加人，", "永不叛党。"), TEXT[:1]]
)
def test_every_other_difference_counts(other: tuple[str, ...]) -> None:
    assert fingerprint(other) != fingerprint(TEXT)


def test_a_text_may_be_hung_when_it_is_there_and_compared() -> None:
    assert text(lines=TEXT, compared="true").may_be_hung
    assert not text(lines=TEXT).may_be_hung
    assert not text().may_be_hung


def test_ours_are_from_the_constitution_of_2022(library: Library) -> None:
    if "oath" not in library.official:
        pytest.skip("other content")
    assert set(library.official) >= {"oath", "member-duties", "member-rights"}
    assert all("2022-10-22" in official.edition for official in library.official.values())
    assert all(len(library.official[i].points) >= 8 for i in ("member-duties", "member-rights"))
