"""Planning a branch's book: which forms, how many times, with how many rows and what already written in."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, prod
from typing import TYPE_CHECKING

from generators.model.edition import BookEdition
from generators.model.form import Edition, Form
from generators.model.sizing import Condition, Per, Sizing
from generators.plan.prefill import Known, source_rows, standard_for, values
from generators.plan.shape import Shape, shape_with

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generators.model.book import Book, BookForm
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

    @property
    def prefix(self) -> str:
        """The beginning of the copy's field names: `R30.01`."""
        return f"{self.shape.form.id}.{self.number:02d}"

    @property
    def title(self) -> str:
        """The copy's title in headings, contents and bookmarks: `支部党员大会记录（第3次）`."""
        form = self.shape.form
        return f"{form.title}（第{self.number}{form.copy_unit}）" if self.copies > 1 else form.title


@dataclass(frozen=True)
class PlannedChapter:
    """A chapter with the copies of its forms."""

    title: str
    front: bool
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class BookPlan:
    """Everything that decides the bytes of a branch's book."""

    title: str
    year: int
    edition: BookEdition
    branch: Branch
    issued: str
    """Date of the content (YYYY-MM-DD), written into file properties."""
    chapters: tuple[PlannedChapter, ...]

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
        standard=standard_for(library, branch.sector),
    )
    chapters = []
    for chapter in book.chapters:
        entries: list[Entry] = []
        for item in chapter.forms:
            form = library.form[item.form]
            if _belongs(form, item, branch, edition):
                entries += _copies(form, quantity(item.times, branch), known, compact=edition is BookEdition.COMPACT)
        if entries:
            chapters.append(PlannedChapter(chapter.title, chapter.front, tuple(entries)))
    return BookPlan(book.title, year, edition, branch, library.publication.issued, tuple(chapters))


def quantity(sizing: Sizing, branch: Branch) -> int:
    """How many a sizing asks for in this branch."""
    counted = ceil(prod(_COUNTS[per](branch) for per in sizing.per) * sizing.times) if sizing.per else 0
    return max(counted, sizing.at_least) + sizing.spare


def rows_needed(table: Table, known: Known) -> int:
    """How many body rows a table has in this branch's book."""
    if Per.SOURCE_ROW in table.rows.per:
        return max(len(source_rows(table, known)), table.rows.at_least) + table.rows.spare
    return quantity(table.rows, known.branch)


def holds(condition: Condition, branch: Branch) -> bool:
    """Whether a condition holds for this branch."""
    return _CONDITIONS[condition](branch)


_COUNTS: Mapping[Per, Callable[[Branch], int]] = {
    Per.MONTH: lambda _: 12,
    Per.QUARTER: lambda _: 4,
    Per.MEMBER: lambda b: b.members.total,
    Per.FULL_MEMBER: lambda b: b.members.full,
    Per.PROBATIONARY_MEMBER: lambda b: b.members.probationary,
    Per.GROUP: lambda b: len(b.groups),
    Per.COMMITTEE_MEMBER: lambda b: b.committee_size,
    Per.APPLICANT: lambda b: b.members.applicants,
    Per.FLOATING_MEMBER: lambda b: b.members.floating,
}

_CONDITIONS: Mapping[Condition, Callable[[Branch], bool]] = {
    Condition.HAS_COMMITTEE: lambda b: b.has_committee,
    Condition.NO_COMMITTEE: lambda b: not b.has_committee,
    Condition.HAS_GROUPS: lambda b: bool(b.groups),
    Condition.HAS_FLOATING: lambda b: b.members.floating > 0,
}


def _belongs(form: Form, item: BookForm, branch: Branch, edition: BookEdition) -> bool:
    if form.edition is Edition.OPTIONAL and edition is BookEdition.COMPACT:
        return False
    if item.sectors and branch.sector not in item.sectors:
        return False
    return item.when is None or holds(item.when, branch)


def _copies(form: Form, copies: int, known: Known, *, compact: bool) -> list[Entry]:
    rows = {t.name: rows_needed(t, known) for t in form.tables()}
    shape = shape_with(form, rows, compact=compact)
    return [Entry(shape, n, copies, values(shape, known, n)) for n in range(1, copies + 1)]
