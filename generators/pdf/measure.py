"""Reading the places of fields and slots off a laid-out document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from generators.pdf.compiled import Align, Rect, SlotBox
from generators.typeset.fonts import Face

if TYPE_CHECKING:
    from collections.abc import Iterator

PT = 0.75
"""Points in a CSS pixel."""

_FACES = {
    ("Zhibu Song", False): Face.SONG,
    ("Zhibu Song", True): Face.SONG_BLACK,
    ("Zhibu Hei", False): Face.HEI,
    ("Zhibu Hei", True): Face.HEI_BOLD,
    ("Zhibu Kai", False): Face.KAI,
}

_ALIGNS = {"left": Align.LEFT, "start": Align.LEFT, "center": Align.CENTER, "right": Align.RIGHT, "end": Align.RIGHT}


@dataclass(frozen=True)
class Spot:
    """A measured box that a field is put into."""

    page: int
    rect: Rect
    size: float
    align: Align
    leading: float


@dataclass(frozen=True)
class Sheet:
    """What a page's margins say."""

    width: float
    height: float
    shift: tuple[float, float]


def sheets(document: Any) -> tuple[Sheet, ...]:
    """The pages' sizes in points, and how their content moves when the binding is on the other side."""
    return tuple(_sheet(page._page_box) for page in document.pages)  # noqa: SLF001 # WeasyPrint's boxes have no public door


def spots(document: Any) -> dict[str, Spot]:
    """Field name → its place: the element that has it as `data-field`, without the padding on its left and right."""
    found = {}
    for number, height, box in marked(document, "data-field"):
        leading = float(box.element.get("data-leading") or 0)
        place = outer(box, height)
        inner = Rect(place.x0 + box.padding_left * PT, place.y0, place.x1 - box.padding_right * PT, place.y1)
        found[box.element.get("data-field")] = Spot(number, inner, _size(box), _align(box), leading)
    return found


def slots(document: Any) -> tuple[SlotBox, ...]:
    """The places of elements that have `data-slot`, page by page."""
    return tuple(
        SlotBox(
            name=box.element.get("data-slot"),
            page=number,
            rect=_points(box.content_box_x(), box.content_box_y(), box.width, box.height, height),
            size=_size(box),
            face=_face(box),
            align=_align(box),
            color=tuple(round(float(c), 4) for c in box.style["color"].to("srgb").coordinates),  # type: ignore[arg-type]
        )
        for number, height, box in marked(document, "data-slot")
    )


def free_height(document: Any, page: int) -> float:
    """Points between the lowest box of a page's text and the page's lower margin."""
    page_box = document.pages[page]._page_box  # noqa: SLF001
    lowest = max(_bottom(box) for box in _inside(page_box))
    bottom: float = page_box.content_box_y() + page_box.height
    return (bottom - lowest) * PT


def outer(box: Any, page_height: float) -> Rect:
    """A box with its padding, in points."""
    return _points(box.border_box_x(), box.border_box_y(), box.border_width(), box.border_height(), page_height)


def marked(document: Any, attribute: str) -> Iterator[tuple[int, float, Any]]:
    """The outermost box of each element that has the attribute; a running element has one on every page."""
    for number, page in enumerate(document.pages):
        page_box = page._page_box  # noqa: SLF001
        seen = set()
        for box in page_box.descendants():
            element = box.element
            if element is None or box.element_tag != element.tag or element in seen:
                continue
            seen.add(element)
            if element.get(attribute):
                yield number, page_box.margin_height(), box


def _inside(page_box: Any) -> Iterator[Any]:
    """The boxes of the page's own text, without those that stretch over the whole page."""
    html = page_box.children[0]
    for box in html.descendants():
        if box.element_tag not in {"html", "body", "section"} and box.is_in_normal_flow():
            yield box


def _bottom(box: Any) -> float:
    bottom: float = box.position_y + box.margin_height()
    return bottom


def _sheet(page_box: Any) -> Sheet:
    """Bound on the long side: the margins that differ are left and right, on a landscape page top and bottom."""
    width, height = page_box.margin_width() * PT, page_box.margin_height() * PT
    if width < height:
        shift = ((page_box.margin_right - page_box.margin_left) * PT, 0.0)
    else:
        shift = (0.0, (page_box.margin_top - page_box.margin_bottom) * PT)
    return Sheet(round(width, 2), round(height, 2), (round(shift[0], 2), round(shift[1], 2)))


def _points(x: float, y: float, width: float, height: float, page_height: float) -> Rect:
    """CSS pixels from the upper left corner → points from the lower left one, to a hundredth."""
    top, left = (page_height - y) * PT, x * PT
    return Rect(round(left, 2), round(top - height * PT, 2), round(left + width * PT, 2), round(top, 2))


def _size(box: Any) -> float:
    return round(float(box.style["font_size"]) * PT, 2)


def _align(box: Any) -> Align:
    return _ALIGNS[box.style["text_align_all"]]


def _face(box: Any) -> Face:
    return _FACES[box.style["font_family"][0], box.style["font_weight"] >= 600]
