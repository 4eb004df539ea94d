"""Where each noun stands on the site."""

from __future__ import annotations

from dataclasses import dataclass

from generators.model.library import KINDS
from generators.site.sections import GUESTS

ABOUT = "about/index.md"
MARKS = "about/marks.md"
CHANGES = "about/changes.md"
API = "about/api.md"
GLOSSARY = "glossary.md"
CALENDAR = "guides/calendar.md"

_WITHOUT_PAGES = {"book", "committee", "roster", "term", "holidays", "occasion", "milestone", "change", "sample"}
_FOLDERS = {kind.name: kind.folder for kind in KINDS if kind.name not in _WITHOUT_PAGES}


@dataclass(frozen=True)
class Address:
    """A page of the site, by the path of its Markdown, and a place on it."""

    path: str
    anchor: str = ""

    def at(self, anchor: str) -> Address:
        """A place on the same page."""
        return Address(self.path, anchor)

    def seen_from(self, page: str) -> str:
        """The relative link from another page (by its path) to here."""
        if page == self.path and self.anchor:
            return f"#{self.anchor}"
        here, there = page.rpartition("/")[0], self.path.rpartition("/")[0]
        # Folders never lie inside one another, so this is all that posixpath.relpath would find, much sooner.
        link = self.path.rpartition("/")[2] if here == there else "../" * bool(here) + self.path
        return f"{link}#{self.anchor}" if self.anchor else link


def address_of(kind: str, identifier: str) -> Address:
    """The page of a noun, or its place in the glossary.

    Raises:
        KeyError: nouns of this kind have no page (books, committees; rosters never leave the branch).
    """
    if kind == "term":
        return Address(GLOSSARY, identifier)
    return Address(f"{_FOLDERS[kind]}/{identifier}.md")


def hub_of(kind: str) -> Address:
    """The page that lists all nouns of a kind."""
    if kind == "term":
        return Address(GLOSSARY)
    host = GUESTS[kind].host if kind in GUESTS else kind
    return Address(f"{_FOLDERS[host]}/index.md")
