"""What our own content promises beyond being valid: rules for the wall, guides, the whole glossary."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generators.model.base import Verified
from generators.model.rule import RuleGroup
from generators.model.sign import Place, Subject
from generators.plan.sign_rules import counts
from generators.plan.signs import plan_signs

if TYPE_CHECKING:
    from generators.model.library import Library

NOT_THE_SAME = [
    ("除名", "开除党籍"),
    ("组织处置", "组织处理"),
    ("组织处置", "党纪处分"),
    ("组织生活会", "民主生活会"),
    ("表决权", "选举权"),
    ("应到会", "实到会"),
    ("备案", "审批"),
    ("停止党籍", "除名"),
    ("党龄", "党籍"),
]
"""Terms whose consequences differ (facts, part 5): the search must never take one for the other."""


@pytest.fixture
def ours(library: Library) -> Library:
    if "three-meetings" not in library.rule or "new-secretary" not in library.guide:
        pytest.skip("other content")
    return library


def test_every_rule_can_be_found_and_stands_in_a_group(ours: Library) -> None:
    assert len(ours.rule) >= 24
    for rule in ours.rule.values():
        assert len(rule.aliases) >= 5, rule.id
        assert rule.related, rule.id
        assert rule.group is not RuleGroup.OTHER, rule.id


def test_every_clause_says_how_sure_it_is_and_what_is_checked_rests_on_something(ours: Library) -> None:
    for rule in ours.rule.values():
        assert all(clause.verified for clause in rule.clauses), rule.id
        assert all(clause.verified is not Verified.PENDING for clause in rule.clauses), rule.id
        assert rule.basis, rule.id


def test_few_boards_are_made_by_default(ours: Library) -> None:
    for name, branch in ours.branch.items():
        signs = plan_signs(ours, branch).signs
        boards = [sign for sign in signs if sign.sign.subject in {Subject.RULE, Subject.PROCEDURE}]
        walls = [sign for sign in boards if sign.sign.place is Place.INSIDE]
        assert len(walls) <= 10, name
        if ours.sector[branch.sector].reduced_signs:
            assert not walls, name
            assert [sign.sign.id for sign in signs if counts(sign) and sign.sign.place is Place.GATE] == ["S01"], name


def test_every_guide_is_short_and_leads_on(ours: Library) -> None:
    assert len(ours.guide) >= 6
    for guide in ours.guide.values():
        assert len(guide.aliases) >= 5, guide.id
        said = [statement for passage in guide.passages for statement in (*passage.steps, *passage.points)]
        assert all(statement.verified for statement in said), guide.id
        assert max(len(statement.text) for statement in said) <= 90, guide.id
    assert {"rule", "form", "procedure"} <= {
        kind
        for guide in ours.guide.values()
        for passage in guide.passages
        for kind, led in (("rule", passage.rules), ("form", passage.forms), ("procedure", passage.procedures))
        if led
    }


def test_the_glossary_is_whole_and_keeps_apart_what_must_not_be_mixed_up(ours: Library) -> None:
    assert len(ours.term) >= 132
    by_title = {term.title: term for term in ours.term.values()}
    for one, other in NOT_THE_SAME:
        assert by_title[other].id in by_title[one].not_same
        assert by_title[one].id in by_title[other].not_same
        assert not {one, *by_title[one].aliases} & {other, *by_title[other].aliases}
