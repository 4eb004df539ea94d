from __future__ import annotations

import pytest

from generators.pdf.markup import form_html, tight
from generators.pdf.stretch import Heights
from tests.pdf.nouns import MEETING, ROSTER, shape_of
from tests.plan.nouns import form


def it_prints_html_in_content_as_text() -> None:
    label = "<script>alert(1)</script>&"
    html = form_html(shape_of(form(blocks=[{"grid": [{"field": "x", "label": label}]}, {"text": label}])), Heights())
    assert "<script>" not in html
    assert html.count("&lt;script&gt;") == 2
    assert "&amp;" in html


def it_takes_the_heights_it_is_given() -> None:
    assert "height:64.5mm" in form_html(shape_of(MEETING), Heights(boxes={"record": 64.5}))
    assert form_html(shape_of(ROSTER), Heights(rows={"members": 12.5})).count("height:12.5mm") == 24


def it_turns_the_paper_for_wide_tables() -> None:
    assert "size: 297mm 210mm" in form_html(shape_of(ROSTER), Heights())
    assert "size: 210mm 297mm" in form_html(shape_of(MEETING), Heights())


@pytest.mark.parametrize(
    ("loose", "printed"),
    [
        ("次年 1 月 10 日前", "次年1月10日前"),
        ("第 3 项（R10 表）", "第3项（R10表）"),
        ("Word 2010 和 WPS Office", "Word 2010和WPS Office"),
    ],
)
def it_sets_digits_close_to_chinese(loose: str, printed: str) -> None:
    assert tight(loose) == printed
