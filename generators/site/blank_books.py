"""The whole record book, blank: one for each set of sectors whose books are alike, in every size, in Word and PDF."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf

from generators import pdf, word
from generators.plan.book import plan_blank
from generators.site.address import Address
from generators.site.files import Download
from generators.site.order import ordered

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generators.model.book import Book, BookSize
    from generators.model.branch import Sector
    from generators.model.library import Library
    from generators.plan.book import BookPlan
    from generators.plan.shape import Shape

_GENERAL = "通用"
"""Whom the book is for that most sectors share."""


@dataclass(frozen=True)
class BlankBook:
    """A book of one size."""

    size: BookSize
    pages: int
    """Of the PDF; the Word file is set on as many."""
    files: tuple[Download, ...]


@dataclass(frozen=True)
class BookFamily:
    """The books that some sectors share, in order of size."""

    title: str
    """`农村`, or `通用` for most sectors."""
    sectors: tuple[Sector, ...]
    books: tuple[BlankBook, ...]

    def files(self) -> Iterator[Download]:
        """All files."""
        for book in self.books:
            yield from book.files


_kept: dict[str, tuple[object, tuple[BookFamily, ...]]] = {}
"""The books last made, with all that has gone into them."""


def blank_books(library: Library, looks: tuple[int, ...], *, draft: bool = False) -> tuple[BookFamily, ...]:
    """Every blank book of a library; made anew when anything in them has changed, in a draft not even then.

    Args:
        library: Where book, forms, sectors and standards are. Without a book or its sizes there is none to make.
        looks: Changes with the templates.
        draft: Whether an older one will do.
    """
    book = next(iter(library.book.values()), None)
    if not book or not book.sizes:
        return ()
    made_of = (looks, library.publication, book, library.form, library.standard, library.sector)
    kept = _kept.get(book.id)
    if not kept or (kept[0] != made_of and not draft):
        kept = _kept[book.id] = (made_of, tuple(_families(library, book)))
    return kept[1]


def _families(library: Library, book: Book) -> Iterator[BookFamily]:
    alike: list[tuple[tuple[BookPlan, ...], list[Sector]]] = []
    for sector in ordered("sector", library):
        plans = tuple(plan_blank(library, book, sector.id, size, suits="") for size in book.sizes)
        for others, sectors in alike:
            if others == plans:
                sectors.append(sector)
                break
        else:
            alike.append((plans, [sector]))
    most = max((sectors for _, sectors in alike), key=len, default=[])
    binder = _Binder(library, book)
    for _, sectors in alike:
        general = sectors is most and len(sectors) > 1
        title = _GENERAL if general else "、".join(sector.title for sector in sectors)
        name = "general" if general else sectors[0].id
        yield BookFamily(title, tuple(sectors), tuple(binder.books(sectors[0], title, name)))


class _Binder:
    """Makes the books; a form compiled for one of them serves all others that need its shape."""

    def __init__(self, library: Library, book: Book) -> None:
        self._library = library
        self._book = book
        self._word: dict[Shape, word.WordBlock] = {}
        self._pdf: dict[Shape, pdf.CompiledForm] = {}

    def books(self, sector: Sector, title: str, name: str) -> Iterator[BlankBook]:
        """The books of a family."""
        for size in self._book.sizes:
            plan = plan_blank(self._library, self._book, sector.id, size, suits=f"{title}{size.title}")
            self._compile(plan.shapes())
            printed = pdf.assemble_book(plan, self._pdf)
            contents = {"docx": word.assemble_book(plan, self._word), "pdf": printed}
            yield BlankBook(size, _count(printed), tuple(_downloads(contents, f"{name}-{size.code}", plan)))

    def _compile(self, shapes: Sequence[Shape]) -> None:
        for shape in shapes:
            if shape not in self._word:
                self._word[shape] = word.compile_form(shape)
                self._pdf[shape] = pdf.kept_form(shape)


def _downloads(contents: Mapping[str, bytes], name: str, plan: BookPlan) -> Iterator[Download]:
    labels = {"docx": "Word", "pdf": "PDF"}
    for suffix, content in contents.items():
        file_name = f"空白工作实录_{plan.owner.short}_{plan.edition.value}.{suffix}"
        yield Download(Address(f"downloads/books/{name}.{suffix}"), labels[suffix], file_name, content)


def _count(content: bytes) -> int:
    with pikepdf.open(BytesIO(content)) as document:
        return len(document.pages)
