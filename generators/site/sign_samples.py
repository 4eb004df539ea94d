"""Blank signs to download: a print file for each, a picture for each page of a screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generators.model.procedure import Procedure
from generators.model.rule import Rule
from generators.model.sign import Process
from generators.plan.sign_samples import sample_signs
from generators.signs.keep import kept_preview, kept_sign, kept_size
from generators.site.address import Address, address_of
from generators.site.files import Download
from generators.site.order import ordered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generators.model.library import Library
    from generators.plan.sign_samples import SampleSign
    from generators.plan.signs import PlannedSign


@dataclass(frozen=True)
class SignSample:
    """A blank sign."""

    sign: str
    """Id of the sign."""
    about: str
    """What tells it from the sign's other samples: the rule's title, the words on the plate, the sector."""
    shows: str
    """Path of the page of the rule or procedure on it; empty on all others."""
    size: str
    """`600×900`."""
    unit: str
    """Of the size: 毫米, or 像素 on a screen."""
    file: Download


@dataclass(frozen=True)
class SignSamples:
    """All blank signs, sign by sign."""

    samples: tuple[SignSample, ...] = ()

    @classmethod
    def of(cls, library: Library, looks: tuple[int, ...], *, draft: bool = False) -> SignSamples:
        """Make them; anew when anything in them or their `looks` has changed, in a draft only if there are none."""
        texts = (library.sign, library.rule, library.procedure, library.official, library.post, library.policy)
        made_of = (looks, library.publication, library.sample, texts, library.occasion, library.holidays, library.book)
        if not _kept or (_kept[0][0] != made_of and not draft):
            _kept[:] = [(made_of, cls(tuple(_made(library))))]
        return _kept[0][1]

    def of_sign(self, sign: str) -> tuple[SignSample, ...]:
        """The blanks of one sign."""
        return tuple(sample for sample in self.samples if sample.sign == sign)

    def showing(self, page: str) -> tuple[SignSample, ...]:
        """The blanks of the rule or procedure whose page has this path."""
        return tuple(sample for sample in self.samples if sample.shows == page)


_kept: list[tuple[object, SignSamples]] = []


def _made(library: Library) -> Iterator[SignSample]:
    pages = [address_of(kind, noun.id).path for kind in ("rule", "procedure") for noun in ordered(kind, library)]
    found = [_sample(one, group.library, n) for group in sample_signs(library) for n, one in enumerate(group.signs, 1)]
    signs = list(library.sign)
    yield from sorted(found, key=lambda one: (signs.index(one.sign), pages.index(one.shows) if one.shows else -1))


def _sample(one: SampleSign, library: Library, number: int) -> SignSample:
    sign = kept_size(one.planned, library).planned
    screen = sign.process is Process.SCREEN
    shown = sign.subject if isinstance(sign.subject, Rule | Procedure) else None
    name = f"{sign.sign.id}-{shown.id if shown else f'{one.sample.id}-{number:02}'}"
    return SignSample(
        sign.sign.id,
        _about(one),
        _page_of(shown) if shown else "",
        sign.size_text,
        "像素" if screen else "毫米",
        _picture(name, sign, library) if screen else _print(name, sign, library),
    )


def _page_of(shown: Rule | Procedure) -> str:
    return address_of("rule" if isinstance(shown, Rule) else "procedure", shown.id).path


def _about(one: SampleSign) -> str:
    subject = one.planned.subject
    return one.sample.title if subject is None else str(subject.title)  # type: ignore[attr-defined]  # every subject has one


def _print(name: str, sign: PlannedSign, library: Library) -> Download:
    return Download(Address(f"downloads/signs/{name}.pdf"), "PDF", sign.file_name, kept_sign(sign, library))


def _picture(name: str, sign: PlannedSign, library: Library) -> Download:
    picture = kept_preview(kept_sign(sign, library), longest=round(max(sign.size.w, sign.size.h)))
    file_name = f"{sign.file_name.removesuffix('.pdf')}.png"
    return Download(Address(f"downloads/signs/{name}.png"), "PNG", file_name, picture.png)
