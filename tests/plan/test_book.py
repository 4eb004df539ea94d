from __future__ import annotations

from typing import Any

import pytest

from generators.model.book import Book, BookSize
from generators.model.edition import BookEdition
from generators.model.library import Library
from generators.model.publication import Publication
from generators.plan.book import plan_blank, plan_book, rows_needed
from tests.plan.nouns import branch, form, known


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


def a_form_for_each_group_says_which_copy_is_whose() -> None:
    item = {"form": "R99", "times": {"per": ["group", "month"]}}
    plan = plan_book(library(form()), book(item), branch(), year=2027)
    assert [plan.entries()[n].title for n in (0, 23)] == ["示例表（第一党小组1月）", "示例表（第二党小组12月）"]


def total(rows: int, spare: int, **changes: Any) -> int:
    """The rows of a table with a total row, fifteen to a page."""
    columns = [{"field": "paid", "label": "实交", "kind": "number"}]
    sizing = {"at_least": rows, "spare": spare}
    written = form(
        blocks=[
            {
                "table": {
                    "name": "dues",
                    "rows": sizing,
                    "per_page": "15",
                    "columns": columns,
                    "total": "合计",
                    **changes,
                }
            }
        ]
    )
    return rows_needed(next(written.tables()), known())


def a_total_row_that_would_stand_alone_takes_the_place_of_a_spare_row() -> None:
    assert [total(13, 2), total(28, 2), total(12, 2), total(14, 2)] == [14, 29, 14, 16]
    assert total(15, 0) == 15
    assert total(13, 2, total=None) == 15


def size(**changes: Any) -> BookSize:
    written = {"code": "small", "title": "小支部", "suits": "示例", "members": {"full": "6", "floating": "1"}}
    return BookSize.model_validate({**written, **changes})


def a_blank_book_has_the_pages_of_its_size_and_no_owner() -> None:
    items = [
        {"form": "R99", "times": {"per": ["group", "month"]}, "when": "has_groups"},
        {"form": "R98", "sectors": ["village"]},
        {"form": "R97", "sectors": ["office"]},
        {"form": "R96"},
    ]
    forms = [form("R96", edition="optional"), form("R97"), form("R98"), form()]
    plan = plan_blank(library(*forms), book(*items), "village", size(groups="1"), suits="农村小支部")
    assert [e.shape.form.id for e in plan.entries()] == ["R99"] * 12 + ["R98"]
    assert {name for e in plan.entries() for name in e.values} == set()
    assert (plan.owner.name, plan.owner.year, plan.owner.author) == ("", "", "示例")
    assert plan.full_title == "实录（空白册 农村小支部）"
    assert plan.heading == "实录"


def a_branchs_book_bears_its_name_and_year() -> None:
    plan = plan_book(library(form()), book({"form": "R99"}), branch(), year=2027)
    assert plan.full_title == "实录（2027年度 示例村党支部）"
    assert (plan.heading, plan.owner.author) == ("2027年度", "中国共产党示例村支部委员会")
