from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generators.plan.label_sheets import LabelSheet, label_sheets
from generators.plan.sign_subjects import Refused, subjects_of

if TYPE_CHECKING:
    from generators.model.branch import Branch
    from generators.model.library import Library


def spines(library: Library, width: float | None) -> Branch:
    branch = library.branch["example-village"]
    return branch.model_copy(update={"venue": branch.venue.model_copy(update={"spine_mm": width})})


@pytest.mark.parametrize(("width", "shared"), [(None, [3, 3, 3]), (30, [4, 5]), (40, [3, 3, 3]), (50, [3, 3, 3])])
def the_labels_of_all_chapters_are_spread_evenly(library: Library, width: float | None, shared: list[int]) -> None:
    branch = spines(library, width)
    sheets = [sheet for sheet in subjects_of(library.sign["S30"], library, branch) if isinstance(sheet, LabelSheet)]
    chapters = [chapter.title for chapter in library.book["record"].chapters if not chapter.front]
    assert [title for sheet in sheets for _, title in sheet.labels] == chapters
    assert [number for sheet in sheets for number, _ in sheet.labels] == list(range(1, len(chapters) + 1))
    assert [len(sheet.labels) for sheet in sheets] == shared
    assert {sheet.piece.w for sheet in sheets} == {width or 40}
    assert {sheet.longest for sheet in sheets} == {max(map(len, chapters))}
    assert [sheet.title for sheet in sheets][:2] == ["第1张", "第2张"]
    assert sheets[0].year == library.publication.year


def test_without_a_book_there_are_no_labels(library: Library) -> None:
    bookless = replace(library, book={})
    assert list(subjects_of(library.sign["S30"], bookless, library.branch["example-village"])) == []


def a_sign_that_says_no_width_gets_one_label_a_sheet(library: Library) -> None:
    plain = library.sign["S30"].model_copy(update={"piece": None})
    assert {len(sheet.labels) for sheet in label_sheets(plain, library, spines(library, None))} == {1}


def a_spine_for_which_there_is_no_label_is_refused(library: Library) -> None:
    [refused] = subjects_of(library.sign["S30"], library, spines(library, 35))
    assert isinstance(refused, Refused)
    assert (refused.title, refused.reason[:17]) == ("脊宽 35 毫米", "脊签只有 40、30、50 毫米宽")
