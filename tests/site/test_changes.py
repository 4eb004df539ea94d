"""What each edition changed, as a page and as a feed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from generators.model.change import Change
from generators.site.changes import SEE, changes_in, feed
from generators.site.handbook import Handbook
from tests.site.sample import HOSTILE, blank_offers

if TYPE_CHECKING:
    from generators.model.library import Library

ATOM = {"a": "http://www.w3.org/2005/Atom"}
ADDRESS = "https://zhibu.example.cn/handbook/"


@pytest.fixture
def changed(small: Library) -> Library:
    """The small library with two changes, the older one last by id."""
    newer = {"id": "a", "title": f"新{HOSTILE}", "date": "2026-11-22", "text": HOSTILE, "procedures": ["dues"]}
    older = {"id": "b", "title": "旧", "date": "2026-01-05"}
    return replace(small, change={fields["id"]: Change.model_validate(fields) for fields in (newer, older)})


def the_newest_change_comes_first(changed: Library) -> None:
    assert [change.id for change in changes_in(changed)] == ["a", "b"]


def the_page_tells_them_by_edition_and_leads_to_what_changed(changed: Library) -> None:
    pages = {page.path: page for page in Handbook.of(changed, blank_offers(changed)).pages()}
    written = pages["about/changes.md"].markdown
    assert written.index("## 2026年11月22日版 {#edition-20261122}") < written.index("## 2026年1月5日版")
    assert "../procedures/dues.md" in written
    assert "<script>" not in written


def a_change_can_point_to_every_kind_it_has_a_key_for() -> None:
    assert {key for _, _, key in SEE} == set(Change.model_fields) - {"id", "title", "date", "text"}


def the_feed_is_atom_with_addresses_of_its_own(changed: Library) -> None:
    root = etree.fromstring(feed(changed, ADDRESS))
    entries = root.findall("a:entry", ATOM)
    assert root.findtext("a:id", namespaces=ATOM) == ADDRESS
    assert root.findtext("a:updated", namespaces=ATOM) == "2026-11-22T12:00:00+08:00"
    assert [entry.findtext("a:id", namespaces=ATOM) for entry in entries] == [
        f"{ADDRESS}about/changes.html#a",
        f"{ADDRESS}about/changes.html#b",
    ]
    assert entries[0].findtext("a:title", namespaces=ATOM) == f"新{HOSTILE}"
    assert entries[0].findtext("a:content", namespaces=ATOM) == HOSTILE
    assert entries[1].findtext("a:content", namespaces=ATOM) == "旧"
