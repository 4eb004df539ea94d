"""The theme's styles, and our own scripts and styles, made light."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from generators.site.slim import UNUSED, lightened, packed, packed_style, slimmed

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("style", "kept"),
    [
        (".md-nav,.admonition{color:red}", ".md-nav{color:red}"),
        ("[dir=rtl] .md-nav{float:left}", ""),
        ("@media print{.highlight{color:red}}", ""),
        ("@media print{.highlight{color:red}.md-nav{top:0}}", "@media print{.md-nav{top:0}}"),
        ('@charset "UTF-8";.md-nav{top:0}', '@charset "UTF-8";.md-nav{top:0}'),
        ("@keyframes x{0%{top:0}to{top:1px}}", "@keyframes x{0%{top:0}to{top:1px}}"),
        (".md-nav:not(.a,.b),.tabbed-set{top:0}", ".md-nav:not(.a,.b){top:0}"),
        ('.md-nav{content:"}"}.mermaid{top:0}', '.md-nav{content:"}"}'),
        (
            "[data-md-color-primary=red]{--a:1}[data-md-color-scheme=slate]{--b:2}",
            "[data-md-color-scheme=slate]{--b:2}",
        ),
    ],
)
def test_only_what_the_site_uses_is_kept(style: str, kept: str) -> None:
    assert slimmed(style) == kept


def a_picture_that_nothing_shows_is_dropped() -> None:
    style = (
        ':root{--md-a-icon:url("data:x;y");--md-code-hl-color:red;--md-b-icon:url(z);--ink:#000}'
        ".md-nav{mask:var(--md-b-icon)}"
    )
    assert slimmed(style) == ":root{--md-b-icon:url(z);--ink:#000}.md-nav{mask:var(--md-b-icon)}"


def test_our_own_lose_comments_and_white_and_nothing_else() -> None:
    script = (
        '/* Head.\n   More. */\n(function () {\n  "use strict"; /* here */\n  /* alone */\n  say("/* no */");\n})();\n'
    )
    assert packed(script) == '(function () {\n"use strict"; /* here */\nsay("/* no */");\n})();\n'
    style = (
        '/* a */\n.x { color: red; }\n@media print {\n  .y::before { content: "问："; width: calc(1px + 2px); }\n}\n'
    )
    assert packed_style(style) == '.x{color:red}@media print{.y::before{content:"问：";width:calc(1px + 2px)}}'


def test_each_file_is_made_light_in_its_own_way() -> None:
    source = "/* x */\n.md-nav { top: 0 }\n"
    assert lightened("assets/stylesheets/main.min.css", ".md-nav{top:0}.mermaid{top:0}") == ".md-nav{top:0}"
    assert lightened("assets/javascripts/bundle.min.js", source) == source
    assert lightened("assets/handbook.css", source) == ".md-nav{top:0}"
    assert lightened("assets/handbook.js", source) == ".md-nav { top: 0 }\n"


def no_page_uses_what_is_dropped(built_site: Path) -> None:
    used = {
        name
        for page in built_site.rglob("*.html")
        for names in re.findall(r'class="([^"]*)"', page.read_text(encoding="utf-8"))
        for name in names.split()
    }
    assert not [name for name in sorted(used) if UNUSED.search(f".md-typeset .{name}")]
