"""The table of contents: chapters and forms with their pages, dotted leaders, and links."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generators.pdf.compiled import MM, Rect
from generators.pdf.drawing import text_line
from generators.pdf.glyphs import width
from generators.pdf.syntax import numbers
from generators.typeset.fonts import Face

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generators.pdf.compiled import CompiledForm, SlotBox
    from generators.pdf.glyphs import Letters
    from generators.pdf.volume import Copy, MakeUp

SLOT = "contents"
"""Name of the slot the lines are drawn in."""

_CHAPTER_MM = 10.5
"""Height of a chapter's line."""
_FORM_MM = 8.0
"""Height of a form's line."""
_CODE_MM, _NAME_MM = 7.5, 20.0
"""Where form numbers and names begin."""
_GAP_MM = 2.0
"""Free space on both ends of a leader."""
_DIGITS = "零一二三四五六七八九"


@dataclass(frozen=True)
class Line:
    """A line: a chapter, or a form with its number."""

    code: str
    """Empty for a chapter."""
    text: str
    prefix: str
    """The copy it leads to."""

    @property
    def height(self) -> float:
        """Height in points."""
        return (_FORM_MM if self.code else _CHAPTER_MM) * MM


def contents_lines(make_up: MakeUp) -> list[Line]:
    """A line for each chapter and one for each of its forms, however many copies there are."""
    lines = []
    chapters = [part for part in make_up.parts if not part.front]
    for number, part in enumerate(chapters, start=1):
        lines.append(Line("", f"{chinese_number(number)}、{part.title}", part.copies[0].prefix))
        listed: dict[str, Copy] = {}
        for copy in part.copies:
            listed.setdefault(copy.compiled.form, copy)
        lines += [Line(form, copy.name, copy.prefix) for form, copy in listed.items()]
    return lines


def contents_pages(lines: Sequence[Line], compiled: CompiledForm) -> list[list[Line]]:
    """The lines page by page; a chapter's line never stands last on a page. At least one page, even without lines."""
    pages: list[list[Line]] = [[]]
    room = capacity = _slot(compiled).rect.height
    for line, following in zip(lines, [*lines[1:], None], strict=False):
        needed = line.height + (following.height if following and not line.code else 0)
        if pages[-1] and needed > room:
            pages.append([])
            room = capacity
        pages[-1].append(line)
        room -= line.height
    return pages


def has_contents(compiled: CompiledForm) -> bool:
    """Whether a form holds the table of contents."""
    return any(slot.name == SLOT for slot in compiled.slots)


def draw_contents(
    lines: Sequence[Line], rect: Rect, size: float, pages: Mapping[str, int], letters: Letters
) -> tuple[bytes, list[tuple[str, Rect]]]:
    """Operators that show the lines from the top of `rect`, and the places that lead to a copy (its prefix)."""
    parts, links = [b"0.1 g 0.1 G\n"], []
    top = rect.y1
    for line in lines:
        # A chapter's line has its extra space above it, which the first line of a page does not need.
        height = line.height if line is not lines[0] else _FORM_MM * MM
        top -= height
        place = Rect(rect.x0, top, rect.x1, top + height)
        parts.append(_drawn(line, place, size, str(pages[line.prefix]), letters))
        links.append((line.prefix, place))
    return b"".join(parts), links


def chinese_number(number: int) -> str:
    """1 → 一, 12 → 十二, 20 → 二十; up to 99."""
    tens, ones = divmod(number, 10)
    head = ("" if tens == 1 else _DIGITS[tens]) + "十" if tens else ""
    return head + (_DIGITS[ones] if ones else "")


def _drawn(line: Line, place: Rect, size: float, page: str, letters: Letters) -> bytes:
    """A line's operators."""
    face = Face.SONG if line.code else Face.HEI
    baseline = place.y0 + 2.2 * MM
    start = place.x0 + (_NAME_MM * MM if line.code else 0)
    parts = [text_line(line.text, face, size, (start, baseline), letters)]
    if line.code:
        parts.append(text_line(line.code, Face.SONG, size, (place.x0 + _CODE_MM * MM, baseline), letters))
    page_start = place.x1 - width(page, Face.SONG) * size
    parts.append(text_line(page, Face.SONG, size, (page_start, baseline), letters))
    leader = (start + width(line.text, face) * size + _GAP_MM * MM, page_start - _GAP_MM * MM)
    if leader[1] > leader[0]:
        # Round dots on a grid shared by all lines, so that leaders stand in columns.
        phase = (leader[0] - place.x0) % 4
        path = (numbers((phase,)), numbers((leader[0], baseline + 1)), numbers((leader[1], baseline + 1)))
        parts.append(b"q 1 J 0.7 w [0 4] %s d %s m %s l S Q\n" % path)
    return b"".join(parts)


def _slot(compiled: CompiledForm) -> SlotBox:
    return next(slot for slot in compiled.slots if slot.name == SLOT)
