"""What a page weighs: many readers are on phones in villages."""

from __future__ import annotations

import gzip
import re
from functools import cache
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.any_content

MOST = 90 * 1024
"""Bytes of HTML, styles and scripts, packed as servers pack them, of the first page a reader opens."""
WORKER = "assets/search-worker.js"
"""The theme starts it on every page; the index comes later."""


def every_page_is_light(built_site: Path) -> None:
    @cache
    def weight(path: str) -> int:
        return len(gzip.compress((built_site / path).read_bytes(), 9))

    heavy = {}
    for file in built_site.rglob("*.html"):
        page = str(file.relative_to(built_site))
        if page == "404.html":  # its links begin at the server's root
            continue
        links = re.findall(r'<(?:script[^>]*|link rel="stylesheet") (?:src|href)="([^"]+)"', file.read_text("utf-8"))
        total = weight(page) + weight(WORKER) + sum(weight(normpath(join(dirname(page), link))) for link in set(links))
        if total > MOST:
            heavy[page] = total
    assert not heavy
