"""The part of Markdown that our templates write; the rest is switched off (mkdocs.yml names this module).

Texts come escaped into the templates, so nothing else can occur: pages come out the same, in three quarters of the
time, and there is less that a text could be mistaken for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markdown.extensions import Extension

if TYPE_CHECKING:
    from markdown import Markdown

_INLINE = {"link", "html", "entity", "em_strong"}
"""What stands inside lines."""
_BLOCKS = {"code", "setextheader", "hr", "reference"}
"""Blocks that no page has."""


class Dialect(Extension):  # type: ignore[misc] # Markdown is untyped
    """Switches off what no page uses."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 -- Markdown's name
        """Take the patterns out; extensions that come later may add their own."""
        for name in [item.name for item in md.inlinePatterns._priority if item.name not in _INLINE]:  # noqa: SLF001 -- it has no other list of names
            md.inlinePatterns.deregister(name)
        for name in _BLOCKS:
            md.parser.blockprocessors.deregister(name)


def makeExtension(**options: Any) -> Dialect:  # noqa: N802 -- the name Markdown looks for
    """The extension."""
    return Dialect(**options)
