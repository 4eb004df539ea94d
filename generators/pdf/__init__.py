"""Form → compiled PDF pages (compile, once); pages → fillable book (assemble, many)."""

from generators.pdf.assemble import assemble_book, single_form
from generators.pdf.cache import cache_key
from generators.pdf.compile import compile_form
from generators.pdf.compiled import CompiledForm
from generators.pdf.keep import kept_form

__all__ = ["CompiledForm", "assemble_book", "cache_key", "compile_form", "kept_form", "single_form"]
