"""What the search reads of a finished page."""

from __future__ import annotations

from generators.site.page import Entry, Page
from generators.site.record import Passage, passages, records

CONTENT = """
<h1 id="t">党费收缴</h1><p class="zb-lead">每月主动交。</p>
<h2 id="limits">时限<a class="headerlink" href="#limits"></a></h2>
<table><tr><td>每月上限</td><td>1000元\u2060<a class="zb-mark" href="x">核实</a><span class="zb-basis">《规定》第一条</span></td></tr></table>
<div class="zb-chart"><svg><text>图里的字</text></svg></div>
<div id="faq-1"><p>忘交怎么补？</p><p>跟支部说明。</p></div>
<p data-nosearch>用到它的</p>
"""


def it_parts_the_text_at_every_id() -> None:
    assert passages(CONTENT) == (
        Passage("", "", "每月主动交。"),
        Passage("limits", "时限", "每月上限 1000元", section=True),
        Passage("faq-1", "忘交怎么补？", "跟支部说明。"),
    )


def the_controls_of_a_tool_are_no_parts_of_it() -> None:
    content = (
        '<p>先选。</p><label for="x">基数</label><select id="x"><option>在职</option><option>退休</option></select>'
    )
    assert passages(content) == (Passage("", "", "先选。\n基数 在职\n退休"),)


def a_page_and_its_entries_are_found_apart() -> None:
    page = Page("glossary.md", "术语", "", "术语", "", entries=(Entry("dues", "党费", ("会费",)),))
    found = list(
        records(
            page, "glossary.html", '<h1 id="g">术语</h1><p>按拼音。</p><h3 id="dues">党费</h3><p>按月交的费用。</p>'
        )
    )
    assert [(r.location, r.title, r.aliases, r.weight) for r in found] == [
        ("glossary.html", "术语", (), 1),
        ("glossary.html#dues", "党费", ("会费",), 0.75),
    ]
    assert found[0].passages == (Passage("", "", "按拼音。"),)
    assert found[1].passages == (Passage("dues", "党费", "按月交的费用。"),)


def an_entry_without_text_is_left_out() -> None:
    page = Page("glossary.md", "术语", "", "术语", "", entries=(Entry("gone", "没有"),))
    assert [r.location for r in records(page, "glossary.html", "<h1>术语</h1>")] == ["glossary.html"]
