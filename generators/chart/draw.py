"""A chart as inline SVG: presentation attributes from the palette, class names for the page's own colours, no style."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from generators.chart.geometry import Anchor
from generators.chart.palette import PALETTE
from generators.chart.style import CORNER, NOTCH, NUMBER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generators.chart.geometry import Band, Box, Chart, Edge, Lane, Mark, Point, Rect, Text

SITE_FONTS = "'PingFang SC','Microsoft YaHei','Noto Sans CJK SC','Source Han Sans SC',sans-serif"
"""Font families of the readers' own machines."""

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML document may contain (XML 1.0, production 2)."""
_BASELINE = 0.36
"""From the middle of a line down to its baseline, in em: hanzi then stand in the middle."""
_PAUSES = tuple("，、。；：")
_ARROW, _ARROW_HALF = 8.0, 3.6
"""Length and half width of an arrowhead."""


def svg(chart: Chart, *, stage: int | None = None, font_family: str = SITE_FONTS) -> str:
    """The chart as an `<svg>` element for an HTML page; `stage` is an index into the procedure's stages.

    Every numbered box is a link to `#step-<id>`. Ids begin with `chart-<procedure id>`, so that several charts may
    stand on one page.
    """
    shown = chart if stage is None else chart.stages[stage]
    return "".join(_document(shown, font_family))


def _document(chart: Chart, font_family: str) -> Iterator[str]:
    name = f"chart-{_text(chart.id)}"
    size = f"{_n(chart.width)} {_n(chart.height)}"
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="chart" role="group" viewBox="0 0 {size}" '
        f'width="{_n(chart.width)}" height="{_n(chart.height)}" aria-labelledby="{name}-title {name}-desc" '
        f'font-family="{_text(font_family)}" text-anchor="middle">'
        f'<title id="{name}-title">{_text(chart.title)}</title><desc id="{name}-desc">{_text(chart.summary)}</desc>'
        f'<rect class="chart-ground" width="{_n(chart.width)}" height="{_n(chart.height)}" {_fill("ground")}/>'
    )
    if chart.heading:
        yield _words(chart.heading, "stage-text")
    yield from map(_lane, range(len(chart.lanes)), chart.lanes)
    yield from map(_band, range(len(chart.bands)), chart.bands)
    yield from _edges(chart.edges)
    yield from map(_box, chart.boxes)
    if chart.labels or chart.marks:  # told by the names of the questions they belong to
        yield '<g aria-hidden="true">'
        yield from map(_mark, chart.marks)
        yield from (_words(label.text, "label") for label in chart.labels)
        yield "</g>"
    yield "</svg>"


def _lane(index: int, lane: Lane) -> str:
    strip = f'<rect class="chart-lane" {_at(lane.rect)} {_fill("lane")}/>' if index % 2 == 0 else ""
    head = lane.head
    cell = f'<rect class="chart-head" {_at(head._replace(x=head.x + 1, w=head.w - 2))} rx="4" {_fill("head")}/>'
    return f"{strip}{cell}{_words(lane.title, 'head-text')}"


def _band(index: int, band: Band) -> str:
    label = band.label._replace(y=band.label.y + 2, h=band.label.h - 4, w=band.label.w - 6)
    rule = (
        f'<path class="chart-rule" d="M{_n(label.right)} {_n(band.rect.y)}H{_n(band.rect.right)}" {_line("rule")}/>'
        if index
        else ""
    )
    cell = f'<rect class="chart-stage" {_at(label)} rx="4" {_fill("stage")}/>'
    numeral = _words(band.numeral, "number") if band.numeral else ""
    return rule + cell + numeral + "".join(_words(column, "stage-text") for column in band.columns)


def _edges(edges: Sequence[Edge]) -> Iterator[str]:
    for back, name, dash in ((False, "on", ""), (True, "back", ' stroke-dasharray="6 3"')):
        lines = "".join(_path(e.points, arrow=e.arrow) for e in edges if e.back == back)
        heads = "".join(_arrow(*e.points[-2:]) for e in edges if e.back == back and e.arrow)
        if lines:
            yield f'<path class="chart-{name}" d="{lines}" {_line(name)} stroke-width="1.5"{dash}/>'
            yield f'<path class="chart-{name}-tip" d="{heads}" {_fill(name)}/>'


def _path(points: Sequence[Point], *, arrow: bool) -> str:
    """Upright and level pieces with round bends; an arrow's tip is left to its head."""
    parts = [f"M{_n(points[0].x)} {_n(points[0].y)}"]
    for before, at, after in zip(points, points[1:], points[2:], strict=False):
        into, out = _toward(at, before, _bend(before, at, after)), _toward(at, after, _bend(before, at, after))
        parts.append(f"L{_n(into[0])} {_n(into[1])}Q{_n(at.x)} {_n(at.y)} {_n(out[0])} {_n(out[1])}")
    end = _toward(points[-1], points[-2], _ARROW - 1) if arrow else points[-1]
    parts.append(f"L{_n(end[0])} {_n(end[1])}")
    return "".join(parts)


