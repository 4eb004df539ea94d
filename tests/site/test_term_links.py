"""Terms are linked where a page first uses them, and nowhere else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from generators.model.library import Library
from generators.model.post import Post
from generators.model.term import Term
from generators.site.term_links import MOST, TermLinks

if TYPE_CHECKING:
    from pathlib import Path

    from generators.model.publication import Publication
    from generators.site.page import Page


def term(identifier: str, title: str, **more: object) -> Term:
    return Term.model_validate({"id": identifier, "title": title, "text": f"{title}的意思", **more})


@pytest.fixture(scope="module")
def publication(small: Library) -> Publication:
    return small.publication


@pytest.fixture(scope="module")
def links(publication: Publication) -> TermLinks:
    terms = (
        term("dues", "党费", not_in=["党费证"]),
        term("member", "预备党员"),
        term("record", "预备党员教育考察登记表"),
        term("mentor", "培养联系人", aliases=["联系人", "培养考察联系人"]),
        term("report", "报告", linked=False, aliases=["情况报告单"]),
        term("group", "党小组"),
        term("vat", "AB"),
        term("hostile", "敌意", text='<script>"&'),
    )
    post = Post.model_validate(
        {"id": "leader", "title": "党小组组长", "kind": "个人", "rank": 1, "summary": "一", "reviewed": "2026-11-22",
         "duties": [{"text": "一", "verified": "practice"}]}
    )  # fmt: skip
    return TermLinks.of(Library(publication=publication, term={t.id: t for t in terms}, post={"leader": post}))


def linked(links: TermLinks, content: str, title: str = "") -> list[str]:
    return re.findall(r'<a class="zb-word"[^>]*>([^<]*)</a>', links.link(content, "rules/a.md", title))


def the_first_use_leads_to_the_glossary_and_says_the_meaning(links: TermLinks) -> None:
    assert links.link("<p>按月交党费，党费不减。</p>", "rules/a.md", "") == (
        '<p>按月交<a class="zb-word" href="../glossary.html#dues" title="党费：党费的意思">党费</a>，党费不减。</p>'
    )


def the_longest_name_wins(links: TermLinks) -> None:
    assert linked(links, "<p>填预备党员教育考察登记表</p>") == ["预备党员教育考察登记表"]


def no_link_stands_inside_a_longer_word(links: TermLinks) -> None:
    assert linked(links, "<p>带上党费证，找党小组组长，说ABC和1AB</p>") == []


def a_short_alias_is_too_vague_and_a_long_one_is_linked_by_its_own_words(links: TermLinks) -> None:
    assert linked(links, "<p>联系人</p>") == []
    assert linked(links, "<p>培养考察联系人</p>") == ["培养考察联系人"]


def an_everyday_word_stays_plain(links: TermLinks) -> None:
    assert linked(links, "<p>向上级报告，交情况报告单</p>") == []


@pytest.mark.parametrize(
    "content",
    [
        "<h2>党费</h2>",
        '<p><a href="x">交<b>党费</b></a></p>',
        "<svg><text>党费</text></svg>",
        "<pre><code>党费</code></pre>",
        "<ul><li><strong>党费</strong></li></ul>",
        '<div class="zb-checks"><div></div><span>党费</span></div>',
        '<span class="zb-basis">党费</span>',
        "<p>《关于党费的规定》</p>",
        '<p title="党费">一</p>',
        "<!-- 党费 -->",
    ],
)
def nothing_but_running_text_changes(links: TermLinks, content: str) -> None:
    assert links.link(content, "rules/a.md", "") == content


def the_text_after_a_closed_element_is_open_again(links: TermLinks) -> None:
    assert linked(links, '<div class="zb-checks"><div>党费</div></div><p>党费</p>') == ["党费"]


def the_term_that_a_page_is_about_is_not_linked_on_it(links: TermLinks) -> None:
    assert linked(links, "<p>党费</p>", "党费收缴") == []


def a_meaning_is_escaped(links: TermLinks) -> None:
    assert 'title="敌意：&lt;script&gt;&quot;&amp;"' in links.link("<p>敌意</p>", "rules/a.md", "")


def an_entity_is_no_word(publication: Publication) -> None:
    only = TermLinks.of(Library(publication=publication, term={"amp": term("amp", "amp")}))
    assert only.link("<p>a &amp; b</p>", "rules/a.md", "") == "<p>a &amp; b</p>"


def a_page_stays_calm(publication: Publication) -> None:
    many = {f"t{n}": term(f"t{n}", f"词{chr(0x4E00 + n)}条") for n in range(MOST + 5)}
    content = "".join(f"<p>{t.title}</p>" for t in many.values())
    assert len(linked(TermLinks.of(Library(publication=publication, term=many)), content)) == MOST


def no_terms_no_links(publication: Publication) -> None:
    assert TermLinks.of(Library(publication=publication)).link("<p>党费</p>", "a.md", "") == "<p>党费</p>"


def the_pages_that_are_read_explain_terms_and_the_glossary_does_not(pages: dict[str, Page]) -> None:
    explaining = {path for path, page in pages.items() if page.explains_terms}
    assert {"procedures/dues.md", "rules/dues.md", "official/oath.md", "guides/start.md"} <= explaining
    assert not explaining & {"glossary.md", "index.md", "policies/DF08.md", "rules/index.md"}


def the_built_pages_link_their_terms_to_places_that_are_there(built_site: Path) -> None:
    anchors = set(re.findall(r'id="([^"]+)"', (built_site / "glossary.html").read_text(encoding="utf-8")))
    found = []
    for path in (built_site / "procedures").glob("*.html"):
        words = re.findall(r'class="zb-word" href="\.\./glossary\.html#([^"]+)"', path.read_text(encoding="utf-8"))
        assert len(words) == len(set(words)) <= MOST, path
        found += words
    assert found
    assert set(found) <= anchors
