"""The look that all signs share (标识主题): inks, typefaces, corners, and whose signs they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from math import prod
from typing import Annotated

from pydantic import Field, ValidationError, ValidationInfo, field_validator
from pydantic_core import InitErrorDetails

from generators.model.base import Identified, Noun

Share = Annotated[float, Field(ge=0, le=100)]
"""Per cent of an ink."""

LEGIBLE = 4.5
"""The least contrast of text to its ground (WCAG 2.1, 1.4.3)."""

_NEEDED = ("white", "black", "grey", "hairline", "paper", "panel-red", "party-red", "party-gold", "plate-blue")
_BLUSH = 0.07
"""Share of the panel's red in blush, where a theme does not say its own."""
TEXT_ON: Mapping[str, tuple[str, ...]] = {
    "panel-red": ("white", "paper", "blush"),
    "black": ("white", "paper", "blush"),
    "grey": ("white", "paper"),
    "white": ("panel-red", "plate-blue", "grey"),
}
"""Ink of text → the grounds it stands on in templates/signs/."""
_SOLIDS = {
    (0, 0, 0): (255, 255, 255),
    (1, 0, 0): (0, 174, 239),
    (0, 1, 0): (236, 0, 140),
    (0, 0, 1): (255, 242, 0),
    (1, 1, 0): (46, 49, 146),
    (1, 0, 1): (0, 166, 81),
    (0, 1, 1): (237, 28, 36),
    (1, 1, 1): (54, 54, 57),
}
"""Whether cyan, magenta and yellow are there → the red, green and blue that programs commonly show for them."""
_BLACK = (35, 31, 32)
_UNLIKE = 128
"""Print and screen differ so much in red, green or blue only where they are two colours, however a press prints."""


class Typeface(StrEnum):
    """The typefaces at hand (字体)."""

    SONG = "宋体"
    HEI = "黑体"
    KAI = "楷体"

    @property
    def family(self) -> str:
        """Its name in CSS."""
        return {Typeface.SONG: "Zhibu Song", Typeface.HEI: "Zhibu Hei", Typeface.KAI: "Zhibu Kai"}[self]


class InkColour(Noun):
    """A colour as the press prints it and as a screen shows it (颜色)."""

    cmyk: tuple[Share, Share, Share, Share]
    """油墨：青、品红、黄、黑，各 0 到 100。"""
    rgb: str = Field(pattern=r"^#[0-9A-Fa-f]{6}$")
    """屏幕上的颜色，如 #C8161D，用于预览和电子屏。"""

    @property
    def on_screen(self) -> tuple[float, ...]:
        """Red, green and blue of the screen colour, 0 to 255."""
        return tuple(float(int(self.rgb[at : at + 2], 16)) for at in (1, 3, 5))

    @property
    def in_print(self) -> tuple[float, ...]:
        """Red, green and blue of the inks on paper, 0 to 255: between the solids, as much of each as it covers."""
        *inks, black = (share / 100 for share in self.cmyk)
        covered = {
            seen: prod(ink if there else 1 - ink for ink, there in zip(inks, solid, strict=True))
            for solid, seen in _SOLIDS.items()
        }
        coloured = (sum(seen[part] * share for seen, share in covered.items()) for part in range(3))
        return tuple((1 - black) * part + black * dark for part, dark in zip(coloured, _BLACK, strict=True))

    def thinned(self, share: float) -> InkColour:
        """So much of the colour on white; without its black, whose dots would show in a pale tint."""
        mixed = (round(255 - (255 - part) * share) for part in self.on_screen)
        cyan, magenta, yellow, _ = (round(ink * share, 2) for ink in self.cmyk)
        return InkColour(cmyk=(cyan, magenta, yellow, 0), rgb="#" + "".join(f"{part:02X}" for part in mixed))


