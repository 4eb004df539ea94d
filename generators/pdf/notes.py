"""The filler page 附记, drawn rather than laid out: a heading and ruled lines as on any other portrait page.

It has no fields: whoever types has boxes that hold more than they show; the lines are for those who write by hand.
"""

from __future__ import annotations

import zlib
from functools import cache

from generators.pdf.compiled import MM, Align, CompiledForm, CompiledPage, Rect, SlotBox
from generators.pdf.paper import LINE_MM, PORTRAIT
from generators.pdf.ruling import HEAD, WRITING, Stroke, Way, draw
from generators.typeset.fonts import Face

_TEXT = Rect(
    PORTRAIT.left * MM,
    PORTRAIT.bottom * MM,
    (PORTRAIT.width - PORTRAIT.right) * MM,
    (PORTRAIT.height - PORTRAIT.top) * MM,
)
_HEAD_MM, _HAIRLINE_MM, _FOOT_MM = 5.0, 4.0, 5.0
"""The running head's text begins this far above the text, its hairline a millimetre lower; the foot is this high."""
_TITLE_MM = 10.0
_GAP_MM = 2.0
"""The title is so high, and so much is free below it, as on the forms (templates/pdf/form.css)."""
_BRANCH = 0.68
"""The branch's part of the running head; the year has the rest."""
_GREY, _BLACK = (0.302, 0.302, 0.302), (0.102, 0.102, 0.102)


@cache
def notes_page() -> CompiledForm:
    """One filler page."""
    height = _TEXT.height - (_TITLE_MM + _GAP_MM) * MM
    lines = int(height / (LINE_MM * MM))
    strokes = [Stroke(HEAD, Way.ACROSS, _TEXT.y1 + _HAIRLINE_MM * MM, _TEXT.x0, _TEXT.x1)]
    strokes += [
        Stroke(WRITING, Way.ACROSS, _TEXT.y0 + line * height / lines, _TEXT.x0, _TEXT.x1) for line in range(lines)
    ]
    content = zlib.compress(b"q\n%s\nQ" % draw(strokes), 9)
    page = CompiledPage(
        round(PORTRAIT.width * MM, 2),
        round(PORTRAIT.height * MM, 2),
        content,
        (round((PORTRAIT.right - PORTRAIT.left) * MM, 2), 0.0),
    )
    return CompiledForm("", (page,), (), _slots(), {})


def _slots() -> tuple[SlotBox, ...]:
    """The same as on the forms' pages."""
    head = _TEXT.y1 + _HEAD_MM * MM
    middle = _TEXT.x0 + _TEXT.width * _BRANCH
    foot = (PORTRAIT.bottom - _FOOT_MM) / 2 * MM
    return (
        _slot("title", (_TEXT.x0, _TEXT.y1 - _TITLE_MM * MM, _TEXT.x1, _TEXT.y1), Align.CENTER, Face.SONG_BLACK),
        _slot("branch", (_TEXT.x0, head, middle, head + 4.5 * MM), Align.LEFT),
        _slot("mark", (middle, head, _TEXT.x1, head + 4.5 * MM), Align.RIGHT),
        _slot("folio", (_TEXT.x0, foot, _TEXT.x1, foot + _FOOT_MM * MM), Align.CENTER),
    )


def _slot(name: str, place: tuple[float, float, float, float], align: Align, face: Face = Face.SONG) -> SlotBox:
    rect = Rect(*(round(v, 2) for v in place))
    titled = face is Face.SONG_BLACK
    return SlotBox(name, 0, rect, 18.0 if titled else 9.0, face, align, _BLACK if titled else _GREY)
