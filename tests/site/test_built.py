"""The built site as files: every link leads somewhere, nothing asks another host, nothing is left lying about."""

from __future__ import annotations

import re
from functools import cache
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pytest
from lxml import html

from generators.plan.signs import plan_signs

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generators.model.library import Library

pytestmark = pytest.mark.any_content

_ABSOLUTE = "404.html"
"""Served for any address, so its links begin at the server's root."""


@pytest.fixture(scope="module")
def documents(built_site: Path) -> dict[str, html.HtmlElement]:
    """Path → parsed page."""
    return {str(p.relative_to(built_site)): html.fromstring(p.read_bytes()) for p in sorted(built_site.rglob("*.html"))}


def links(document: html.HtmlElement) -> Iterator[str]:
    for element in document.iter():
        for name in ("href", "src"):
            if (value := element.get(name)) is not None:
                yield value


def target_of(link: str, page: str, site: Path) -> tuple[str, str]:
    """File and fragment that a link leads to, from the site's root."""
    parts = urlsplit(link)
    path = unquote(parts.path)
    if page == _ABSOLUTE:
        target = normpath(path.lstrip("/") or page)
    else:
        target = normpath(join(dirname(page), path)) if path else page
    return (f"{target}/index.html" if (site / target).is_dir() else target), unquote(parts.fragment)


def every_link_leads_to_a_file_and_to_a_place_in_it(built_site: Path, documents: dict[str, html.HtmlElement]) -> None:
    @cache
    def leads_somewhere(target: str, fragment: str) -> bool:
        if not fragment or target not in documents:
            return (built_site / target).is_file()
        return any(e.get("id") == fragment for e in documents[target].iter())

    broken = [
        (page, link)
        for page, document in documents.items()
        for link in links(document)
        if not leads_somewhere(*target_of(link, page, built_site))
    ]
    assert not broken


def no_page_names_another_host(documents: dict[str, html.HtmlElement]) -> None:
    for page, document in documents.items():
        for element in document.iter():
            for value in (element.get(name, "") for name in ("href", "src", "srcset", "action", "data", "style")):
                assert not re.search(r"(https?:)?//", value), (page, value)


def no_page_has_two_places_of_one_name(documents: dict[str, html.HtmlElement]) -> None:
    for page, document in documents.items():
        ids = [e.get("id") for e in document.iter() if e.get("id")]
        assert len(ids) == len(set(ids)), (page, sorted({i for i in ids if ids.count(i) > 1}))


def every_page_is_chinese_and_has_one_title(documents: dict[str, html.HtmlElement]) -> None:
    for page, document in documents.items():
        assert document.get("lang") == "zh"
        assert len(document.findall(".//h1")) == 1, page
        assert document.findtext(".//title")


def no_source_map_and_no_second_search_is_in_the_site(built_site: Path) -> None:
    names = {str(p.relative_to(built_site)) for p in built_site.rglob("*") if p.is_file()}
    assert not {
        name for name in names if name.endswith((".map", ".md", ".yml")) or "lunr" in name or "workers/" in name
    }
    assert {"assets/search-worker.js", "search/index.js", "search/search_index.js", "search/search_index.json"} <= names


def every_form_is_offered_in_word_and_pdf(built_site: Path, library: Library) -> None:
    for form in library.form.values():
        if any(block.contents for block in form.blocks):
            continue
        assert (built_site / f"downloads/forms/{form.id}.docx").read_bytes().startswith(b"PK")
        assert (built_site / f"downloads/forms/{form.id}.pdf").read_bytes().startswith(b"%PDF")


def every_sign_has_its_picture(built_site: Path, library: Library) -> None:
    if library.branch:
        made = [plan_signs(library, branch, everything=True).signs for branch in library.branch.values()]
        for sign in {planned.sign.id for signs in made for planned in signs}:
            assert (built_site / f"assets/signs/{sign}.png").read_bytes().startswith(b"\x89PNG")


def every_name_in_the_site_is_ascii(built_site: Path) -> None:
    assert all(str(p.relative_to(built_site)).isascii() for p in built_site.rglob("*"))