def contrast(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    """The contrast of two colours of red, green and blue, 1 to 21 (WCAG 2.1, definition)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: tuple[float, ...]) -> float:
    """Relative luminance (WCAG 2.1, definition)."""
    shares = (part / 255 for part in colour)
    red, green, blue = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


class TextOn(Noun):
    """A text colour and the ground it stands on (字和底)."""

    text: str
    """字的颜色名。"""
    ground: str
    """底的颜色名。"""


class SignTheme(Identified):
    """All that a change of look changes, in one file (标识主题)."""

    title: str
    """名称。"""
    owner: str
    """谁的标识：市（区、县）或单位的名称，写在标识手册和清单上。"""
    inks: dict[str, InkColour]
    """颜色名 → 颜色。不写 blush，就由 panel-red 冲淡而成。"""
    pairs: tuple[TextOn, ...] = ()
    """自己的式样另有哪种颜色的字写在哪种底上；现有式样的不用写，程序都会检查。"""
    heading: Typeface = Typeface.HEI
    """标题字体。"""
    body: Typeface = Typeface.HEI
    """正文字体。"""
    plate: Typeface = Typeface.SONG
    """竖牌、横牌字体。"""
    radius_mm: float = Field(default=0, ge=0, le=50)
    """方角写 0；圆角写半径，毫米。"""

    @field_validator("inks")
    @classmethod
    def _every_ink_is_there_and_legible(cls, inks: dict[str, InkColour]) -> dict[str, InkColour]:
        missing = [name for name in _NEEDED if name not in inks]
        if missing:
            raise ValueError(f"inks 里缺少颜色：{'、'.join(missing)}")
        whole = {"blush": inks["panel-red"].thinned(_BLUSH), **inks}
        faults = [(name, what) for name, ink in inks.items() if (what := _unlike(name, ink))]
        for text, grounds in TEXT_ON.items():
            for ground in grounds:
                # The paler of two is seldom the one to mend, and blush may not be written at all.
                named = text if ground in {"white", "paper", "blush"} else ground
                faults += [(named, what) for what in _illegible(whole, text, ground)]
        _refuse(faults, inks)
        return whole

    @field_validator("pairs")
    @classmethod
    def _every_pair_is_legible(cls, pairs: tuple[TextOn, ...], known: ValidationInfo) -> tuple[TextOn, ...]:
        inks: dict[str, InkColour] = known.data.get("inks", {})
        faults: list[tuple[int, str]] = []
        for at, pair in enumerate(pairs if inks else ()):
            unknown = [name for name in (pair.text, pair.ground) if name not in inks]
            faults += [(at, f"pairs 里的「{name}」不在 inks 里") for name in unknown]
            if not unknown:
                faults += [(at, what) for what in _illegible(inks, pair.text, pair.ground)]
        _refuse(faults, pairs)
        return pairs


def _unlike(name: str, ink: InkColour) -> str:
    """Said of an ink whose two colours are not one; else empty."""
    apart = max(abs(a - b) for a, b in zip(ink.in_print, ink.on_screen, strict=True))
    printed = "#" + "".join(f"{round(part):02X}" for part in ink.in_print)
    return f"「{name}」的 cmyk 印出来约是 {printed}，与 rgb {ink.rgb} 不是一种颜色" if apart >= _UNLIKE else ""


def _illegible(inks: Mapping[str, InkColour], text: str, ground: str) -> Iterator[str]:
    """Said of text that cannot be read on its ground, in print or on a screen."""
    one, other = inks[text], inks[ground]
    for where, found in (
        ("屏幕上（rgb）", contrast(one.on_screen, other.on_screen)),
        ("印出来（cmyk）", contrast(one.in_print, other.in_print)),
    ):
        if found < LEGIBLE:
            yield f"「{text}」写在「{ground}」上看不清：{where}对比度 {found:.1f}，至少要 {LEGIBLE:g}"


def _refuse(faults: list[tuple[str, str]] | list[tuple[int, str]], given: object) -> None:
    """Refuse with every fault at its own place.

    Raises:
        ValidationError: Pydantic puts the way to the field before each place.
    """
    if faults:
        details = [
            InitErrorDetails(type="value_error", loc=(at,), input=given, ctx={"error": ValueError(what)})
            for at, what in faults
        ]
        raise ValidationError.from_exception_data("theme", details)
