"""Books: every form stands in its book once, and sizes have different codes."""

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
        yield from _sizes(draft, book)


def _sizes(draft: Draft, book: Book) -> Iterator[Problem]:
    """A size's code is part of the address of its files."""
    titles: dict[str, str] = {}
    for s, size in enumerate(book.sizes):
        if size.code in titles:
            what = f"代号「{size.code}」已经给了「{titles[size.code]}」"
            yield draft.problem(book, ("sizes", s, "code"), what, "各种大小的代号应不同")
        titles.setdefault(size.code, size.title)
