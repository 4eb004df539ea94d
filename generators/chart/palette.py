"""The chart's colours: one table, so that a page or a print shop can map every one of them."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

PALETTE: Mapping[str, str] = MappingProxyType(
    {
        "ground": "#ffffff",
        "lane": "#f8f6f5",
        "head": "#b5121b",
        "head-text": "#ffffff",
        "stage": "#faeceb",
        "stage-text": "#8d0d14",
        "rule": "#dcd3d0",
        "box": "#ffffff",
        "box-line": "#a59a96",
        "text": "#222222",
        "small": "#7a4a10",
        "number": "#b5121b",
        "number-text": "#ffffff",
        "ask": "#fff6de",
        "ask-line": "#c79a3a",
        "ask-text": "#5c3d00",
        "on": "#5f5856",
        "back": "#96660f",
        "end": "#b5121b",
        "end-text": "#ffffff",
        "away": "#ffffff",
        "away-text": "#8d0d14",
        "label": "#5c3d00",
    }
)
"""Name of a colour → `#rrggbb`. The SVG's class names are these names behind `chart-`."""
