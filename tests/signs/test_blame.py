from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generators.model.rule import Rule
from generators.plan.signs import plan_signs
from generators.problems import ZhibuError
from generators.signs import render_sign, settled
from generators.signs.blame import source_of
from generators.signs.setting import TooLongError

if TYPE_CHECKING:
    from generators.model.branch import Branch
    from generators.model.library import Library
    from generators.plan.signs import PlannedSign

RARE = "𪚥"
LONG = "中国共产党" + "示例市示例区" * 9 + "示例支部委员会"


@pytest.fixture
def branch(library: Library) -> Branch:
    return library.branch["example-office"]


def first(library: Library, branch: Branch, name: str) -> PlannedSign:
    found = next(p for p in plan_signs(library, library.branch[branch.id], everything=True).signs if p.sign.id == name)
    return replace(found, branch=branch)


@pytest.mark.parametrize("field", ["name", "short"])
def a_character_that_no_font_has_is_sought_in_the_branch(library: Library, branch: Branch, field: str) -> None:
    rare = branch.model_copy(update={field: f"{RARE}{getattr(branch, field)}"})
    with pytest.raises(ZhibuError, match=rf"^content/branches/example-office\.yml：.*没有的字「{RARE}」"):
        render_sign(first(library, rare, "S07"), library)


def a_character_that_no_font_has_is_sought_in_the_rule(library: Library, branch: Branch) -> None:
    board = first(library, branch, "S07")
    assert isinstance(board.subject, Rule)
    clause = board.subject.clauses[0].model_copy(update={"text": RARE})
    spoilt = board.subject.model_copy(update={"clauses": (clause, *board.subject.clauses[1:])})
    with pytest.raises(ZhibuError, match=rf"^content/rules/{spoilt.id}\.yml："):
        render_sign(replace(board, subject=spoilt), library)


@pytest.mark.parametrize(
    ("field", "path"), [("title", "content/signs/S12.yml"), ("kind", "templates/signs/rule-board/")]
)
def every_other_text_has_its_file_as_well(library: Library, branch: Branch, field: str, path: str) -> None:
    board = first(library, branch, "S12" if field == "title" else "S07")
    if field == "title":
        board = replace(board, sign=board.sign.model_copy(update={"title": RARE}))
    assert source_of(RARE, board, library) == path


def a_name_in_parts_is_still_the_branchs(library: Library, branch: Branch) -> None:
    assert source_of(f"{branch.short}党员大会", first(library, branch, "S29"), library).endswith("example-office.yml")


def it_asks_for_a_shorter_name_and_not_for_a_larger_sign(library: Library, branch: Branch) -> None:
    named = branch.model_copy(update={"name": LONG})
    with pytest.raises(
        TooLongError, match=r"支部全称有 66 个字，太长，请.* content/branches/example-office\.yml"
    ) as caught:
        settled(first(library, named, "S12"), library)
    assert "content/signs" not in str(caught.value)


def it_names_the_text_that_does_not_fit(library: Library, branch: Branch) -> None:
    title = "党务公开栏" * 40
    board = first(library, branch, "S12")
    board = replace(board, sign=board.sign.model_copy(update={"title": title}))
    with pytest.raises(TooLongError, match=rf"放不下的是「{title}」（写在 content/signs/S12\.yml），请精简"):
        settled(board, library)


def a_rule_that_is_too_long_is_named_by_its_file(library: Library, branch: Branch) -> None:
    board = first(library, branch, "S07")
    assert isinstance(board.subject, Rule)
    spoilt = board.subject.model_copy(update={"clauses": board.subject.clauses * 12})
    with pytest.raises(
        TooLongError, match=rf"请精简文字（content/rules/{spoilt.id}\.yml），或在 content/signs/S07\.yml"
    ):
        settled(replace(board, subject=spoilt), library)
