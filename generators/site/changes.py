"""What each edition changed: the newest first, and a feed of it that programs subscribe to (Atom, RFC 4287)."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from generators.site.address import CHANGES

if TYPE_CHECKING:
    from generators.model.change import Change
    from generators.model.library import Library

FEED = "feed.xml"
_LATEST = 50
"""How many changes a feed tells."""

SEE = (
    ("流程", "procedure", "procedures"),
    ("表", "form", "forms"),
    ("制度", "rule", "rules"),
    ("标准", "standard", "standards"),
    ("标识", "sign", "signs"),
    ("依据", "policy", "policies"),
    ("指南", "guide", "guides"),
)
"""What a change may point to: its name, its kind, its key."""


def changes_in(library: Library) -> list[Change]:
    """All changes, the newest first."""
    return sorted(library.change.values(), key=lambda change: (change.date, change.id), reverse=True)


def feed(library: Library, address: str) -> bytes:
    """The feed of a site that stands at an address (which ends in a slash)."""
    publication = library.publication
    page = address + CHANGES.removesuffix(".md") + ".html"
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">',
        f"<title>{escape(publication.title)}：更新记录</title>",
        f"<subtitle>{escape(publication.subtitle)}</subtitle>",
        f"<id>{escape(address)}</id>",
        f"<link href={quoteattr(page)}/>",
        f'<link rel="self" type="application/atom+xml" href={quoteattr(address + FEED)}/>',
        f"<author><name>{escape(publication.publisher)}</name></author>",
        f"<updated>{_moment(publication.issued)}</updated>",
        *(_entry(change, page) for change in changes_in(library)[:_LATEST]),
        "</feed>",
    ]
    return ("\n".join(lines) + "\n").encode()


def _entry(change: Change, page: str) -> str:
    place = f"{page}#{change.id}"
    return (
        f"<entry><title>{escape(change.title)}</title><id>{escape(place)}</id><link href={quoteattr(place)}/>"
        f"<updated>{_moment(change.date)}</updated>"
        f"<content>{escape(change.text or change.title)}</content></entry>"
    )


def _moment(day: str) -> str:
    """Noon in China: a day has no hour, and a feed asks for one."""
    return f"{day}T12:00:00+08:00"
