"""The theme that templates/signs/theme.yml sets for all signs."""

from __future__ import annotations

from functools import cache

from generators.content.load import read_noun
from generators.model.theme import SignTheme
from generators.plan.kinds import FOLDER


@cache
def sign_theme() -> SignTheme:
    """The theme of all signs.

    Raises:
        ContentError: The file cannot be read, lacks a colour, or has text that cannot be read on its ground.
    """
    return read_noun(FOLDER / "theme.yml", SignTheme, name="theme", shown="templates/signs/theme.yml")
