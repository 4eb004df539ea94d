"""Swimlane charts: a procedure laid out as geometry, and drawn as inline SVG."""

from generators.chart.draw import SITE_FONTS, svg, svg_for_page
from generators.chart.layout import lay_out
from generators.chart.palette import PALETTE

__all__ = ["PALETTE", "SITE_FONTS", "lay_out", "svg", "svg_for_page"]
