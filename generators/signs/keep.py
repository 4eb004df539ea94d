"""Signs kept between runs: their sizes and letters, their print files and pictures."""

from __future__ import annotations

from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from PIL import Image

from generators.kept import kept, makers
from generators.signs.preview import Preview, preview
from generators.signs.render import fitted, render_sign, settled
from generators.signs.setting import Fit, TooLongError, compose
from generators.signs.sheet import sheet_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generators.model.library import Library
    from generators.plan.signs import PlannedSign

_MAKING = (
    "generators/signs/*.py",
    "generators/typeset/*.py",
    "generators/chart/*.py",
    "generators/plan/*.py",
    "templates/signs/**/*",
    "templates/print/*",
    "templates/fonts/*",
)
"""What makes a sign out of a plan."""
_LIBRARIES = ("fonttools", "jinja2", "pikepdf", "pillow", "pypdfium2", "segno", "weasyprint")


class SizedSign(NamedTuple):
    """A sign in the size on which its letters stay legible."""

    planned: PlannedSign
    letter: float
    """Height of its letters, mm."""


def kept_size(planned: PlannedSign, library: Library) -> SizedSign:
    """The sign settled, read back when that was found before from all the same things.

    Raises:
        TooLongError: as `settled` does.
    """

    def make() -> bytes:
        chosen = settled(planned, library)
        return f"{chosen.size_text} {fitted(chosen, library).letter!r}".encode()

    sizes = (planned, *planned.larger())
    size, letter = kept(lambda: f"{_name(planned, sizes, library)}.size", make).decode().split()
    return SizedSign(next(sized for sized in sizes if sized.size_text == size), float(letter))


def kept_sign(planned: PlannedSign, library: Library, *, outline: bool = False) -> bytes:
    """The print file of a settled sign, read back when it was made before from all the same things.

    Raises:
        ZhibuError: as `render_sign` does.
    """
    return kept(
        lambda: f"{_name(planned, (planned,), library)}{'-outlined' * outline}.pdf",
        lambda: render_sign(planned, library, outline=outline),
    )


def kept_preview(pdf: bytes, *, longest: int = 900) -> Preview:
    """The picture of a finished sign, read back when it was drawn before from the same file."""

    def name() -> str:
        digest = sha256(makers(_MAKING, _LIBRARIES) + sha256(pdf).digest()).hexdigest()
        return f"{digest[:40]}-{longest}.png"

    png = kept(name, lambda: preview(pdf, longest=longest).png)
    return Preview(png, *Image.open(BytesIO(png)).size)


def _name(planned: PlannedSign, sizes: tuple[PlannedSign, ...], library: Library) -> str:
    digest = sha256(makers(_MAKING, _LIBRARIES))
    digest.update(f"{planned.title} {planned.branch.short} {library.publication.issued} {planned.most_letter}".encode())
    digest.update(planned.kind.model_dump_json().encode())
    for part in _settings(sizes, library):
        digest.update(f"{part}\0".encode())
    return f"{planned.sign.id}-{digest.hexdigest()[:40]}"


def _settings(sizes: tuple[PlannedSign, ...], library: Library) -> Iterator[str]:
    """What a sign takes from the library, in words: composing is quick.

    It is composed in the least letter and in the largest, before and after its room is known, so that no condition in
    a template hides anything.
    """
    for sized in sizes:
        yield repr(sheet_for(sized))
        whole = (sized.size.w, sized.size.h)
        for fit in (Fit(sized.kind.min_letter_mm), Fit(sized.kind.max_letter_mm, room=whole)):
            try:
                yield compose(sized, library, fit)
            except TooLongError:
                yield "too long"
