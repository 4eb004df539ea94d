from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from generators.model.rule import Rule
from generators.model.sign import Subject
from generators.plan.sign_samples import sample_signs

if TYPE_CHECKING:
    from generators.model.library import Library
    from generators.plan.sign_samples import SampleSet


@pytest.fixture(scope="module")
def sets(library: Library) -> tuple[SampleSet, ...]:
    return sample_signs(library)


def every_sign_has_a_blank_but_official_texts_and_plans_of_a_building(
    sets: tuple[SampleSet, ...], library: Library
) -> None:
    blank = {one.planned.sign.id for group in sets for one in group.signs}
    without = {sign.id for sign in library.sign.values() if sign.officials or sign.subject is Subject.FLOOR_PLAN}
    assert blank == set(library.sign) - without


def every_rule_has_a_board_once_whatever_its_sector(sets: tuple[SampleSet, ...], library: Library) -> None:
    shown = Counter(
        one.planned.subject.id
        for group in sets
        for one in group.signs
        if one.planned.sign.id == "S07" and isinstance(one.planned.subject, Rule)
    )
    assert shown == Counter(list(library.rule))
    assert any(rule.applies_to for rule in library.rule.values())


def the_notice_board_differs_by_sector(sets: tuple[SampleSet, ...]) -> None:
    boards = [one for group in sets for one in group.signs if one.planned.sign.id == "S12"]
    assert [one.sample.title for one in boards] == ["通用", "农村", "社区"]
    assert [one.planned.branch.sector for one in boards] == ["institution", "village", "community"]


def nothing_on_a_blank_says_which_branch_it_is(sets: tuple[SampleSet, ...], library: Library) -> None:
    for group in sets:
        assert not group.library.roster
        assert all(not one.planned.signed for one in group.signs)
        for one in group.signs:
            branch = one.planned.branch
            assert "×××" in branch.name
            assert not branch.secretary
            assert branch.name not in {known.name for known in library.branch.values()}


def a_blank_area_plate_names_an_area_and_not_itself(sets: tuple[SampleSet, ...]) -> None:
    plates = [one for group in sets for one in group.signs if one.planned.sign.id == "S15"]
    assert plates
    assert all("党员责任区" not in one.planned.subject.title for one in plates if one.planned.subject)


def a_plaque_is_there_for_every_level(sets: tuple[SampleSet, ...], library: Library) -> None:
    titles = [one.planned.title for group in sets for one in group.signs if one.planned.sign.id == "S19"]
    year = library.publication.year - 1
    assert titles == [f"星级授牌：{year}年度{stars}星" for stars in "五四三二一"]
