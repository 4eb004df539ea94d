"""Content text shows as it stands, wherever a template puts it."""

from __future__ import annotations

import re

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.site.text import anchor_of, escaped, plain_title
from tests.site.sample import EXTENSIONS, visible

SIGNS = st.text(alphabet="党费1.2-+*_#>`|~^=!?:[](){}<>&\"'\\ \tａ", min_size=1, max_size=12)


@pytest.mark.parametrize(
    "place", ["{}", "# {}", "- {}", "1. {}", "> {}", "甲\n:   {}", "前 {} 后", "**强** {}", "[{}](x.md)"]
)
@given(text=SIGNS)
def a_text_shows_its_own_characters_in_every_place(place: str, text: str) -> None:
    if not text.strip():
        return
    shown = visible(markdown.markdown(place.format(escaped(text)), extensions=EXTENSIONS))
    assert " ".join(text.split()) in shown


@given(text=SIGNS)
def a_text_makes_no_cell_and_no_tag(text: str) -> None:
    rendered = markdown.markdown(f"| 甲 | 乙 |\n| --- | --- |\n| {escaped(text)} | 乙 |", extensions=EXTENSIONS)
    assert rendered.count("<td>") == 2
    assert set(re.findall(r"</?([a-z0-9]+)", rendered)) == {"table", "thead", "tbody", "tr", "th", "td"}


def it_keeps_line_breaks_and_nothing_else_of_a_block() -> None:
    assert escaped("一\n\n  - 二") == "一<br>&#45; 二"


def it_leaves_markup_of_the_templates_alone() -> None:
    assert escaped(escaped("*重*")) == "&#42;重&#42;"


def a_title_has_no_sign_that_markup_knows() -> None:
    assert plain_title("</title><script>x</script> & “引”\n行") == "＜/title＞＜script＞x＜/script＞ ＆ “引” 行"


@pytest.mark.parametrize(("number", "anchor"), [("第七条", "第七条"), ("二（2）", "二-2"), ("1.3", "1-3"), ("—", "-")])
def a_provision_number_becomes_an_anchor(number: str, anchor: str) -> None:
    assert anchor_of(number) == anchor
