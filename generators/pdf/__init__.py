"""Form → compiled PDF pages (compile, once); pages → fillable book (assemble, many)."""

from generators.pdf.assemble import assemble_book, single_form
from generators.pdf.compile import compile_form
from generators.pdf.compiled import CompiledForm

__all__ = ["CompiledForm", "assemble_book", "compile_form", "single_form"]
