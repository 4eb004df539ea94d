"""What the site offers beside its pages: blank forms and blank books as Word and PDF, and a picture of every sign."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from generators import pdf, word
from generators.model.sign import Process
from generators.plan.signs import plan_signs
from generators.signs import render_sign, settled
from generators.signs.preview import preview
from generators.site.address import Address, hub_of
from generators.site.blank_books import BookFamily, blank_books
from generators.site.calendars import Calendars
from generators.site.citations import cited_policies
from generators.site.files import Download
from generators.site.page import Entry
from generators.site.templates import stamp

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from generators.model.form import Form
    from generators.model.library import Library
    from generators.model.publication import Publication
    from generators.plan.signs import PlannedSign


@dataclass(frozen=True)
class Picture:
    """A sign as it will look."""

    address: Address
    label: str
    width: int
    """Pixels."""
    height: int
    content: bytes


@dataclass(frozen=True)
class Offers:
    """All downloads and pictures of the site."""

    forms: Mapping[str, tuple[Download, ...]]
    """Form id → its blank files; none for what is only a part of the book, such as its contents page."""
    signs: Mapping[str, Picture]
    """Sign id → its picture."""
    books: tuple[BookFamily, ...] = ()
    """Blank books, by the sectors that share them."""

    calendars: Calendars = field(default_factory=Calendars)
    """The year as files for phones and computers."""

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
        for picture in self.signs.values():
            yield picture.address.path, picture.content


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
        {planned.sign.id: _picture(planned, public, looks, draft=draft) for planned in _examples(public)},
        blank_books(library, looks, draft=draft),
        Calendars.of(library),
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


def _examples(library: Library) -> Iterator[PlannedSign]:
    """The first sign of each sort that a branch could have; none when no branch is known.

    The library comes without its rosters: what a picture shows is for everyone to see.
    """
    seen = set()
    for branch in library.branch.values():
        for planned in plan_signs(library, branch, everything=True).signs:
            if planned.sign.id not in seen:
                seen.add(planned.sign.id)
                yield planned


class _Kept(NamedTuple):
    """A picture with all that has gone into it, written out: a branch cannot be hashed."""

    looks: str
    texts: str
    picture: Picture


_kept: dict[str, _Kept] = {}
"""Sign id → its last picture."""


def _picture(planned: PlannedSign, library: Library, stamps: tuple[int, ...], *, draft: bool) -> Picture:
    policies = [library.policy[name] for name in sorted(cited_policies(planned.sign, planned.subject))]
    looks = repr((planned.sign, planned.kind, library.publication, stamps))
    texts = repr((planned, library.post, library.committee, policies, library.occasion, library.holidays, library.book))
    kept = _kept.get(planned.sign.id)
    if not kept or kept.looks != looks or (kept.texts != texts and not draft):
        made = settled(planned, library)
        shown = preview(render_sign(made, library))
        address = Address(f"assets/signs/{planned.sign.id}.png")
        unit = "像素" if made.process is Process.SCREEN else "毫米"
        label = f"{made.title}，{made.size_text} {unit}"
        kept = _Kept(looks, texts, Picture(address, label, shown.width, shown.height, shown.png))
        _kept[planned.sign.id] = kept
    return kept.picture
