"""The site's navigation, as MkDocs writes it: a tab for each section, the hub first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generators.site.address import ABOUT, GLOSSARY, MARKS, hub_of
from generators.site.sections import SECTIONS
from generators.site.text import plain_title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generators.site.page import Page


def navigation(pages: Sequence[Page]) -> list[dict[str, Any]]:
    """Title → page or list of pages, in the order of the tabs."""
    listed = [page for page in pages if page.in_navigation]
    tabs: list[dict[str, Any]] = [{"首页": "index.md"}]
    for section in SECTIONS:
        hub = hub_of(section.kind).path
        folders = {hub.rpartition("/")[0], "sectors"} if section.kind == "branch" else {hub.rpartition("/")[0]}
        inside = [_entry(page) for page in listed if page.path != hub and page.path.partition("/")[0] in folders]
        tabs.append({plain_title(section.title): [hub, *inside]})
    return [*tabs, {"术语": GLOSSARY}, {"关于": [ABOUT, MARKS]}]


def _entry(page: Page) -> str | dict[str, str]:
    return {plain_title(page.short): page.path} if page.short else page.path


def hub_behind(path: str) -> str:
    """The hub of a page that is not in the navigation."""
    return f"{path.partition('/')[0]}/index.md"
