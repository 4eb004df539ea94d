"""What one branch gets: its record book in Word and PDF."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generators import excel, pdf, word
from generators.model.edition import BookEdition, Format
from generators.plan.book import plan_book
from generators.problems import ZhibuError, listed, near

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generators.model.book import Book
    from generators.model.branch import Branch
    from generators.model.library import Library
    from generators.plan.book import BookPlan
    from generators.plan.shape import Shape


@dataclass
class Bindery:
    """Makes books; a form compiled for one branch serves every other branch that needs its shape."""

    library: Library
    _word: dict[Shape, word.WordBlock] = field(default_factory=dict)
    _pdf: dict[Shape, pdf.CompiledForm] = field(default_factory=dict)

    def book(self, branch: Branch, *, year: int, edition: BookEdition, formats: Format) -> Mapping[str, bytes]:
        """File name → bytes of the branch's book.

        Raises:
            ZhibuError: the content folder holds no book, or a font or system library is missing.
        """
        plan = plan_book(self.library, self._only_book(), branch, year=year, edition=edition)
        files = {}
        if formats in {Format.WORD, Format.BOTH}:
            files[book_name(plan, "docx")] = self._word_book(plan)
        if formats in {Format.PDF, Format.BOTH}:
            files[book_name(plan, "pdf")] = self._pdf_book(plan)
        return files

    def registers(self, branch: Branch, *, year: int) -> Mapping[str, bytes]:
        """File name → bytes of the book's wide tables as a workbook, and of an empty roster to fill in and import.

        Raises:
            ZhibuError: the content folder holds no book.
        """
        plan = plan_book(self.library, self._only_book(), branch, year=year, edition=BookEdition.COMPACT)
        return {
            f"台账_{safe_name(branch.short)}_{year}.xlsx": excel.workbook(plan),
            f"花名册模板_{safe_name(branch.short)}.xlsx": excel.roster_template(plan.issued, branch.groups),
        }

    def _only_book(self) -> Book:
        if not self.library.book:
            raise ZhibuError("内容里没有工作实录的目录，请在 books/ 下写一个，如 books/record.yml")
        return next(iter(self.library.book.values()))

    def _word_book(self, plan: BookPlan) -> bytes:
        for shape in plan.shapes():
            if shape not in self._word:
                self._word[shape] = word.compile_form(shape)
        return word.assemble_book(plan, self._word)

    def _pdf_book(self, plan: BookPlan) -> bytes:
        for shape in plan.shapes():
            if shape not in self._pdf:
                self._pdf[shape] = pdf.kept_form(shape)
        return pdf.assemble_book(plan, self._pdf)


def book_name(plan: BookPlan, suffix: str) -> str:
    """`工作实录_示例村党支部_2027_精简版.docx`."""
    return f"工作实录_{safe_name(plan.owner.short)}_{plan.owner.year}_{plan.edition.value}.{suffix}"


def safe_name(text: str) -> str:
    """The text without what Windows refuses in a file name."""
    return re.sub(r'[\\/:*?"<>|\x00-\x1f]', "_", text).rstrip(" .") or "_"


def find_branch(library: Library, name: str) -> Branch:
    """The branch with this id, short name or full name.

    Raises:
        ZhibuError: there is none; the sentence offers a near one.
    """
    for branch in library.branch.values():
        if name in {branch.id, branch.short, branch.name}:
            return branch
    ids = list(library.branch)
    hint = near(name, [*ids, *(b.short for b in library.branch.values())])
    raise ZhibuError(f"没有支部「{name}」，{hint or '现有：' + listed(ids)}")
