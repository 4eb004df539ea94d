"""A picture of every sign, as it will look: large on its own page, small in the catalogue."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from generators.model.sign import Process
from generators.plan.signs import plan_signs
from generators.signs.keep import kept_preview, kept_sign, kept_size
from generators.site.address import Address
from generators.site.citations import cited_policies

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generators.model.library import Library
    from generators.plan.signs import PlannedSign
    from generators.signs.preview import Preview

_LARGE, _SMALL = 900, 420
"""Pixels of the longer side."""


@dataclass(frozen=True)
class Picture:
    """A PNG of the site."""

    address: Address
    width: int
    """Pixels."""
    height: int
    content: bytes


@dataclass(frozen=True)
class SignPicture:
    """A sign as it will look."""

    label: str
    large: Picture
    small: Picture


class _Kept(NamedTuple):
    """A picture with all that has gone into it, written out: a branch cannot be hashed."""

    looks: str
    texts: str
    picture: SignPicture


_kept: dict[str, _Kept] = {}
"""Sign id → its last picture."""


def sign_pictures(library: Library, stamps: tuple[int, ...], *, draft: bool = False) -> Mapping[str, SignPicture]:
    """Sign id → picture, of every sign that a branch of the library could have.

    Args:
        library: It comes without its rosters: what a picture shows is for everyone to see.
        stamps: Change with the templates.
        draft: Whether an older picture will do while only the text that it shows has changed, not its looks.
    """
    return {planned.sign.id: _picture(planned, library, stamps, draft=draft) for planned in _examples(library)}


def _examples(library: Library) -> Iterator[PlannedSign]:
    """The first sign of each sort that a branch could have; none when no branch is known."""
    every = [one for branch in library.branch.values() for one in plan_signs(library, branch, everything=True).signs]
    for _, alike in groupby(sorted(every, key=lambda one: one.sign.id), lambda one: one.sign.id):
        first, *others = alike
        yield next((one for one in (first, *others) if _keeps_its_size(one, library)), first)


def _keeps_its_size(planned: PlannedSign, library: Library) -> bool:
    """Whether it shows in the size that the catalogue names; of most signs the first does."""
    return kept_size(planned, library).planned.size == planned.size


def _picture(planned: PlannedSign, library: Library, stamps: tuple[int, ...], *, draft: bool) -> SignPicture:
    policies = [library.policy[name] for name in sorted(cited_policies(planned.sign, planned.subject))]
    looks = repr((planned.sign, planned.kind, library.publication, stamps))
    texts = repr((planned, library.post, library.committee, policies, library.occasion, library.holidays, library.book))
    kept = _kept.get(planned.sign.id)
    if not kept or kept.looks != looks or (kept.texts != texts and not draft):
        kept = _kept[planned.sign.id] = _Kept(looks, texts, _drawn(kept_size(planned, library).planned, library))
    return kept.picture


def _drawn(made: PlannedSign, library: Library) -> SignPicture:
    pdf, name = kept_sign(made, library), made.sign.id
    unit = "像素" if made.process is Process.SCREEN else "毫米"
    return SignPicture(
        f"{made.title}，{made.size_text} {unit}",
        _png(f"assets/signs/{name}.png", kept_preview(pdf, longest=_LARGE)),
        _png(f"assets/signs/{name}-small.png", kept_preview(pdf, longest=_SMALL)),
    )


def _png(path: str, shown: Preview) -> Picture:
    return Picture(Address(path), shown.width, shown.height, shown.png)
