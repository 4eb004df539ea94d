from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generators.kept import FOLDER
from generators.plan.signs import plan_signs
from generators.signs import keep, render_sign, settled
from generators.signs.preview import preview
from generators.signs.render import fitted

if TYPE_CHECKING:
    from pathlib import Path

    from generators.model.library import Library
    from generators.plan.signs import PlannedSign


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """Titles of the signs really rendered, with the cache in a folder of the test's own."""
    titles: list[str] = []

    def render(planned: PlannedSign, library: Library, *, outline: bool = False) -> bytes:
        titles.append(planned.title)
        return render_sign(planned, library, outline=outline)

    monkeypatch.setattr(keep, "render_sign", render)
    monkeypatch.setenv(FOLDER, str(tmp_path / "kept"))
    return titles


def first(library: Library, sign: str) -> PlannedSign:
    branch = library.branch["example-office"]
    return next(one for one in plan_signs(library, branch).signs if one.sign.id == sign)


def a_sign_is_rendered_once(rendered: list[str], library: Library) -> None:
    planned = first(library, "S07")
    sized = keep.kept_size(planned, library)
    assert sized == keep.kept_size(planned, library)
    assert sized.planned == settled(planned, library)
    assert sized.letter == fitted(sized.planned, library).letter
    pdf = keep.kept_sign(sized.planned, library)
    assert pdf == keep.kept_sign(sized.planned, library) == render_sign(sized.planned, library)
    assert rendered == [planned.title]


def no_other_text_letter_or_outline_is_read_back(rendered: list[str], library: Library) -> None:
    planned = first(library, "S07")
    keep.kept_sign(planned, library)
    keep.kept_sign(planned, library, outline=True)
    keep.kept_sign(replace(planned, most_letter=9.0), library)
    rule = library.rule[planned.subject.id]  # type: ignore[attr-defined]  # a rule board speaks of a rule
    shorter = rule.model_copy(update={"clauses": rule.clauses[:-1]})
    keep.kept_sign(replace(planned, subject=shorter), library)
    assert len(rendered) == 4


def a_new_date_of_issue_is_a_new_file(rendered: list[str], library: Library) -> None:
    planned = first(library, "S02")
    keep.kept_sign(planned, library)
    later = library.publication.model_copy(update={"issued": "2027-01-01"})
    keep.kept_sign(planned, replace(library, publication=later))
    assert len(rendered) == 2


def a_picture_is_the_same_read_back(rendered: list[str], library: Library) -> None:
    pdf = keep.kept_sign(first(library, "S02"), library)
    drawn = keep.kept_preview(pdf, longest=300)
    assert drawn == keep.kept_preview(pdf, longest=300) == preview(pdf, longest=300)
    assert rendered
