from __future__ import annotations

import pytest
from lxml import etree

from generators.model.form import FieldKind
from generators.plan.names import bookmark_name
from generators.word.controls import Anchor, Control, Story, placeholder_name, render
from generators.word.holes import Hole
from generators.word.measure import Room
from generators.word.ooxml import NAMESPACES
from tests.word.lint import SDT_ORDER
from tests.word.opened import W14, W, text_of


def control(kind: FieldKind = FieldKind.TEXT, **changes: object) -> Control:
    written = {"name": "date", "title": "日期", "placeholder": "　　", "choices": (), "room": Room(40, 1, 10.5)}
    return Control(kind=kind, **{**written, **changes})  # type: ignore[arg-type]


def parsed(slot: Control | Anchor, value: str = "", story: Story | None = None) -> etree._Element:
    pieces = render(slot, "R30.01", story or Story(), known=bool(value))
    xml = "".join(piece.look.text(value).decode() if isinstance(piece, Hole) else piece for piece in pieces)
    return etree.fromstring(f"<w:p {NAMESPACES}>{xml}</w:p>")


def nature(element: etree._Element, name: str, namespace: str = W) -> etree._Element:
    return element.find(f"{W}sdt/{W}sdtPr/{namespace}{name}")


def the_tag_is_the_full_name_and_the_title_the_label() -> None:
    element = parsed(control())
    assert nature(element, "tag").get(f"{W}val") == "R30.01.date"
    assert nature(element, "alias").get(f"{W}val") == "日期"
    assert nature(element, "lock").get(f"{W}val") == "sdtLocked"


@pytest.mark.parametrize("kind", [k for k in FieldKind if k is not FieldKind.SIGNATURE])
@pytest.mark.parametrize("value", ["", "2027年1月5日"])
def every_kind_keeps_the_order_of_the_schema(kind: FieldKind, value: str) -> None:
    properties = parsed(control(kind, choices=("甲", "乙")), value).find(f"{W}sdt/{W}sdtPr")
    names = [etree.QName(child).localname for child in properties]
    assert names == sorted(names, key=SDT_ORDER.index)


def an_empty_control_shows_its_placeholder_from_the_glossary() -> None:
    story = Story()
    element = parsed(control(placeholder="　　年　　月　　日"), story=story)
    assert nature(element, "showingPlcHdr") is not None
    assert nature(element, "placeholder")[0].get(f"{W}val") == placeholder_name("　　年　　月　　日")
    assert list(story.placeholders) == ["　　年　　月　　日"]
    assert text_of(element) == "　　年　　月　　日"


def a_filled_control_keeps_its_placeholder_for_when_it_is_emptied() -> None:
    element = parsed(control(), "张示例")
    assert nature(element, "showingPlcHdr") is None
    assert nature(element, "placeholder") is not None
    assert text_of(element) == "张示例"


def a_date_is_picked_in_chinese() -> None:
    date = nature(parsed(control(FieldKind.DATE), "2027年1月5日"), "date")
    assert date.get(f"{W}fullDate") == "2027-01-05T00:00:00Z"
    assert date.find(f"{W}dateFormat").get(f"{W}val") == "yyyy年M月d日"
    assert date.find(f"{W}lid").get(f"{W}val") == "zh-CN"


def a_date_known_to_the_month_is_shown_without_a_day() -> None:
    element = parsed(control(FieldKind.DATE), "2027年1月")
    assert nature(element, "date").get(f"{W}fullDate") is None
    assert text_of(element) == "2027年1月"


def an_option_is_its_own_value() -> None:
    items = nature(parsed(control(FieldKind.CHOICE, choices=("设", "不设"))), "dropDownList")
    assert [(i.get(f"{W}displayText"), i.get(f"{W}value")) for i in items] == [("设", "设"), ("不设", "不设")]


@pytest.mark.parametrize(("value", "state", "shown"), [("", "0", "☐"), ("是", "1", "☑")])
def a_tick_box_says_and_shows_whether_it_is_ticked(value: str, state: str, shown: str) -> None:
    element = parsed(control(FieldKind.CHECKBOX), value)
    assert nature(element, "checkbox", W14)[0].get(f"{W14}val") == state
    assert text_of(element) == shown


def test_long_text_may_have_lines() -> None:
    element = parsed(control(FieldKind.LONG, room=Room(100, 5, 12)), "一\n二")
    assert nature(element, "text").get(f"{W}multiLine") == "1"
    assert text_of(element) == "一\n二"


def test_text_is_escaped_and_rare_characters_survive() -> None:
    element = parsed(control(title='甲<"乙">&丙'), '<b>&"𠮷镕喆堃\x07')
    assert text_of(element) == '<b>&"𠮷镕喆堃'
    assert nature(element, "alias").get(f"{W}val") == '甲<"乙">&丙'


def a_value_too_long_for_its_cell_is_set_smaller() -> None:
    element = parsed(control(room=Room(14, 1, 10.5)), "书记、村委会主任")
    assert int(element.find(f".//{W}sz").get(f"{W}val")) < 21


def the_control_lies_in_a_hidden_bookmark() -> None:
    element = parsed(control())
    assert element[0].get(f"{W}name") == "_F_R30_01_date"
    assert element[0].get(f"{W}id") == element[-1].get(f"{W}id")


def an_anchor_is_a_bookmark_alone() -> None:
    element = parsed(Anchor("members.head"))
    assert [etree.QName(child).localname for child in element] == ["bookmarkStart", "bookmarkEnd"]


def test_long_names_of_bookmarks_are_shortened_and_stay_apart() -> None:
    names = {bookmark_name(f"R30-long.01.a_table_with_na.{n:02d}.a_column_with_name_{n}") for n in range(50)}
    assert len(names) == 50
    assert all(len(name) == 40 for name in names)


def no_two_things_of_a_story_have_one_identity() -> None:
    story = Story()
    assert len({story.identity() for _ in range(100)}) == 100
