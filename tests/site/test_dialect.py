"""The Markdown that our templates do not write is switched off, and nobody can tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import markdown
import pytest

from generators.site.handbook import Handbook
from tests.site.sample import EXTENSIONS, blank_offers

if TYPE_CHECKING:
    from generators.model.library import Library
    from generators.site.page import Page

OURS = ["generators.site.dialect", *EXTENSIONS]


def every_page_comes_out_as_with_the_whole_of_markdown(library: Library, pages: dict[str, Page]) -> None:
    handbook = Handbook.of(library, blank_offers(library))
    for page in (*pages.values(), *handbook.pages()):
        whole = markdown.markdown(page.markdown, extensions=EXTENSIONS)
        assert markdown.markdown(page.markdown, extensions=OURS) == whole, page.path


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("`代码`", "<p>`代码`</p>"),
        ("![图](x.png)", "<p>![图](x.png)</p>"),
        ("<https://example.cn>", "<p><https://example.cn></p>"),
        ("    缩进", "<p>缩进</p>"),
        ("**粗** [链](a.md) &#42;", '<p><strong>粗</strong> <a href="a.md">链</a> &#42;</p>'),
        ("# 题 {#a}\n\n> 引\n\n- 一\n- 二", '<h1 id="a">题</h1>\n<blockquote>\n<p>引</p>\n</blockquote>\n<ul>\n<li>一</li>\n<li>二</li>\n</ul>'),
    ],
)  # fmt: skip
def a_page_can_say_what_templates_write_and_no_more(written: str, expected: str) -> None:
    assert markdown.markdown(written, extensions=OURS) == expected
