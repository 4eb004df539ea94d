"""What the search knows of a page: its names, and its text section by section, taken from the finished HTML."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from lxml import html

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generators.site.page import Page

_SKIPPED_TAGS = {"svg", "script", "style"}
_SKIPPED_CLASSES = {"zb-mark", "zb-basis", "zb-reviewed", "zb-download", "zb-chart", "zb-checks"}
_BLOCKS = {
    "p",
    "li",
    "dt",
    "dd",
    "tr",
    "h1",
    "h2",
    "h3",
    "h4",
    "div",
    "blockquote",
    "br",
    "summary",
    "option",
    "legend",
}
_CELLS = {"td", "th", "label"}
_CONTROLS = {"input", "select", "textarea", "output", "button", "form", "fieldset", "label"}
"""Their ids belong to scripts and labels, not to readers."""

_ENTRY_SHARE = 0.75
"""How much a part of a page counts against a page that says the same."""


@dataclass(frozen=True)
class Passage:
    """A part of a page under one heading."""

    anchor: str
    heading: str
    text: str
    """Its sentences, blocks parted by line breaks."""
    section: bool = False
    """Whether it opens a section of the page; the passages after it belong to it."""


@dataclass(frozen=True)
class Record:
    """A page, or a part of one that is found like a page (a term)."""

    location: str
    """Address from the site's root, `procedures/dues.html` or `glossary.html#quorum`."""
    title: str
    kind: str
    aliases: tuple[str, ...]
    weight: float
    passages: tuple[Passage, ...]


def records(page: Page, location: str, content: str) -> Iterator[Record]:
    """The records of a page, from its rendered content: its own, then one for each of its entries."""
    found = passages(content)
    entries = {entry.anchor: entry for entry in page.entries}
    own = tuple(passage for passage in found if passage.anchor not in entries)
    yield Record(location, page.title, page.kind, page.aliases, page.weight, own)
    for passage in found:
        if entry := entries.get(passage.anchor):
            place = f"{location}#{entry.anchor}"
            yield Record(place, entry.title, page.kind, entry.aliases, page.weight * _ENTRY_SHARE, (passage,))


@lru_cache(maxsize=20_000)
def passages(content: str) -> tuple[Passage, ...]:
    """The text of rendered content; every element with an id begins a passage, titled by its first line."""
    collector = _Collector()
    collector.read(html.fragment_fromstring(content, create_parent="div"))
    return collector.passages()


class _Collector:
    """Gathers text under the ids it meets."""

    def __init__(self) -> None:
        self._pieces: list[tuple[str, str, list[str]]] = [("", "", [])]

    def read(self, element: html.HtmlElement) -> None:
        """Take in an element with all that is inside it."""
        anchor = element.get("id")
        if anchor and element.tag not in _CONTROLS:
            self._pieces.append((anchor, element.tag, []))
        self._say(element.text)
        for child in element:
            if not _is_skipped(child):
                self.read(child)
            self._say(child.tail)
        if element.tag in _BLOCKS:
            self._say("\n")
        elif element.tag in _CELLS:
            self._say(" ")

    def passages(self) -> tuple[Passage, ...]:
        """What has been gathered; a page's title is no text of its own."""
        return tuple(filter(None, (_passage(*piece) for piece in self._pieces)))

    def _say(self, text: str | None) -> None:
        if text:
            self._pieces[-1][2].append(text.replace("\u2060", ""))


def _is_skipped(element: html.HtmlElement) -> bool:
    if not isinstance(element.tag, str) or element.tag in _SKIPPED_TAGS or element.get("data-nosearch") is not None:
        return True
    return not _SKIPPED_CLASSES.isdisjoint((element.get("class") or "").split())


def _passage(anchor: str, tag: str, pieces: list[str]) -> Passage | None:
    lines = [" ".join(line.split()) for line in "".join(pieces).splitlines()]
    lines = [line for line in lines if line]
    if anchor and tag != "h1" and lines:
        heading, *rest = lines
        return Passage(anchor, heading, "\n".join(rest), section=tag == "h2")
    own = lines[1:] if anchor else lines
    return Passage("", "", "\n".join(own)) if lines else None
