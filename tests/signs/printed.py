"""Reading back what was printed."""

from __future__ import annotations

import pypdfium2


def text_of(pdf: bytes) -> tuple[int, str]:
    """The number of pages, and all text without spaces."""
    document = pypdfium2.PdfDocument(pdf)
    text = "".join("".join(page.get_textpage().get_text_range().split()) for page in document)
    pages = len(document)
    document.close()
    return pages, text
