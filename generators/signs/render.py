"""From a planned sign to the PDF a print shop takes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generators.problems import ZhibuError
from generators.signs.finish import finish
from generators.signs.fit import largest_letter, measure
from generators.signs.printing import Passport
from generators.signs.setting import Fit, TooLongError, compose
from generators.signs.sheet import sheet_for
from generators.typeset.fonts import missing_characters
from generators.typeset.press import render_pdf

if TYPE_CHECKING:
    from generators.model.library import Library
    from generators.plan.signs import PlannedSign
    from generators.signs.fit import Filling


def render_sign(planned: PlannedSign, library: Library, *, outline: bool = False) -> bytes:
    """The sign as a PDF/X-4 in its real size: TrimBox, BleedBox and marks, CMYK only, the same bytes each time.

    `outline` turns its text into paths.

    Raises:
        ZhibuError: The text does not fit at the kind's least letter, or has a character that no font has.
    """
    html = compose(planned, library, fitted(planned, library))
    missing = missing_characters(html)
    if missing:
        raise ZhibuError(f"「{planned.title}」（{planned.branch.short}）里有字体没有的字「{missing}」，请改用别的写法")
    passport = Passport(f"{planned.title}（{planned.branch.short}）", library.publication.issued)
    return finish(render_pdf(html, title=passport.title), sheet_for(planned), passport, outline=outline)


def settled(planned: PlannedSign, library: Library) -> PlannedSign:
    """The sign in the first of its sizes, from the usual one up, on which its letters stay legible.

    Raises:
        TooLongError: It does not even fit the largest.
    """
    tried = planned
    for tried in (planned, *planned.larger()):
        try:
            fitted(tried, library)
        except TooLongError:
            continue
        return tried
    raise TooLongError(tried)


def fitted(planned: PlannedSign, library: Library) -> Fit:
    """The sign's fit; that of the sign settled last is remembered, since it is the one that is rendered next.

    Raises:
        TooLongError: Nothing fits even at the least letter, or something comes too near to the edge.
    """
    if not any(known is planned and of is library for known, of, _ in _last):
        _last[:] = [(planned, library, _found(planned, library))]
    return _last[0][2]


_last: list[tuple[PlannedSign, Library, Fit]] = []


def _found(planned: PlannedSign, library: Library) -> Fit:
    """Find the largest letter by measuring layouts; a kind without `#room` is set at its largest letter."""
    kind = planned.kind
    first = compose(planned, library, Fit(kind.min_letter_mm))
    if 'id="room"' not in first:
        return _as_it_stands(planned, library)
    room = measure(first, kind.safe_mm).room
    seen: dict[float, Filling] = {}

    def fill(letter: float) -> Filling:
        # On a board the room is what the rest leaves it, and that was measured before it was filled.
        found = measure(compose(planned, library, Fit(letter, room=room)), kind.safe_mm)
        seen[letter] = replace(found, room=room)
        return seen[letter]

    most = min(kind.max_letter_mm, planned.most_letter or kind.max_letter_mm)
    letter = largest_letter(kind.min_letter_mm, most, fill)
    if letter is None or seen[letter].strays:
        raise TooLongError(planned)
    spread = Fit(letter, seen[letter].slack, room)
    final = measure(compose(planned, library, spread), kind.safe_mm)
    if final.strays or not replace(final, room=room).fits:
        return Fit(letter, room=room)
    return spread


def _as_it_stands(planned: PlannedSign, library: Library) -> Fit:
    """The fit of a sign that has no room to fill: its largest letter, if nothing comes too near to the edge."""
    fit = Fit(planned.kind.max_letter_mm)
    found = measure(compose(planned, library, fit), planned.kind.safe_mm)
    if found.strays:
        raise TooLongError(planned)
    return Fit(planned.kind.max_letter_mm, room=found.room)
