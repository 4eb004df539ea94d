"""The branch's name in running heads: written once for each place it has on the paper, called from every page."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generators.pdf.compiled import SlotBox
from generators.pdf.drawing import slot_text
from generators.pdf.objects import stream_body
from generators.pdf.syntax import numbers, reference
from generators.pdf.widgets import FONTS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generators.pdf.compiled import Align, Rect
    from generators.pdf.glyphs import Letters
    from generators.typeset.fonts import Face


class Head(NamedTuple):
    """A place for the branch's name."""

    rect: Rect
    size: float
    face: Face
    align: Align
    color: tuple[float, float, float]


class Heads:
    """The places for the branch's name in a document."""

    def __init__(self) -> None:
        self._names: dict[Head, str] = {}

    def call(self, slot: SlotBox, shift: tuple[float, float]) -> bytes:
        """The operator that shows the name in a slot of a page that moves by `shift`."""
        head = Head(slot.rect.moved(shift), slot.size, slot.face, slot.align, slot.color)
        name = self._names.setdefault(head, f"Head{len(self._names) + 1}")
        return b"/%s Do\n" % name.encode("ascii")

    def names(self) -> Mapping[Head, str]:
        """All places, with the names that pages call them by."""
        return dict(self._names)


def head_stream(head: Head, says: str, letters: Letters) -> bytes:
    """What a call shows (ISO 32000-1, 8.10)."""
    rect = head.rect
    slot = SlotBox("branch", 0, rect, head.size, head.face, head.align, head.color)
    box = numbers((rect.x0, rect.y0 - head.size, rect.x1, rect.y1 + head.size))
    resources = b"<</Font %s>>" % reference(FONTS)
    entries = {"Type": b"/XObject", "Subtype": b"/Form", "BBox": b"[%s]" % box, "Resources": resources}
    return stream_body(slot_text(slot, says, rect, letters), entries, plain=True)
