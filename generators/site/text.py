"""Content text on its way into Markdown, into titles and into page addresses: shown as text, never run."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Mapping

_MARKDOWN_AND_HTML: Mapping[int, str] = {ord(c): f"&#{ord(c)};" for c in "\\`*_{}[]~^=|$#"} | {
    ord("&"): "&amp;",
    ord("<"): "&lt;",
    ord(">"): "&gt;",
    ord('"'): "&quot;",
    ord("'"): "&#39;",
}
# A text may be set at the start of a line, where these would begin a list, a quotation or an admonition.
_BLOCK_START = re.compile(r"^(\d{0,9})([.)+:!?-])")
_FULL_WIDTH = str.maketrans("<>&\"'`[]{}*_", "＜＞＆＂＇｀［］｛｝＊＿")


def escaped(value: Any) -> Markup:
    """A value as Markdown that shows exactly its characters, in running text and in HTML attributes alike.

    Character references do for both: Python-Markdown passes them through, and a browser turns them back.
    """
    if isinstance(value, Markup):
        return value
    lines = (line.strip() for line in str(value).splitlines())
    return Markup("<br>".join(_line(line) for line in lines if line))  # noqa: S704 -- each line is escaped


def _line(text: str) -> str:
    safe = text.translate(_MARKDOWN_AND_HTML)
    return _BLOCK_START.sub(lambda m: f"{m[1]}&#{ord(m[2])};", safe)


def plain_title(text: str) -> str:
    """A title for places that know no escaping (the theme's navigation and `<title>`): markup signs in full width."""
    return " ".join(text.split()).translate(_FULL_WIDTH)


def anchor_of(number: str) -> str:
    """A provision's number as an anchor: `第七条` stays, `二（2）` becomes `二-2`."""
    return re.sub(r"\W+", "-", number).strip("-") or "-"


def joined(names: tuple[str, ...] | list[str]) -> str:
    """Names joined as Chinese lists are."""
    return "、".join(names)
