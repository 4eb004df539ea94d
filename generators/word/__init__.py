"""Forms as Word files: a form is compiled once, a book is a list of compiled forms."""

from __future__ import annotations

from generators.word.assemble import assemble_book, single_form
from generators.word.compile import WordBlock, compile_form

__all__ = ["WordBlock", "assemble_book", "compile_form", "single_form"]
