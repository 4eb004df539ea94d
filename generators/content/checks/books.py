"""Books: every form stands in its book once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generators.model.book import Book

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generators.content.draft import Draft
    from generators.problems import Problem


def check_books(draft: Draft) -> Iterator[Problem]:
    """A form that stood in two chapters would give two fields the same name."""
    for book in draft.of(Book).values():
        seen: dict[str, str] = {}
        for c, chapter in enumerate(book.chapters):
            for f, item in enumerate(chapter.forms):
                if item.form in seen:
                    what = f"表「{item.form}」在「{seen[item.form]}」一章已经有了"
                    yield draft.problem(book, ("chapters", c, "forms", f, "form"), what, "每张表只写一次，份数用 times")
                seen.setdefault(item.form, chapter.title)
