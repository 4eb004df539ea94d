"""From a planned sign to the PDF a print shop takes."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from generators.problems import ZhibuError
from generators.signs.blame import source_of
from generators.signs.finish import finish
from generators.signs.fit import cut, filling, laid_out, measure
from generators.signs.printing import Passport
from generators.signs.search import STEP_MM, Tried, largest_letter, steps
from generators.signs.setting import Fit, TooLongError, compose
from generators.signs.sheet import sheet_for
from generators.signs.template_faults import layout_heard
from generators.typeset.fonts import missing_characters
from generators.typeset.press import written

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
    setting = _set(planned, library)
    missing = missing_characters(setting.html)
    if missing:
        place = source_of(missing[0], planned, library)
        raise ZhibuError(
            f"{place}：「{planned.title}」（{planned.branch.short}）里有字体没有的字「{missing}」，请改用别的写法"
        )
    passport = Passport(f"{planned.title}（{planned.branch.short}）", library.publication.issued)
    with layout_heard(planned, setting.html):
        pdf = written(setting.document, title=passport.title)
    return finish(pdf, sheet_for(planned), passport, outline=outline)


def settled(planned: PlannedSign, library: Library) -> PlannedSign:
    """The sign in the first of its sizes, from the usual one up, on which its letters stay legible.

    Raises:
        TooLongError: It does not even fit the largest.
    """
    *smaller, largest = (planned, *planned.larger())
    for tried in smaller:
        with suppress(TooLongError):
            _set(tried, library)
            return tried
    _set(largest, library)
    return largest


def fitted(planned: PlannedSign, library: Library) -> Fit:
    """The sign's fit.

    Raises:
        TooLongError: Nothing fits even at the least letter, or something comes too near to the edge.
    """
    return _set(planned, library).fit


_START = 0.6
"""Where between the least and the largest letter the search begins: most boards end near it."""


class _Setting(NamedTuple):
    """A sign laid out, ready to be written."""

    fit: Fit
    html: str
    document: Any
    """WeasyPrint's."""


def _set(planned: PlannedSign, library: Library) -> _Setting:
    """The sign's setting; only the last one is remembered, since a sign is rendered right after it is settled."""
    if not any(known is planned and of is library for known, of, _ in _last):
        _last[:] = [(planned, library, _found(planned, library))]
    return _last[0][2]


_last: list[tuple[PlannedSign, Library, _Setting]] = []


def _found(planned: PlannedSign, library: Library) -> _Setting:
    """Find the largest letter by measuring layouts; a kind without `#room` is set at its largest letter."""
    kind = planned.kind
    low, high = kind.min_letter_mm, min(kind.max_letter_mm, planned.most_letter or kind.max_letter_mm)
    start = low + int(steps(low, high) * _START) * STEP_MM
    first = compose(planned, library, Fit(start))
    if 'id="room"' not in first:
        return _as_it_stands(planned, library)
    found = _measured(planned, first)
    # On a board the room is what the rest leaves it, and that was measured before it was filled.
    room, seen = found.room, {first: found}

    def fill(letter: float) -> Filling:
        html = compose(planned, library, Fit(letter, room=room))
        if html not in seen:
            seen[html] = replace(_measured(planned, html), room=room)
        return seen[html]

    proven = compose(planned, library, Fit(start, room=room)) in seen
    letter = largest_letter(low, high, fill, Tried(start, found, proven))
    if letter is None or fill(letter).strays:
        raise TooLongError(planned, library)
    spread = _laid_out(planned, library, Fit(letter, fill(letter).slack, room))
    final = filling(spread.document, kind.safe_mm)
    if final.strays or not replace(final, room=room).fits:
        return _laid_out(planned, library, Fit(letter, room=room))
    return spread


def _measured(planned: PlannedSign, html: str) -> Filling:
    with layout_heard(planned, html):
        return measure(html, planned.kind.safe_mm)


def _as_it_stands(planned: PlannedSign, library: Library) -> _Setting:
    """A sign that has no room to fill, at its largest letter, if nothing comes too near to the edge."""
    setting = _laid_out(planned, library, Fit(planned.kind.max_letter_mm))
    if filling(setting.document, planned.kind.safe_mm).strays:
        raise TooLongError(planned, library)
    return setting


def _laid_out(planned: PlannedSign, library: Library, fit: Fit) -> _Setting:
    html, sheet = compose(planned, library, fit), sheet_for(planned)
    with layout_heard(planned, html):
        document = laid_out(html)
    cut(document, *sheet.media)
    return _Setting(fit, html, document)
