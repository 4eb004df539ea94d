"""Planning a branch's book: which forms, how many times, with how many rows and what already written in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generators.model.edition import BookEdition
from generators.model.form import Edition, Form
from generators.model.sizing import Per
from generators.plan.extent import Extent, holds, quantity
from generators.plan.filling import source_rows, values
from generators.plan.known import Common, Known, instances, standard_for
from generators.plan.shape import Shape, shape_with

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generators.model.book import Book, BookForm, BookSize
    from generators.model.branch import Branch
    from generators.model.form import Table
    from generators.model.library import Library


@dataclass(frozen=True)
class Entry:
    """One copy of a form in the book."""

    shape: Shape
    number: int
    """Which copy of the form this is, from 1."""
    copies: int
    """How many copies of the form the book holds."""
    values: Mapping[str, str]
    """Local field name → what is already known."""
    occasion: str = ""
    """What tells the copy apart where its number does not: `第二党小组3月`."""

    @property
    def prefix(self) -> str:
        """The beginning of the copy's field names: `R30.01`."""
        return f"{self.shape.form.id}.{self.number:02d}"

    @property
    def title(self) -> str:
        """The copy's title in headings, contents and bookmarks: `支部党员大会记录（第3次）`."""
        form = self.shape.form
        which = self.occasion or (f"第{self.number}{form.copy_unit}" if self.copies > 1 else "")
        return f"{form.title}（{which}）" if which else form.title


@dataclass(frozen=True)
class PlannedChapter:
    """A chapter with the copies of its forms."""

    title: str
    front: bool
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Owner:
    """Whose book it is."""

    name: str
    """The branch's full name, in the head of every page; empty in a blank book."""
    short: str
    """What titles and file names say: the branch's short name, or whom a blank book is for."""
    year: str
    """Empty in a blank book."""
    author: str
    """Who stands in the file's properties."""

    @classmethod
    def of(cls, branch: Branch, year: int) -> Owner:
        """A branch as the owner of its book of a year."""
        return cls(branch.name, branch.short, str(year), branch.name)

    @property
    def label(self) -> str:
        """`2027年度 示例村党支部`, and of a blank book `空白册 农村小支部`."""
        return f"{self.year}年度 {self.short}" if self.year else f"空白册 {self.short}"


@dataclass(frozen=True)
class BookPlan:
    """Everything that decides the bytes of a book."""

    title: str
    owner: Owner
    edition: BookEdition
    issued: str
    """Date of the content (YYYY-MM-DD), written into file properties."""
    chapters: tuple[PlannedChapter, ...]

    @property
    def heading(self) -> str:
        """What stands before a form's number in the head of every page: the year; in a blank book its title."""
        return f"{self.owner.year}年度" if self.owner.year else self.title

    @property
    def full_title(self) -> str:
        """The title with whose book it is, as the file's properties say it."""
        return f"{self.title}（{self.owner.label}）"

    def entries(self) -> tuple[Entry, ...]:
        """All copies in printing order."""
        return tuple(entry for chapter in self.chapters for entry in chapter.entries)

    def shapes(self) -> tuple[Shape, ...]:
        """The distinct shapes to compile, in printing order."""
        return tuple(dict.fromkeys(entry.shape for entry in self.entries()))


def plan_book(
    library: Library, book: Book, branch: Branch, *, year: int, edition: BookEdition = BookEdition.COMPACT
) -> BookPlan:
    """Decide a branch's book from its profile and roster."""
    known = Known(
        branch=branch,
        sector=library.sector[branch.sector],
        committee=library.committee[branch.committee],
        roster=library.roster.get(branch.id),
        year=year,
        extent=Extent.of(branch),
        standard=standard_for(library, branch.sector),
    )
    chapters = tuple(_chapters(library, book, branch.sector, known, edition))
    return BookPlan(book.title, Owner.of(branch, year), edition, library.publication.issued, chapters)


def plan_blank(library: Library, book: Book, sector: str, size: BookSize, *, suits: str) -> BookPlan:
    """Decide a book that any branch of a sector and size can take: nothing in it but what all of them know.

    Args:
        library: Where the forms are.
        book: The book.
        sector: The sector whose forms and standard it has.
        size: How many rows and copies it has.
        suits: Whom it is for, as its file's title says.
    """
    known = Common(extent=Extent.of_size(size), standard=standard_for(library, sector))
    chapters = tuple(_chapters(library, book, sector, known, BookEdition.COMPACT))
    owner = Owner("", suits, "", library.publication.publisher)
    return BookPlan(book.title, owner, BookEdition.COMPACT, library.publication.issued, chapters)


def rows_needed(table: Table, known: Common) -> int:
    """How many body rows a table has in this book.

    A total row that would stand alone on a page takes the place of a spare row.
    """
    if Per.SOURCE_ROW in table.rows.per:
        rows = max(len(source_rows(table, known)), table.rows.at_least) + table.rows.spare
    else:
        rows = quantity(table.rows, known.extent)
    alone = table.total and table.per_page and table.rows.spare and rows % table.per_page == 0
    return rows - 1 if alone else rows


def _chapters(
    library: Library, book: Book, sector: str, known: Common, edition: BookEdition
) -> Iterator[PlannedChapter]:
    compact = edition is BookEdition.COMPACT
    for chapter in book.chapters:
        entries: list[Entry] = []
        for item in chapter.forms:
            form = library.form[item.form]
            if _belongs(form, item, sector, known.extent, edition):
                entries += _copies(form, item, known, compact=compact)
        if entries:
            yield PlannedChapter(chapter.title, chapter.front, tuple(entries))


def _belongs(form: Form, item: BookForm, sector: str, extent: Extent, edition: BookEdition) -> bool:
    if form.edition is Edition.OPTIONAL and edition is BookEdition.COMPACT:
        return False
    if item.sectors and sector not in item.sectors:
        return False
    return item.when is None or holds(item.when, extent)


def _copies(form: Form, item: BookForm, known: Common, *, compact: bool) -> Iterator[Entry]:
    rows = {t.name: rows_needed(t, known) for t in form.tables()}
    shape = shape_with(form, rows, compact=compact)
    names = known.branch.groups if isinstance(known, Known) else ()
    for instance in instances(item.times, known.extent, names):
        written = values(shape, known, instance)
        yield Entry(shape, instance.number, instance.copies, written, instance.occasion)
