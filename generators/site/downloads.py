"""What the site offers for download: every form as a blank Word and PDF file, and pictures of the signs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from generators import pdf, word
from generators.site.address import Address

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from generators.model.form import Form
    from generators.model.library import Library
    from generators.model.publication import Publication


@dataclass(frozen=True)
class Download:
    """A file of the site. Its address keeps to ASCII, which every server and USB stick can do."""

    address: Address
    label: str
    file_name: str
    """The Chinese name under which a browser saves it."""
    content: bytes


@dataclass(frozen=True)
class Offers:
    """All downloads of the site."""

    forms: Mapping[str, tuple[Download, ...]]
    """Form id → its blank files; none for a form that is only a part of the book, such as its contents page."""

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Path and bytes of every file."""
        for downloads in self.forms.values():
            for download in downloads:
                yield download.address.path, download.content


_MAKERS: Mapping[str, tuple[str, Callable[[Form, Publication], bytes]]] = {
    "docx": ("Word", word.single_form),
    "pdf": ("PDF", pdf.single_form),
}
"""File type → what a reader calls it, and what makes it."""


def offers(library: Library) -> Offers:
    """Make every download of a library; what was made before and has not changed is not made again."""
    return Offers({form.id: _blanks(form, library.publication) for form in library.form.values()})


@lru_cache(maxsize=1024)
def _blanks(form: Form, publication: Publication) -> tuple[Download, ...]:
    if any(block.contents for block in form.blocks):
        return ()
    return tuple(
        Download(
            Address(f"downloads/forms/{form.id}.{suffix}"),
            label,
            f"{form.id} {form.title}.{suffix}",
            make(form, publication),
        )
        for suffix, (label, make) in _MAKERS.items()
    )
