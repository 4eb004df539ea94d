"""Terms of the glossary linked where a page first uses them, each with its meaning as a tooltip.

It works on finished HTML, so that it knows what is text: headings, links, charts, forms and code stay as they are.
Chinese puts no blanks between words. A term is therefore taken only where no longer known word covers it: the
longest of all names that the library knows wins, and only names of the glossary become links.
"""

from __future__ import annotations

import html
import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generators.site.address import GLOSSARY, Address

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generators.model.library import Library
    from generators.model.term import Term

KINDS_WITH_TERMS = frozenset({"procedure", "rule", "official", "guide", "standard", "post"})
"""The kinds whose pages are read from top to bottom; forms and policies are looked up."""
MOST = 12
"""A page with more links than this is no longer calm."""
LEAST_ALIAS = 4
"""Shorter aliases mean too many things: `联系人` is not always a 培养联系人."""

_PAGE = Address(GLOSSARY.removesuffix(".md") + ".html")
_PIECE = re.compile(
    r"<svg\b.*?</svg>|<!--.*?-->|<(?P<end>/?)(?P<tag>[a-zA-Z][a-zA-Z0-9]*)(?P<rest>(?:\"[^\"]*\"|'[^']*'|[^>])*)>"
    r"|&[#\w]+;|(?P<text>[^<&]+)|[<&]",
    re.DOTALL,
)
_CLOSED = frozenset(
    {
        *("a", "abbr", "button", "code", "dfn", "dt", "form", "h1", "h2", "h3", "h4", "h5", "h6", "label", "pre"),
        *("script", "select", "strong", "style", "summary", "textarea", "th"),
    }
)
"""Elements whose text stays as it is."""
_CLOSED_CLASS = re.compile(
    r'class="[^"]*\bzb-(?:basis|chart|checks|official|q|reviewed|soft|step-who|tag|within)\b|data-nosearch'
)


@dataclass(frozen=True)
class TermLinks:
    """The words to look for, by their first character, longest first; a word without a term only covers others."""

    words: Mapping[str, tuple[tuple[str, Term | None], ...]]
    starts: re.Pattern[str]

    @classmethod
    def of(cls, library: Library) -> TermLinks:
        """The words of a library: its terms, and all other names it knows."""
        by_start: defaultdict[str, list[tuple[str, Term | None]]] = defaultdict(list)
        known = _covers(library) | _terms(library)
        for word in sorted(filter(None, known), key=lambda word: (-len(word), word)):
            by_start[word[0]].append((word, known[word]))
        starts = re.compile(f"[《{re.escape(''.join(sorted(by_start)))}]")
        return cls({start: tuple(words) for start, words in by_start.items()}, starts)

    def link(self, content: str, path: str, title: str) -> str:
        """The HTML of the page at `path` with its first uses linked; a term in the page's title needs no explaining."""
        seen = {term.id for words in self.words.values() for word, term in words if term and word in title}
        most = len(seen) + MOST
        out: list[str] = []
        closed, depth = "", 0
        for piece in _PIECE.finditer(content):
            if len(seen) >= most:
                out.append(content[piece.start() :])
                break
            text, tag = piece[0], piece["tag"]
            if tag and closed:
                depth += (tag == closed) * (-1 if piece["end"] else 1)
                closed = closed if depth else ""
            elif tag and not piece["end"] and (tag in _CLOSED or _CLOSED_CLASS.search(piece["rest"])):
                closed, depth = tag, 1
            elif piece["text"] and not closed:
                text = self._with_links(text, path, seen, most)
            out.append(text)
        return "".join(out)

    def _with_links(self, text: str, path: str, seen: set[str], most: int) -> str:
        out: list[str] = []
        done = 0
        for at, word, term in self._found(text):
            if term.id not in seen and len(seen) < most:
                seen.add(term.id)
                target = _PAGE.at(term.id).seen_from(path)
                said = html.escape(f"{term.title}：{' '.join(term.text.split())}")
                out += (text[done:at], f'<a class="zb-word" href="{target}" title="{said}">{word}</a>')
                done = at + len(word)
        return "".join((*out, text[done:]))

    def _found(self, text: str) -> Iterator[tuple[int, str, Term]]:
        """Every term in a running text: where it begins, the word that is used for it, and the term."""
        at = 0
        while match := self.starts.search(text, at):
            at = match.start()
            if match[0] == "《":  # the name of a document is no place to explain a word
                at = text.find("》", at) + 1 or len(text)
                continue
            fitting = (pair for pair in self.words[match[0]] if _stands(pair[0], text, at))
            word, term = next(fitting, (match[0], None))
            if term:
                yield at, word, term
            at += len(word)


def _covers(library: Library) -> dict[str, Term | None]:
    """Names that only cover: a link inside 党小组组长 would be wrong."""
    names: dict[str, Term | None] = {}
    for kind in ("procedure", "rule", "official", "standard", "form", "post", "sign", "guide", "book"):
        names |= dict.fromkeys(noun.title for noun in library.of(kind).values())
    for policy in library.policy.values():
        names |= dict.fromkeys((policy.title, policy.short))
    for post in library.post.values():
        names |= dict.fromkeys(post.aliases)
    return names


def _terms(library: Library) -> dict[str, Term | None]:
    """The glossary's names; titles go before aliases, and what is not to be linked covers too."""
    terms = library.term.values()
    names: dict[str, Term | None] = dict.fromkeys(alias for term in terms for alias in term.aliases)
    names |= {a: term for term in terms if term.linked for a in term.aliases if len(a) >= LEAST_ALIAS}
    names |= dict.fromkeys(longer for term in terms for longer in term.not_in)
    return names | {term.title: term if term.linked else None for term in terms}


def _stands(word: str, text: str, at: int) -> bool:
    """Whether the word stands at this place, and not inside a longer number or foreign word."""
    end = at + len(word)
    return text.startswith(word, at) and not (
        (_is_latin(word[0]) and _is_latin(text[at - 1 : at]))
        or (_is_latin(word[-1]) and _is_latin(text[end : end + 1]))
    )


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()
