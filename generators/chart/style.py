"""Sizes of the chart, px: type, paddings and distances."""

from __future__ import annotations

from generators.chart.wrap import Type

TEXT = Type(14, 19)
SMALL = Type(12, 16)
ANSWER = Type(12, 16, bold=True)
MARK = Type(12, 16, bold=True)
HEAD = Type(14, 18, bold=True)
STAGE = Type(14, 17, bold=True)
HEADING = Type(17, 24, bold=True)

BOX_PAD_X, BOX_PAD_Y = 10.0, 9.0
BOX_MIN_HEIGHT = 44.0
CORNER = 7.0
"""Radius of a box's corners and of an edge's bends."""
NOTCH = 12.0
"""How far a question's hexagon is cut at its corners."""
ASK_PAD_X = 11.0
NUMBER = 10.0
"""Radius of the circle with a step's number."""
MARK_PAD_X, MARK_PAD_Y, MARK_HEIGHT = 7.0, 3.0, 22.0

GAP = 24.0
"""Between the boxes of two lanes that no edge runs between."""
TRACK = 12.0
"""Between two lines side by side."""
ANSWER_GROUND = 6.0
"""From an upright edge to the answer beside it."""
STUB = 18.0
"""Length of an edge that leads to a mark."""
TURN = 14.0
"""From the bend of an edge down to the box it enters."""
CHANNEL = 26.0
"""Between two rows, without what a question's answer needs."""
MARK_ROUND, TERMINAL_ROUND = 11.0, 16.0
"""Radius of a pill's ends, and of the corners of the box that a procedure begins or ends with."""
