"""The look that all signs share (标识主题): inks, typefaces, corners, and whose signs they are."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from generators.model.base import Identified, Noun

Share = Annotated[float, Field(ge=0, le=100)]
"""Per cent of an ink."""

LEGIBLE = 4.5
"""The least contrast of text to its ground (WCAG 2.1, 1.4.3)."""

_NEEDED = ("white", "black", "grey", "hairline", "paper", "blush", "panel-red", "party-red", "party-gold", "plate-blue")


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
    def luminance(self) -> float:
        """Relative luminance of the screen colour (WCAG 2.1, definition)."""
        shares = (int(self.rgb[at : at + 2], 16) / 255 for at in (1, 3, 5))
        red, green, blue = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: InkColour, other: InkColour) -> float:
    """The contrast of two colours, 1 to 21 (WCAG 2.1, definition)."""
    light, dark = sorted((one.luminance, other.luminance), reverse=True)
    return (light + 0.05) / (dark + 0.05)


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
    """颜色名 → 颜色。"""
    pairs: tuple[TextOn, ...] = Field(min_length=1)
    """哪种颜色的字会写在哪种底上；对比度要达到 4.5。"""
    heading: Typeface = Typeface.HEI
    """标题字体。"""
    body: Typeface = Typeface.HEI
    """正文字体。"""
    plate: Typeface = Typeface.SONG
    """竖牌、横牌字体。"""
    radius_mm: float = Field(default=0, ge=0, le=50)
    """方角写 0；圆角写半径，毫米。"""

    @model_validator(mode="after")
    def _every_ink_is_there_and_legible(self) -> Self:
        missing = [name for name in _NEEDED if name not in self.inks]
        if missing:
            raise ValueError(f"inks 里缺少颜色：{'、'.join(missing)}")
        for pair in self.pairs:
            for name in (pair.text, pair.ground):
                if name not in self.inks:
                    raise ValueError(f"pairs 里的「{name}」不在 inks 里")
            found = contrast(self.inks[pair.text], self.inks[pair.ground])
            if found < LEGIBLE:
                raise ValueError(
                    f"「{pair.text}」写在「{pair.ground}」上看不清：对比度 {found:.1f}，至少要 {LEGIBLE:g}"
                )
        return self
