from __future__ import annotations

from typing import Any

import pytest

from generators.model.book import Book
from generators.model.edition import BookEdition
from generators.model.library import Library
from generators.model.publication import Publication
from generators.model.sizing import Condition, Sizing
from generators.plan.book import holds, plan_book, quantity
from tests.plan.nouns import branch, form, known


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
        ({"per": "applicant", "times": 2}, 8),
        ({"per": "floating_member"}, 3),
    ],
)
def it_counts(written: dict[str, Any], count: int) -> None:
    assert quantity(sizing(**written), branch()) == count


def a_branch_without_groups_prints_no_group_meetings() -> None:
    assert quantity(sizing(per=["group", "month"]), branch(groups=[])) == 0


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
    assert holds(condition, branch()) is here
    assert holds(condition, other) is there


def library(*forms: Any) -> Library:
    facts = known()
    publication = Publication.model_validate(
        {
            "id": "publication", "title": "示例", "subtitle": "示例", "publisher": "示例", "contact": "示例", "year": "2027",
            "issued": "2026-11-22", "origin": "示例", "notice": "示例",
        }
    )  # fmt: skip
    return Library(
        publication=publication,
        form={f.id: f for f in forms},
        sector={"village": facts.sector},
        committee={"town": facts.committee},
    )


def book(*items: dict[str, Any]) -> Book:
    chapters = [{"title": "一", "forms": list(items)}]
    return Book.model_validate({"id": "record", "title": "实录", "summary": "示例", "chapters": chapters})


def it_prints_the_copies_a_branch_needs_with_what_is_known() -> None:
    plan = plan_book(
        library(form()), book({"form": "R99", "times": {"at_least": "4", "spare": "2"}}), branch(), year=2027
    )
    assert [e.prefix for e in plan.entries()] == [f"R99.{n:02d}" for n in range(1, 7)]
    assert plan.entries()[2].title == "示例表（第3次）"
    assert plan.entries()[0].values == {"name": "中国共产党示例村支部委员会"}
    assert len(plan.shapes()) == 1


@pytest.mark.parametrize(
    ("edition", "printed"), [(BookEdition.COMPACT, ["R99"]), (BookEdition.COMPLETE, ["R98", "R99"])]
)
def it_prints_optional_forms_only_in_the_complete_edition(edition: BookEdition, printed: list[str]) -> None:
    plan = plan_book(
        library(form("R98", edition="optional"), form()),
        book({"form": "R98"}, {"form": "R99"}),
        branch(),
        year=2027,
        edition=edition,
    )
    assert [e.shape.form.id for e in plan.entries()] == printed
    assert {e.shape.compact for e in plan.entries()} == {edition is BookEdition.COMPACT}


def it_drops_a_chapter_that_holds_nothing() -> None:
    plan = plan_book(library(form()), book({"form": "R99", "when": "no_committee"}), branch(), year=2027)
    assert plan.chapters == ()


def a_form_that_is_no_event_counts_its_copies_in_its_own_word() -> None:
    plan = plan_book(
        library(form(copy_unit="份")), book({"form": "R99", "times": {"at_least": "2"}}), branch(), year=2027
    )
    assert [e.title for e in plan.entries()] == ["示例表（第1份）", "示例表（第2份）"]