def _bend(before: Point, at: Point, after: Point) -> float:
    """The radius of a bend: no more than half of the shorter piece beside it."""
    return min(CORNER, _span(before, at) / 2, _span(at, after) / 2)


def _span(a: Point, b: Point) -> float:
    return abs(a.x - b.x) + abs(a.y - b.y)


def _toward(start: Point, goal: Point, distance: float) -> tuple[float, float]:
    """The place `distance` px from `start` on the way to `goal`."""
    share = distance / (_span(start, goal) or 1)
    return start.x + (goal.x - start.x) * share, start.y + (goal.y - start.y) * share


def _arrow(before: Point, tip: Point) -> str:
    x, y = _toward(tip, before, _ARROW)
    dx, dy = (0.0, _ARROW_HALF) if before.y == tip.y else (_ARROW_HALF, 0.0)
    return f"M{_n(tip.x)} {_n(tip.y)}L{_n(x - dx)} {_n(y - dy)}L{_n(x + dx)} {_n(y + dy)}Z"


def _box(box: Box) -> str:
    rect, ask = box.rect, box.number is None
    inner = "".join(
        _words(text, ("ask-text" if ask else "text") if index == 0 else "small") for index, text in enumerate(box.texts)
    )
    if ask:
        corners = ((rect.x, rect.cy), (rect.x + NOTCH, rect.y), (rect.right - NOTCH, rect.y), (rect.right, rect.cy),
                   (rect.right - NOTCH, rect.bottom), (rect.x + NOTCH, rect.bottom))  # fmt: skip
        points = " ".join(f"{_n(x)},{_n(y)}" for x, y in corners)
        shape = f'<polygon class="chart-ask" points="{points}" {_fill("ask")} stroke="{PALETTE["ask-line"]}" stroke-width="1.3"/>'
    else:
        radius, line = (16.0, "number") if box.terminal else (CORNER, "box-line")
        shape = (
            f'<rect class="chart-{"terminal" if box.terminal else "box"}" {_at(rect)} rx="{_n(radius)}" {_fill("box")} '
            f'stroke="{PALETTE[line]}" stroke-width="1.3"/>'
            f'<circle class="chart-number" cx="{_n(rect.x + 2)}" cy="{_n(rect.y + 2)}" r="{_n(NUMBER)}" {_fill("number")}/>'
            f'<text class="chart-number-text" x="{_n(rect.x + 2)}" y="{_n(rect.y + 6)}" font-size="11" font-weight="700" '
            f"{_fill('number-text')}>{box.number}</text>"
        )
    return f'<a class="chart-step" href="#step-{_text(box.step)}" aria-label="{_text(box.name)}">{shape}{inner}</a>'


def _mark(mark: Mark) -> str:
    name = "end" if mark.end else "away"
    return (
        f'<rect class="chart-{name}" {_at(mark.rect)} rx="{_n(min(mark.rect.h / 2, 11))}" {_fill(name)} '
        f'stroke="{PALETTE["number"]}" stroke-width="1.2"/>{_words(mark.text, name + "-text")}'
    )


def _words(text: Text, colour: str) -> str:
    style = text.words.type
    first = text.y + style.leading / 2 + style.size * _BASELINE
    anchor = "" if text.anchor is Anchor.MIDDLE else f' text-anchor="{text.anchor.value}"'
    weight = ' font-weight="700"' if style.bold else ""
    lines = text.words.lines
    if len(lines) == 1:
        place, inner = f'x="{_n(text.x)}" y="{_n(first)}" ', _text(lines[0])
    else:
        place = ""
        inner = "".join(
            f'<tspan x="{_n(text.x + _optical(text, line))}" y="{_n(first + i * style.leading)}">{_text(line)}</tspan>'
            for i, line in enumerate(lines)
        )
    return f'<text class="chart-{colour}" {place}font-size="{_n(style.size)}"{weight}{anchor} {_fill(colour)}>{inner}</text>'


def _optical(text: Text, line: str) -> float:
    """A pause mark leaves the right half of its square empty; a centred line that ends with one moves by half of that."""
    return text.words.type.size / 4 if text.anchor is Anchor.MIDDLE and line[-1:] in _PAUSES else 0.0


def _fill(colour: str) -> str:
    return f'fill="{PALETTE[colour]}"'


def _line(colour: str) -> str:
    return f'fill="none" stroke="{PALETTE[colour]}"'


def _at(rect: Rect) -> str:
    return f'x="{_n(rect.x)}" y="{_n(rect.y)}" width="{_n(rect.w)}" height="{_n(rect.h)}"'


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _text(value: str) -> str:
    return escape(_NOT_XML.sub("\ufffd", value), {'"': "&quot;"})
