from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from generators.plan.shape import blank_shape, local_fields
from generators.word import compile_form
from generators.word.controls import Anchor, Control
from tests.plan.nouns import form

if TYPE_CHECKING:
    from generators.model.library import Library
    from generators.word import WordBlock


def compiled(*blocks: dict[str, Any], compact: bool = True, **changes: Any) -> WordBlock:
    return compile_form(blank_shape(form(blocks=list(blocks), **changes), compact=compact))


def names(block: WordBlock) -> list[str]:
    return [slot.name for slot in block.slots if isinstance(slot, Control)]


@pytest.mark.any_content
@pytest.mark.parametrize("compact", [True, False])
def every_form_has_the_fields_of_its_shape_and_no_others(library: Library, compact: bool) -> None:
    for written in library.form.values():
        shape = blank_shape(written, compact=compact)
        assert names(compile_form(shape)) == [field.name for field in local_fields(shape)], written.id


@pytest.mark.any_content
def every_spread_is_one_page_in_the_compact_book_and_two_in_the_complete_one(library: Library) -> None:
    for written in library.form.values():
        if written.layout == "spread":
            assert compile_form(blank_shape(written, compact=True)).pages == 1, written.id
            assert compile_form(blank_shape(written, compact=False)).pages == 2, written.id


def test_texts_and_slots_alternate() -> None:
    block = compiled({"grid": [{"field": "a", "label": "甲"}, {"field": "b", "label": "乙"}]})
    assert len(block.texts) == len(block.slots) + 1


def a_required_field_is_marked_and_a_unit_stands_behind_it() -> None:
    block = compiled({"grid": [{"field": "due", "label": "应到", "kind": "number", "unit": "人", "required": True}]})
    assert ">*</w:t>" in block.texts[0]
    assert "> 人</w:t>" in block.texts[1]


def a_signature_is_blank_paper() -> None:
    block = compiled({"signatures": ["主持人", "记录人"]})
    assert block.slots == ()
    assert "主持人签名" in block.texts[0]


def a_table_has_an_anchor_in_its_head_and_fields_row_by_row() -> None:
    columns = [{"field": "name", "label": "姓名"}, {"field": "paid", "label": "实交", "kind": "number"}]
    block = compiled({"table": {"name": "dues", "rows": 2, "columns": columns, "total": "合计"}})
    assert block.slots[0] == Anchor("dues.head")
    assert names(block) == ["dues.01.name", "dues.01.paid", "dues.02.name", "dues.02.paid", "dues.total.paid"]
    assert "合计" in block.texts[-2]


def test_grouped_columns_have_two_rows_of_heads() -> None:
    columns = [{"field": f, "label": f.upper()} for f in ("a", "b", "c")]
    groups = [{"label": "", "columns": 1}, {"label": "责任", "columns": 2}]
    block = compiled({"table": {"name": "t", "rows": 30, "columns": columns, "groups": groups}})
    whole = "".join(block.texts)
    assert whole.count("<w:tblHeader/>") == 2 * block.pages
    assert whole.count('<w:vMerge w:val="restart"/>') == 2 * block.pages


def test_fixed_names_stand_in_place_of_numbers() -> None:
    table = {"name": "t", "rows": 1, "row_labels": ["第一季度", "第二季度"], "columns": [{"field": "a", "label": "甲"}]}
    block = compiled({"table": table})
    assert names(block) == ["t.01.a", "t.02.a"]
    assert "第二季度" in "".join(block.texts)


def a_short_table_joins_the_frame_around_it() -> None:
    table = {"name": "t", "rows": 2, "columns": [{"field": "a", "label": "甲"}]}
    block = compiled({"grid": [{"field": "x", "label": "子"}]}, {"table": table}, {"signatures": ["书记"]})
    assert "".join(block.texts).count("<w:tbl>") == 1


def a_choice_of_several_has_a_box_for_each() -> None:
    block = compiled({"grid": [{"field": "kinds", "label": "形式", "kind": "choices", "choices": ["集中", "线上"]}]})
    assert names(block) == ["kinds.1", "kinds.2"]
    assert "集中" in block.texts[1]


@pytest.mark.parametrize(("layout", "landscape"), [("single", False), ("spread", False), ("landscape", True)])
def it_lies_as_its_form_says(layout: str, landscape: bool) -> None:
    assert compiled({"text": "甲"}, layout=layout).paper.landscape is landscape


def a_page_is_turned_always_or_only_in_spreads() -> None:
    always = ({"text": "甲"}, {"turn": "always"}, {"text": "乙"})
    spread = ({"text": "甲"}, {"turn": "spread"}, {"text": "乙"})
    assert compiled(*always).pages == 2
    assert compiled(*spread).pages == 1
    assert compiled(*spread, compact=False).pages == 2


def test_what_is_printed_is_escaped() -> None:
    block = compiled({"heading": "<甲&乙>"}, {"grid": [{"field": "a", "label": "a<b>&c"}]})
    assert "&lt;甲&amp;乙&gt;" in block.texts[0]
    assert "a&lt;b&gt;&amp;c" in block.texts[0]


def cards(**changes: Any) -> WordBlock:
    columns = [
        {"field": "date", "label": "日期", "kind": "date", "required": True},
        {"field": "hours", "label": "学时", "kind": "number"},
        {"field": "gist", "label": "要点", "span": 12, "kind": "long", "lines": 3},
    ]
    return compiled({"table": {"name": "talks", "rows": 3, "cards": True, "columns": columns, **changes}})


def a_card_has_the_fields_of_its_row_under_their_labels() -> None:
    block = cards()
    assert block.slots[0] == Anchor("talks.head")
    assert names(block) == [
        f"talks.{number:02d}.{field}" for number in (1, 2, 3) for field in ("date", "hours", "gist")
    ]
    assert "".join(block.texts).count("要点") == 3


def the_number_of_a_card_reaches_over_its_rows() -> None:
    whole = "".join(cards().texts)
    assert whole.count('<w:vMerge w:val="restart"/>') == 3
    assert whole.count("<w:vMerge/>") == 3


def test_cards_may_have_a_total_and_no_numbers() -> None:
    block = cards(numbered="false", total="合计")
    assert names(block)[-1] == "talks.total.hours"
    assert "vMerge" not in "".join(block.texts)


def a_table_has_one_anchor_however_many_pages_it_has() -> None:
    table = {"name": "t", "rows": 7, "per_page": 3, "columns": [{"field": "a", "label": "甲"}]}
    block = compiled({"table": table})
    assert block.pages == 3
    assert [slot for slot in block.slots if isinstance(slot, Anchor)] == [Anchor("t.head")]
    assert "".join(block.texts).count("<w:tblHeader/>") == 3
