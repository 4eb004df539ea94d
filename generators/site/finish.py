"""Last changes to the theme's HTML: its search box with our worker, and what it lacks for screen readers."""

from __future__ import annotations

import re

from generators.problems import ZhibuError

WORKER = "assets/search-worker.js"

_REPLACEMENTS: tuple[tuple[str, re.Pattern[str], str], ...] = (
    (
        "搜索框的名称",
        re.compile(r'(<div class="md-search" data-md-component="search" role="dialog")>'),
        r'\1 aria-label="搜索">',
    ),
    ("搜索框的提示", re.compile(r'placeholder="搜索"'), 'placeholder="搜流程、制度、表样"'),
    ("搜索程序", re.compile(r"assets/javascripts/workers/search\.\w+\.min\.js"), WORKER),
)
_PATH = re.compile(r'(<nav class="md-path" aria-label=")[^"]*"')
"""The theme gives the way to the page the same name as the side column; the home page has no such way."""
_UNWANTED = ("assets/javascripts/lunr/", "assets/javascripts/workers/", "sitemap.xml")
_INDENT = re.compile(r"\n\s+")


def finished(page: str) -> str:
    """The theme's page, mended.

    Raises:
        ZhibuError: the theme has changed, and one of the places is no longer there.
    """
    for name, place, instead in _REPLACEMENTS:
        page, count = place.subn(instead, page, count=1)
        if not count:
            raise ZhibuError(f"主题 mkdocs-material 变了，找不到{name}，请核对 generators/site/finish.py 和锁定的版本")
    return _INDENT.sub("\n", _PATH.sub(r'\1当前位置"', page))


def is_wanted(path: str) -> bool:
    """Whether a file of the theme belongs in the site: no source maps, no search of its own.

    The list of addresses is a template where the site has an address; else it comes here, and lists nothing.
    """
    return not path.endswith(".map") and not path.startswith(_UNWANTED)
