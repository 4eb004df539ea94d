"""What people say instead of the proper word: from the glossary's other names, one way, to the term itself."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generators.site.tokens import normal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generators.model.term import Term

_SHORTEST = 2


def synonyms(terms: Mapping[str, Term]) -> dict[str, str]:
    """Other name → term; a term maps to itself.

    The worker takes the longest name at each place, so that a term protects itself: 民主生活会 never becomes
    组织生活会 through 生活会. A name that is a term of its own, or is given to two terms, leads nowhere. So terms
    that must not be taken for each other (`not_same`: 除名 and 开除党籍) never meet.
    """
    titles = {normal(term.title): normal(term.title) for term in terms.values()}
    given = Counter(normal(alias) for term in terms.values() for alias in term.aliases)
    others = {
        alias: normal(term.title)
        for term in terms.values()
        for alias in map(normal, term.aliases)
        if given[alias] == 1 and len(alias) >= _SHORTEST
    }
    return dict(sorted({**others, **titles}.items()))
