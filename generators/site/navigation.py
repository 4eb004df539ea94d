"""The site's navigation, as MkDocs writes it: a tab for each section, the hub first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generators.site.address import hub_of
from generators.site.sections import TABS
from generators.site.text import plain_title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generators.site.page import Page


def navigation(pages: Sequence[Page]) -> list[dict[str, Any]]:
    """Title → page or list of pages, in the order of the tabs."""
    tabs: list[dict[str, Any]] = [{"首页": "index.md"}]
    for section, title in TABS.items():
        inside = [_entry(page) for page in pages if page.section == section and page.in_navigation]
        tabs.append({plain_title(title): inside[0] if len(inside) == 1 else inside})
    return tabs


def _entry(page: Page) -> str | dict[str, str]:
    return {plain_title(page.short): page.path} if page.short else page.path


def hub_behind(page: Page) -> str:
    """The hub of a page that is not in the navigation."""
    return hub_of(page.section).path
