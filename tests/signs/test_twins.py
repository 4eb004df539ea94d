from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generators.plan.signs import planned_for
from generators.signs.render import fitted
from generators.signs.twins import settled_together

if TYPE_CHECKING:
    from generators.model.library import Library
    from generators.plan.signs import PlannedSign


def planned(library: Library, sign: str) -> list[PlannedSign]:
    branch = library.branch["example-office"]
    return [one for one in planned_for(library.sign[sign], library, branch) if hasattr(one, "sign")]  # type: ignore[misc]


def test_duties_and_rights_match_where_one_is_longer(compared: Library) -> None:
    duties, rights = planned(compared, "S09")
    text = duties.subject.model_copy(update={"lines": tuple(line * 8 for line in duties.subject.lines)})  # type: ignore[union-attr]
    one, other = settled_together([replace(duties, subject=text), rights], compared)
    assert one.size_text == other.size_text == "800×1200"
    assert one.most_letter == other.most_letter == fitted(one, compared).letter == fitted(other, compared).letter


def the_rule_boards_of_a_branch_have_one_letter_height(library: Library) -> None:
    boards = list(settled_together(planned(library, "S07"), library))
    assert len({board.most_letter for board in boards}) == 1
    assert [board.title for board in boards] == [board.title for board in planned(library, "S07")]


def test_signs_of_other_sorts_stay_as_they_are(library: Library) -> None:
    plates = planned(library, "S05")
    assert list(settled_together(plates, library)) == plates
