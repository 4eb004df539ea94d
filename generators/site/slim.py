"""Scripts and styles made light: the theme's without what this site has no use for, ours without comments."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

UNUSED = re.compile(
    r"\[dir=rtl\]|details\.\w|admonition|annotat|arithmatex|codehilite|critic|emojione|footnote|gemoji|glightbox|headerlink|highlight"
    r"|keys|linenos|lazy-loading|\blink\b|mermaid|progress-|tabbed|task-list|twemoji|only-dark|only-light|dark-mode-only"
    r"|light-mode-only|md-(?:annotation|author|banner|button|clipboard|code|consent|feedback|pagination|post"
    r"|progress|select|social|source|status|tag\b|tooltip|version)|md-nav--integrated|md-header--lifted"
    r"|md-search__suggest|\.grid|md-typeset (?:pre|code|kbd|ins|del|iframe|video|audio|embed|figure)\b"
    r"|md-typeset \.(?:abstract|info|tip|success|question|warning|failure|danger|bug|example|quote|note"
    r"|seealso|attention|caution|hint|important|tldr|summary|todo|check|done|faq|help|fail|missing|error|cite|inline)\b"
)
"""Selectors of what the theme can do and this site does not: code, admonitions, versions, comments, right to left.

Tests see to it that no page has a class that is dropped here.
"""
_COLOUR_CHOICES = re.compile(r"data-md-color-(?:primary|accent|switching)|data-md-color-scheme=slate\]\[")
"""The theme's own palettes; ours are in handbook.css. With `switching` every page would be styled anew twice while it
opens, for the sake of those who turn the lights on or off."""
_NOT_HERE = re.compile("code-hl|mermaid")
_NESTING = ("@media", "@supports")


_COMMENT = re.compile(r"^[ \t]*/\*[\s\S]*?\*/[ \t]*\n", re.MULTILINE)
_INDENT = re.compile(r"\n\s+")
_WHITE = re.compile(r"\s*([{};>])\s*|(?<=[:,]) ")


def lightened(path: str, source: str) -> str:
    """A script or style of the site at its path; the theme's own scripts are as light as they get."""
    if path.startswith("assets/stylesheets/"):
        return slimmed(source)
    if path.startswith("assets/javascripts/"):
        return source
    return packed_style(source) if path.endswith(".css") else packed(source)


def packed(source: str) -> str:
    """A script or style of our own without the comments that stand on lines of their own, and without indentation."""
    return _INDENT.sub("\n", _COMMENT.sub("", source))


def packed_style(source: str) -> str:
    """A style of our own without comments and needless white."""
    return _WHITE.sub(r"\1", re.sub(r"/\*.*?\*/", "", packed(source))).replace(";}", "}")


@cache
def slimmed(style: str) -> str:
    """A minified stylesheet without unused rules, and without the custom properties that only they used."""
    kept = "".join(_rules(style))
    used = set(re.findall(r"var\((--[\w-]+)", kept))
    return re.sub(r"(--[\w-]+):((?:\"[^\"]*\"|[^;}\"])*);?", lambda m: m[0] if _is_wanted(m[1], used) else "", kept)


def _is_wanted(name: str, used: set[str]) -> bool:
    """Pictures are dropped when nothing shows them; so are the colours of code and diagrams: there are none."""
    return not _NOT_HERE.search(name) and (name in used or "icon" not in name)


def _rules(style: str) -> Iterator[str]:
    for selector, body in _parted(style):
        if not body:
            yield selector
        elif selector.startswith(_NESTING):
            inside = "".join(_rules(body))
            if inside:
                yield f"{selector}{{{inside}}}"
        elif selector.startswith("@"):
            yield f"{selector}{{{body}}}"
        else:
            kept = [s for s in _selectors(selector) if not (UNUSED.search(s) or _COLOUR_CHOICES.search(s))]
            if kept:
                yield f"{','.join(kept)}{{{body}}}"


def _parted(style: str) -> Iterator[tuple[str, str]]:
    """Selector and body of each rule; a statement such as `@charset` has no body."""
    at = 0
    while (opening := style.find("{", at)) >= 0:
        statement = style.rfind(";", at, opening)
        if style[at] == "@" and statement >= 0:
            yield style[at : statement + 1], ""
            at = statement + 1
        closing = _closing(style, opening)
        yield style[at:opening].strip(), style[opening + 1 : closing]
        at = closing + 1


def _closing(style: str, opening: int) -> int:
    """Where the brace that opens a body is closed; braces in quotes do not count."""
    depth, quote = 0, ""
    for place in range(opening, len(style)):
        sign = style[place]
        if quote:
            quote = "" if sign == quote else quote
        elif sign in "\"'":
            quote = sign
        elif sign == "{":
            depth += 1
        elif sign == "}":
            depth -= 1
            if not depth:
                return place
    return len(style)


def _selectors(selector: str) -> list[str]:
    """The selectors of a list; commas inside brackets part nothing."""
    return re.findall(r"(?:[^,(\[]|\([^)]*\)|\[[^\]]*\])+", selector)
