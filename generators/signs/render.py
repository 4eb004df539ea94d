"""From a planned sign to the PDF a print shop takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generators.problems import ZhibuError
from generators.signs.finish import finish
from generators.signs.fit import filling, largest_letter
from generators.signs.setting import Fit, TooLongError, compose
from generators.signs.sheet import sheet_for
from generators.typeset.fonts import missing_characters
from generators.typeset.press import render_pdf

if TYPE_CHECKING:
    from generators.model.library import Library
    from generators.plan.signs import PlannedSign
    from generators.signs.fit import Filling


def render_sign(planned: PlannedSign, library: Library) -> bytes:
    """The sign as a PDF in its real size: TrimBox, BleedBox and marks, CMYK only, the same bytes each time.

    Raises:
        ZhibuError: The text does not fit at the kind's least letter, or has a character that no font has.
    """
    html = compose(planned, library, fitted(planned, library))
    missing = missing_characters(html)
    if missing:
        raise ZhibuError(f"「{planned.title}」（{planned.branch.short}）里有字体没有的字「{missing}」，请改用别的写法")
    return finish(render_pdf(html, title=f"{planned.title}（{planned.branch.short}）"), sheet_for(planned))


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
    """Find the largest letter by measuring layouts; a kind without `#room` is set at its largest letter."""
    kind = planned.kind
    first = filling(compose(planned, library, Fit(kind.min_letter_mm)))
    if first is None:
        return Fit(kind.max_letter_mm)
    seen: dict[float, Filling] = {}

    def fill(letter: float) -> Filling:
        found = filling(compose(planned, library, Fit(letter, room=first.room)))
        if found is None:
            raise ZhibuError(f"式样 {kind.id} 的 #room、#fit 时有时无，请核对 sign.html.j2")
        seen[letter] = found
        return found

    letter = largest_letter(kind.min_letter_mm, kind.max_letter_mm, fill)
    if letter is None:
        raise TooLongError(planned)
    return Fit(letter, seen[letter].slack_mm, first.room)
