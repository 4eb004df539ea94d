"""What the site offers beside its pages: blank forms, books and signs, calendars, pictures of signs."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from generators import pdf, word
from generators.site.address import Address, hub_of
from generators.site.blank_books import BookFamily, blank_books
from generators.site.calendars import Calendars
from generators.site.files import Download
from generators.site.page import Entry
from generators.site.sign_pictures import sign_pictures
from generators.site.sign_samples import SignSamples
from generators.site.templates import stamp

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from generators.model.form import Form
    from generators.model.library import Library
    from generators.model.publication import Publication
    from generators.site.sign_pictures import SignPicture


@dataclass(frozen=True)
class Offers:
    """All downloads and pictures of the site."""

    forms: Mapping[str, tuple[Download, ...]]
    """Form id → its blank files; none for what is only a part of the book, such as its contents page."""
    signs: Mapping[str, SignPicture]
    """Sign id → its picture."""
    books: tuple[BookFamily, ...] = ()
    """Blank books, by the sectors that share them."""

    calendars: Calendars = field(default_factory=Calendars)
    """The year as files for phones and computers."""
    samples: SignSamples = field(default_factory=SignSamples)
    """Blank signs."""

    @property
    def book_table(self) -> Address:
        """Where the site lists all blank books."""
        return hub_of("form").at("books")

    def entries(self, kind: str) -> tuple[Entry, ...]:
        """What the search finds on the hub of a kind besides its pages: the blank books on that of forms."""
        names = ("空白实录下载", "整本实录打印", "党支部工作手册下载", "支部手册模板", "工作实录空白本")
        return (Entry("books", "整本空白实录", names),) if kind == "form" and self.books else ()

    def books_for(self, sector: str) -> BookFamily | None:
        """The blank books of a sector; none where the content says no sizes."""
        return next((family for family in self.books if sector in {s.id for s in family.sectors}), None)

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Path and bytes of every file."""
        for downloads in self.forms.values():
            for download in downloads:
                yield download.address.path, download.content
        for family in self.books:
            for download in family.files():
                yield download.address.path, download.content
        yield from {download.address.path: download.content for download in self.calendars.files()}.items()
        for sign in self.signs.values():
            for picture in (sign.large, sign.small):
                yield picture.address.path, picture.content
        for sample in self.samples.samples:
            yield sample.file.address.path, sample.file.content


_MAKERS: Mapping[str, tuple[str, Callable[[Form, Publication], bytes]]] = {
    "docx": ("Word", word.single_form),
    "pdf": ("PDF", pdf.single_form),
}
"""File type → what a reader calls it, and what makes it."""


def offers(library: Library, *, draft: bool = False) -> Offers:
    """Make every download of a library; what has been made before and has not changed is not made again.

    A `draft` is quick: a sign keeps its picture while only the text that it shows has changed, not its looks.
    """
    looks = stamp("fonts", "pdf", "signs", "word")
    public = replace(library, roster={})
    return Offers(
        {form.id: _blanks(form, library.publication, looks) for form in library.form.values()},
        sign_pictures(public, looks, draft=draft),
        blank_books(library, looks, draft=draft),
        Calendars.of(library),
        SignSamples.of(public, looks, draft=draft),
    )


@lru_cache(maxsize=1024)
def _blanks(form: Form, publication: Publication, looks: tuple[int, ...]) -> tuple[Download, ...]:  # noqa: ARG001 -- a key
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
