"""The handbook's pages, before any site generator has seen them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import markdown
import pytest

from generators.model.base import Verified
from generators.site.handbook import Handbook
from generators.site.marks import LEGEND
from tests.site.sample import EXTENSIONS, HOSTILE, blank_offers, visible

if TYPE_CHECKING:
    from generators.model.library import Library
    from generators.site.page import Page

OWN_TAGS = {
    *("h1", "h2", "h3", "h4", "p", "br", "div", "span", "strong", "em", "small", "code", "a", "img", "blockquote"),
    *("ul", "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tr", "th", "td", "figure", "figcaption"),
    *(
        "label",
        "input",
        "form",
        "nav",
        "button",
        "select",
        "option",
        "details",
        "summary",
        "b",
        "link",
        "svg",
        "g",
        "title",
        "desc",
        "rect",
        "path",
        "circle",
        "polygon",
        "text",
        "tspan",
    ),
}
"""Every element that our templates and charts make."""


def rendered(page: Page) -> str:
    return markdown.markdown(page.markdown, extensions=EXTENSIONS)


def every_kind_has_its_page(pages: dict[str, Page]) -> None:
    assert set(pages) == {
        "index.md", "glossary.md", "about/index.md", "about/marks.md", "about/changes.md", "about/api.md",
        "guides/calendar.md", "policies/timeline.md", "posts/matrix.md",
        *(f"{folder}/index.md" for folder in ("procedures", "standards", "rules", "forms", "signs", "posts", "policies", "guides", "branches")),
        "procedures/dues.md", "standards/base.md", "rules/dues.md", "forms/R44.md", "signs/S01.md", "posts/member.md",
        "posts/secretary.md", "guides/start.md", "official/oath.md", "policies/DF08.md", "branches/example.md", "sectors/village.md",
    }  # fmt: skip


def every_page_shows_hostile_text_as_text(pages: dict[str, Page]) -> None:
    for page in pages.values():
        html = re.sub(r'<script src="(\.\./)?assets/[\w-]+\.js" defer></script>', "", rendered(page))  # our own
        assert set(re.findall(r"<([a-zA-Z0-9]+)", html)) <= OWN_TAGS, page.path
        assert "<script" not in html
        assert not re.search(r"\son\w+=", html)
        assert not [link for link in re.findall(r'(?:href|src)="([^"]*)"', html) if "x.example" in link], page.path


@pytest.mark.parametrize(
    "path",
    [
        "procedures/dues.md",
        "policies/DF08.md",
        "forms/R44.md",
        "standards/base.md",
        "posts/member.md",
        "rules/dues.md",
        "guides/start.md",
        "official/oath.md",
        "signs/S01.md",
        "glossary.md",
    ],
)
def a_page_loses_no_character_of_its_texts(pages: dict[str, Page], path: str) -> None:
    assert " ".join(HOSTILE.split()) in visible(rendered(pages[path]))


def the_steps_say_who_when_and_what_if_not(pages: dict[str, Page]) -> None:
    text = visible(rendered(pages["procedures/dues.md"]))
    assert "党支部书记 会同 党员 每月" in text
    assert "没交 → 第1步「交党费」" in text
    assert "交齐 → 流程结束" in text
    assert "补交 → 判断「交齐了吗？」" in text


def the_check_list_has_a_box_for_every_step_and_material(pages: dict[str, Page]) -> None:
    assert re.findall(r'data-check="([^"]+)"', pages["procedures/dues.md"].markdown) == ["pay", "material-1"]


def a_policy_says_what_uses_each_provision(pages: dict[str, Page]) -> None:
    text = pages["policies/DF08.md"].markdown
    assert "### 第一条" in text
    assert "{#第一条 .zb-provision}" in text
    assert "(../procedures/dues.md#step-pay)" in text
    assert "(../standards/base.md#H1)" in text


def a_post_shows_every_step_it_owns(pages: dict[str, Page]) -> None:
    assert "第1步　交党费](../procedures/dues.md#step-pay) | 负责 | 每月" in pages["posts/secretary.md"].markdown
    assert "判断　交齐了吗？](../procedures/dues.md#step-paid) | 负责 | —" in pages["posts/member.md"].markdown


def a_mark_leads_to_its_place_in_the_legend(pages: dict[str, Page]) -> None:
    assert "[待核](../about/marks.md#pending)" in pages["procedures/dues.md"].markdown
    assert all(f'id="{mark.value}"' in pages["about/marks.md"].markdown for mark in Verified)


def the_legend_explains_every_mark_once() -> None:
    assert [mark.verified for mark in LEGEND] == list(Verified)


def a_branch_page_tells_its_profile_and_nothing_of_its_roster(pages: dict[str, Page]) -> None:
    assert "张示例" in pages["branches/example.md"].markdown
    for page in pages.values():
        assert "钱绝密" not in page.markdown
        assert "13900000001" not in page.markdown


def the_branch_pages_stay_behind_their_hub(pages: dict[str, Page]) -> None:
    assert [path for path, page in pages.items() if not page.in_navigation] == ["branches/example.md"]
    assert "(example.md)" in pages["branches/index.md"].markdown


def the_home_page_has_five_entrances(pages: dict[str, Page]) -> None:
    home = pages["index.md"].markdown
    assert re.findall(r"zb-icon--(\w+)", home) == ["procedure", "standard", "form", "sign", "rule"]
    assert all(task in home for task in ("我要办事", "对标", "填表", "制牌", "查制度"))


def every_link_of_the_markdown_leads_to_a_page(pages: dict[str, Page]) -> None:
    from posixpath import dirname, join, normpath  # noqa: PLC0415

    for page in pages.values():
        for target in re.findall(r"\]\(([^)#?]+\.md)", page.markdown):
            assert normpath(join(dirname(page.path), target)) in pages, (page.path, target)


def an_empty_library_still_has_a_site(small: Library) -> None:
    empty = type(small)(publication=small.publication)
    paths = [page.path for page in Handbook.of(empty, blank_offers(empty)).pages()]
    assert paths[0] == "index.md"
    assert "procedures/index.md" in paths


def a_term_is_found_as_a_page_of_its_own(pages: dict[str, Page]) -> None:
    assert [(e.anchor, e.title, e.aliases) for e in pages["glossary.md"].entries] == [("dues", "党费", ("会费",))]
