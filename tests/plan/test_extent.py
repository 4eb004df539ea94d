from __future__ import annotations

from typing import Any

import pytest

from generators.model.book import BookSize
from generators.model.sizing import Condition, Sizing
from generators.plan.extent import Extent, holds, quantity
from tests.plan.nouns import branch

EXTENT = Extent.of(branch())


def sizing(**written: Any) -> Sizing:
    return Sizing.model_validate(written)


@pytest.mark.parametrize(
    ("written", "count"),
    [
        ({"at_least": 4, "spare": 2}, 6),
        ({"per": "month", "spare": 2}, 14),
        ({"per": "quarter"}, 4),
        ({"per": ["group", "month"]}, 24),
        ({"per": "member", "spare": 3}, 26),
        ({"per": "full_member", "spare": 3}, 24),
        ({"per": "probationary_member", "at_least": 5}, 5),
        ({"per": "committee_member", "spare": 2}, 5),
        ({"per": ["committee", "month"]}, 12),
        ({"per": "applicant", "times": 2}, 8),
        ({"per": "floating_member"}, 3),
    ],
)
def it_counts(written: dict[str, Any], count: int) -> None:
    assert quantity(sizing(**written), EXTENT) == count


def a_branch_without_groups_prints_no_group_meetings() -> None:
    assert quantity(sizing(per=["group", "month"]), Extent.of(branch(groups=[]))) == 0


@pytest.mark.parametrize(
    ("condition", "here", "there"),
    [
        (Condition.HAS_COMMITTEE, True, False),
        (Condition.NO_COMMITTEE, False, True),
        (Condition.HAS_GROUPS, True, False),
        (Condition.HAS_FLOATING, True, False),
    ],
)
def it_knows_the_conditions(condition: Condition, here: bool, there: bool) -> None:
    other = branch(has_committee="false", committee_size="0", groups=[], members={"full": "5"})
    assert holds(condition, EXTENT) is here
    assert holds(condition, Extent.of(other)) is there


def nothing_is_counted_that_a_branch_does_not_have() -> None:
    other = Extent.of(branch(has_committee="false", committee_size="0"))
    assert quantity(sizing(per=["committee", "month"]), other) == 0


def a_blank_book_has_the_extent_of_its_size() -> None:
    written = {"code": "large", "title": "大支部", "suits": "示例", "members": {"full": "27"}, "groups": "2"}
    extent = Extent.of_size(BookSize.model_validate(written))
    assert (extent.members.total, extent.groups, extent.committee_size) == (27, 2, 0)
    assert holds(Condition.NO_COMMITTEE, extent)
