from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generators.plan.label_sheets import LabelSheet, label_sheets
from generators.plan.sign_subjects import subjects_of

if TYPE_CHECKING:
    from generators.model.library import Library


@pytest.mark.parametrize(("name", "per_sheet"), [("S30", 4), ("S30-2", 6), ("S30-3", 3)])
def the_labels_of_all_chapters_are_spread_over_sheets(library: Library, name: str, per_sheet: int) -> None:
    branch = library.branch["example-village"]
    sheets = [sheet for sheet in subjects_of(library.sign[name], library, branch) if isinstance(sheet, LabelSheet)]
    chapters = [chapter.title for chapter in library.book["record"].chapters if not chapter.front]
    assert [title for sheet in sheets for _, title in sheet.labels] == chapters
    assert [number for sheet in sheets for number, _ in sheet.labels] == list(range(1, len(chapters) + 1))
    assert all(len(sheet.labels) == per_sheet for sheet in sheets[:-1])
    assert [sheet.title for sheet in sheets][:2] == ["第1张", "第2张"]
    assert sheets[0].year == library.publication.year


def test_without_a_book_there_are_no_labels(library: Library) -> None:
    bookless = replace(library, book={})
    assert list(subjects_of(library.sign["S30"], bookless, library.branch["example-village"])) == []


def a_sign_that_says_no_width_gets_one_label_a_sheet(library: Library) -> None:
    plain = library.sign["S30"].model_copy(update={"piece": None})
    assert {len(sheet.labels) for sheet in label_sheets(plain, library)} == {1}
