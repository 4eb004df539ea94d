from __future__ import annotations

from generators.typeset.fonts import Face
from generators.typeset.ink import ink


def an_opening_mark_has_its_ink_low_and_a_closing_one_high() -> None:
    opening, closing = ink(Face.SONG_BLACK, "︵"), ink(Face.SONG_BLACK, "︶")
    assert opening
    assert closing
    assert -0.13 < opening.low < opening.high < 0.38 < closing.low < closing.high < 0.89
    assert opening.height < 0.4


def an_ideograph_is_about_as_high_as_the_em() -> None:
    drawn = ink(Face.SONG_BLACK, "国")
    assert drawn
    assert 0.9 < drawn.height < 1
    assert abs(drawn.middle - 0.38) < 0.02


def no_ink_has_no_place() -> None:
    assert ink(Face.SONG_BLACK, "　") is None
    assert ink(Face.SONG_BLACK, "\U00020021") is None
