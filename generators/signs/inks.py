"""The printing inks: every colour of a sign as fixed CMYK, so that no shop has to guess (facts, signage 7 and 9)."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from generators.chart.palette import PALETTE
from generators.plan.theme import sign_theme

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generators.model.theme import InkColour


class Ink(NamedTuple):
    """Shares of cyan, magenta, yellow and black, each 0 to 1."""

    c: float
    m: float
    y: float
    k: float

    def __str__(self) -> str:
        """As CSS and SVG attributes say it."""
        return f"device-cmyk({self.c:g} {self.m:g} {self.y:g} {self.k:g})"


REGISTRATION = Ink(1, 1, 1, 1)
"""All inks at once: crop marks only."""


def _printed(colour: InkColour) -> Ink:
    return Ink(*(share / 100 for share in colour.cmyk))


INKS: Mapping[str, Ink] = MappingProxyType(
    {name: _printed(colour) for name, colour in sign_theme().inks.items()} | {"registration": REGISTRATION}
)
"""Names a sign's style may use as `var(--NAME)`; templates/signs/theme.yml says what they are."""

_DEEP_RED = INKS["panel-red"]._replace(k=min(INKS["panel-red"].k + 0.25, 1.0))
"""The panel's red for text on a chart's pale grounds."""

_CHART_INKS: Mapping[str, Ink] = MappingProxyType(
    {
        "ground": INKS["white"],
        "lane": Ink(0, 0.01, 0.015, 0.02),
        "head": INKS["panel-red"],
        "head-text": INKS["white"],
        "stage": INKS["blush"],
        "stage-text": _DEEP_RED,
        "rule": Ink(0, 0.04, 0.05, 0.14),
        "box": INKS["white"],
        "box-line": Ink(0, 0.06, 0.09, 0.4),
        "text": INKS["black"],
        "small": Ink(0, 0.5, 0.95, 0.5),
        "number": INKS["panel-red"],
        "number-text": INKS["white"],
        "ask": Ink(0, 0.03, 0.15, 0),
        "ask-line": Ink(0, 0.28, 0.8, 0.2),
        "ask-text": Ink(0, 0.4, 1, 0.6),
        "on": Ink(0, 0.07, 0.09, 0.68),
        "back": Ink(0, 0.42, 0.95, 0.38),
        "end": INKS["panel-red"],
        "end-text": INKS["white"],
        "away": INKS["white"],
        "away-text": _DEEP_RED,
        "label": Ink(0, 0.4, 1, 0.6),
    }
)
"""The chart's colour names in ink."""


def inked(svg: str) -> str:
    """The chart's SVG with each screen colour of its palette in ink."""
    for name, colour in PALETTE.items():
        svg = svg.replace(colour, str(_CHART_INKS[name]))
    return svg


SCREEN: Mapping[str, str] = MappingProxyType({name: colour.rgb for name, colour in sign_theme().inks.items()})
"""The same names as a screen shows them."""


def colour(name: str, *, screen: bool = False) -> str:
    """An ink as CSS and SVG attributes say it; its screen colour where the sign is a screen page."""
    return SCREEN[name] if screen else str(INKS[name])


def tint(name: str, share: float) -> str:
    """An ink thinned to a share of itself, as a press screens it; a pale one is deepened by more than 1."""
    return str(Ink(*(min(round(part * share, 4), 1.0) for part in INKS[name])))


def ink_variables(*, screen: bool = False) -> str:
    """The inks, or their screen colours, as CSS custom properties."""
    return "".join(f"--{name}:{colour(name, screen=screen)};" for name in (SCREEN if screen else INKS))
