"""A page of the site, before any site generator has seen it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Entry:
    """A part of a page that the search shows as if it were a page of its own, such as a term."""

    anchor: str
    title: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Page:
    """One page in Markdown: everything that MkDocs, another generator or a plain folder needs."""

    path: str
    """Where its Markdown stands, such as `procedures/dues.md`; links inside are relative to it."""
    title: str
    markdown: str
    kind: str
    """What the page is, in a word: 流程, 制度, 表……; search results show it."""
    description: str
    """One sentence for the head of the page and for hubs."""
    short: str = ""
    """The title in the navigation, where the full one is too long."""
    aliases: tuple[str, ...] = ()
    """Other names and everyday questions that should find the page."""
    entries: tuple[Entry, ...] = ()
    weight: float = 1.0
    """The search multiplies the page's score by it."""
    section: str = ""
    """The section whose tab it stands under, by kind; the home page has none."""
    explains_terms: bool = False
    """Whether terms of the glossary are linked where the page first uses them."""
    in_navigation: bool = True
    """False for the many pages that stand behind a hub only."""
