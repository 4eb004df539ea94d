from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generators.plan.board_contents import levels_of, months_of, notice_columns
from generators.plan.sign_subjects import Floor, Refused, floors_of, subjects_of

if TYPE_CHECKING:
    from generators.model.library import Library


def the_chart_names_officers_only(library: Library) -> None:
    branch = library.branch["example-village"]
    levels = levels_of(library, branch)
    named = {box.name for level in levels[1:] for box in level.boxes if box.name}
    officers = {
        member.name
        for member in library.roster["example-village"].members
        if member.position and ("委员" in member.position or member.name == branch.secretary)
    }
    assert named == officers
    assert [level.committee for level in levels] == [False, True, True, False]
    assert [box.title for box in levels[-1].boxes] == list(branch.groups)
    assert levels[0].boxes[0].name == "正式党员21名、预备党员2名"


def test_without_a_roster_the_usual_posts_stand_without_names(library: Library) -> None:
    public = replace(library, roster={})
    levels = levels_of(public, library.branch["example-office"])
    assert [box.title for box in levels[3].boxes] == ["组织委员", "宣传委员"]
    assert not any(box.name for box in levels[3].boxes)


def a_branch_without_committee_and_groups_begins_with_the_organisation_above(library: Library) -> None:
    levels = levels_of(library, library.branch["example-private"])
    assert [[box.title for box in level.boxes] for level in levels] == [
        ["上级党组织"],
        ["支部党员大会"],
        ["党支部书记"],
    ]
    assert levels[0].boxes[0].name == library.committee["example-park"].title
    assert not any(level.committee for level in levels)


def the_year_has_the_activity_day_of_every_month_and_names_monthly_matters_once(library: Library) -> None:
    work = months_of(library, library.branch["example-village"])
    assert [month.number for month in work.months] == list(range(1, 13))
    assert work.months[0].activity == dt.date(2027, 1, 5)
    assert {"支委会", "主题党日", "党小组会"} <= set(work.monthly)
    for month in work.months:
        assert month.activity
        assert month.activity.month == month.number
        assert not set(month.matters) & set(work.monthly)
        assert len(set(month.matters)) == len(month.matters)
    assert "支部党员大会" in work.months[2].matters
    assert "支部党员大会" not in work.months[0].matters


def test_what_a_branch_has_no_committee_or_groups_for_is_not_on_its_board(library: Library) -> None:
    work = months_of(library, library.branch["example-private"])
    assert not {"支委会", "党小组会"} & set(work.monthly)


def a_content_without_a_calendar_makes_an_empty_year(library: Library) -> None:
    work = months_of(replace(library, occasion={}), library.branch["example-village"])
    assert work.monthly == ()
    assert all(month.activity is None and month.matters == () for month in work.months)


@pytest.mark.parametrize(
    ("sector", "own"), [("village", "村务公开"), ("community", "居务公开"), ("office", None), ("school", None)]
)
def the_notice_board_has_ten_fields_and_local_affairs_where_there_are_any(
    library: Library, sector: str, own: str | None
) -> None:
    branch = library.branch["example-village"].model_copy(update={"sector": sector})
    columns = notice_columns(branch)
    assert len(columns) == len(set(columns)) == 10
    assert {"村务公开", "居务公开"} & set(columns) == ({own} if own else set())
    assert {"党务公开", "发展党员公示", "意见办理结果"} <= set(columns)


def test_floors_come_from_the_lowest_up(library: Library) -> None:
    floors = floors_of(library.branch["example-office"])
    assert [floor.number for floor in floors] == [1, 2, 3]
    assert [room.title for room in floors[1].rooms] == ["谈心室", "档案室"]


def a_building_of_one_floor_needs_no_index(library: Library) -> None:
    sign = library.sign["S18-2"]
    (only,) = subjects_of(sign, library, library.branch["example-private"])
    assert isinstance(only, Refused)
    assert only.reason == "功能室都在这一层，不用楼层索引"
    assert all(isinstance(floor, Floor) for floor in subjects_of(sign, library, library.branch["example-office"]))
