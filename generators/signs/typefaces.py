"""The theme's typefaces as font files, for measuring."""

from __future__ import annotations

from generators.model.theme import Typeface
from generators.plan.theme import sign_theme
from generators.typeset.fonts import Face

BOLD = {Typeface.SONG: Face.SONG_BLACK, Typeface.HEI: Face.HEI_BOLD, Typeface.KAI: Face.KAI}
"""A theme's typeface → its heaviest font, in which plates and titles are set."""
_PLAIN = {Typeface.SONG: Face.SONG, Typeface.HEI: Face.HEI, Typeface.KAI: Face.KAI}


def body_face(*, bold: bool = False) -> Face:
    """The font of the theme's running text."""
    return (BOLD if bold else _PLAIN)[sign_theme().body]
