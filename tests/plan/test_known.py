from __future__ import annotations

from typing import Any

import pytest

from generators.model.sizing import Sizing
from generators.plan.extent import Extent
from generators.plan.known import instances
from tests.plan.nouns import branch

EXTENT = Extent.of(branch())
GROUPS = ("第一党小组", "第二党小组")


def copies(names: tuple[str, ...] = GROUPS, **written: Any) -> list[tuple[int, int | None, str, str]]:
    found = instances(Sizing.model_validate(written), EXTENT, names)
    return [(i.number, i.month, i.group_name, i.occasion) for i in found]


def a_form_for_each_group_and_month_goes_group_by_group() -> None:
    made = copies(per=["group", "month"])
    assert len(made) == 24
    assert made[0] == (1, 1, "第一党小组", "第一党小组1月")
    assert made[14] == (15, 3, "第二党小组", "第二党小组3月")


def the_groups_without_names_are_counted() -> None:
    assert copies((), per=["group", "month"])[23] == (24, 12, "", "第2组12月")


def a_form_for_each_group_only_knows_no_month() -> None:
    assert copies(per="group") == [(1, None, "第一党小组", "第一党小组"), (2, None, "第二党小组", "第二党小组")]


def a_spare_copy_is_for_no_particular_month() -> None:
    assert [month for _, month, _, _ in copies(per="month", spare=2)] == [*range(1, 13), None, None]


@pytest.mark.parametrize("written", [{"at_least": 4}, {"per": "month", "times": 2}, {"per": "quarter"}, {}])
def every_other_copy_is_told_apart_by_its_number(written: dict[str, Any]) -> None:
    assert {made[1:] for made in copies(**written)} <= {(None, "", "")}
