"""A chart as inline SVG: presentation attributes from the palette, class names for the page's own colours, no style."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from generators.chart.geometry import Anchor
from generators.chart.lines import arrowhead, polyline, px
from generators.chart.palette import PALETTE
from generators.chart.style import CORNER, MARK_ROUND, NOTCH, NUMBER, TERMINAL_ROUND

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generators.chart.geometry import Band, Box, Chart, Edge, Lane, Mark, Rect, Text
    from generators.chart.wrap import Type

SITE_FONTS = "'PingFang SC','Microsoft YaHei','Noto Sans CJK SC','Source Han Sans SC',sans-serif"
"""Font families of the readers' own machines."""

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML document may contain (XML 1.0, production 2)."""
_ATTRIBUTES = re.compile(
    r' (?:(?:xmlns|font-family|fill|stroke|font-size|font-weight|stroke-width|stroke-dasharray)="[^"]*"'
    r'|text-anchor="middle")'
)
"""What the page's style says as well."""
_LABEL = re.compile(r'href="#(step-[^"]*)" aria-label="[^"]*"')
_MARK = re.compile(r'(<g transform="[^"]*") data-procedure="([^"]*)"(>.*?</g>)')
_BASELINE = 0.36
"""From the middle of a line down to its baseline, in em: hanzi then stand in the middle."""
_PAUSES = frozenset("，、。；：")
"""Marks that leave the right half of their square empty."""


def svg(chart: Chart, *, stage: int | None = None, font_family: str = SITE_FONTS) -> str:
    """The chart as an `<svg>` element for an HTML page; `stage` is an index into the procedure's stages.

    Every box is a link to `#step-<id>`. Ids begin with `chart-<procedure id>`, so that several charts may stand on one
    page. Class names are `chart-` and a name of the palette.
    """
    return "".join(_document(chart if stage is None else chart.stages[stage], font_family))


def svg_for_page(chart: Chart, *, stage: int | None = None) -> str:
    """The chart for the procedure's own page, lighter.

    The page's style (handbook.css) has its colours and letters, the headings of its steps (`step-<id>`) name its boxes,
    and a mark for another procedure is a link to that procedure's page.
    """
    light = _ATTRIBUTES.sub("", svg(chart, stage=stage))
    linked = _MARK.sub(r'<a class="chart-other" href="\2.html">\1\3</a>', light)
    return _LABEL.sub(r'href="#\1" aria-labelledby="\1"', linked)


def _document(chart: Chart, font_family: str) -> Iterator[str]:
    name, w, h = f"chart-{_text(chart.id)}", px(chart.width), px(chart.height)
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="chart" role="group" width="{w}" height="{h}" '
        f'viewBox="0 0 {w} {h}" aria-labelledby="{name}-title {name}-desc" '
        f'font-family="{_text(font_family)}">'
        f'<title id="{name}-title">{_text(chart.title)}</title><desc id="{name}-desc">{_text(chart.summary)}</desc>'
        f'<rect {_paint("ground")} width="{w}" height="{h}"/>'
    )
    if chart.heading:
        yield _words(chart.heading, "stage-text")
    yield from map(_lane, range(len(chart.lanes)), chart.lanes)
    yield from map(_band, range(len(chart.bands)), chart.bands)
    yield from _edges(chart.edges)
    yield from map(_box, chart.boxes)
    yield from (_mark(mark) for mark in chart.marks if mark.procedure)
    if chart.labels or chart.marks:
        yield '<g aria-hidden="true">'  # the names of the questions tell their answers
        yield from (_mark(mark) for mark in chart.marks if not mark.procedure)
        yield from (_words(label.text, "label") for label in chart.labels)
        yield "</g>"
    yield "</svg>"


def _lane(index: int, lane: Lane) -> str:
    strip = "" if index % 2 else f"<rect {_paint('lane')} {_at(lane.rect)}/>"
    head = lane.head._replace(x=lane.head.x + 1, w=lane.head.w - 2)
    return f'{strip}<rect {_paint("head")} {_at(head)} rx="4"/>{_words(lane.title, "head-text")}'


def _band(index: int, band: Band) -> str:
    label = band.label._replace(y=band.label.y + 2, h=band.label.h - 4, w=band.label.w - 6)
    rule = f"M{px(label.right)} {px(band.rect.y)}H{px(band.rect.right)}" if index else ""
    return "".join(
        (
            f'<path {_stroke("rule")} d="{rule}"/>' if rule else "",
            f'<rect {_paint("stage")} {_at(label)} rx="4"/>',
            _words(band.numeral, "stage-text") if band.numeral else "",
            *(_words(column, "stage-text") for column in band.columns),
        )
    )


def _edges(edges: Sequence[Edge]) -> Iterator[str]:
    for back, colour, dash in ((False, "on", ""), (True, "back", ' stroke-dasharray="6 3"')):
        chosen = [edge for edge in edges if edge.back == back]
        if chosen:
            lines = "".join(polyline(edge.points, arrow=edge.arrow) for edge in chosen)
            heads = "".join(arrowhead(*edge.points[-2:]) for edge in chosen if edge.arrow)
            yield f'<path {_stroke(colour)} stroke-width="1.5"{dash} d="{lines}"/>'
            yield f'<path class="chart-{colour}-tip" fill="{PALETTE[colour]}" d="{heads}"/>'


def _box(box: Box) -> str:
    """A box around its own middle, so that boxes of one size are drawn by the same words, which a page packs well."""
    own = _around_middle(box)
    if own.number is None:
        shape, colour = _hexagon(own.rect), "ask-text"
    else:
        shape, colour = _numbered(own, own.number), "text"
    texts = "".join(_words(text, "small" if index else colour) for index, text in enumerate(own.texts))
    head = f'<a class="chart-step" href="#step-{_text(box.step)}" aria-label="{_text(box.name)}">'
    return f"{head}<g {_moved(box.rect)}>{shape}{texts}</g></a>"


def _around_middle(box: Box) -> Box:
    texts = tuple(text._replace(x=text.x - box.rect.cx, y=text.y - box.rect.cy) for text in box.texts)
    return box._replace(rect=_centred(box.rect), texts=texts)


def _centred(rect: Rect) -> Rect:
    return rect._replace(x=-rect.w / 2, y=-rect.h / 2)


def _moved(rect: Rect) -> str:
    return f'transform="translate({px(rect.cx)} {px(rect.cy)})"'


def _hexagon(rect: Rect) -> str:
    left, right = rect.x + NOTCH, rect.right - NOTCH
    middle, top, bottom = rect.cy, rect.y, rect.bottom
    corners = ((rect.x, middle), (left, top), (right, top), (rect.right, middle), (right, bottom), (left, bottom))
    points = " ".join(f"{px(x)},{px(y)}" for x, y in corners)
    return f'<polygon {_paint("ask", "ask-line")} points="{points}"/>'


def _numbered(box: Box, number: int) -> str:
    x, y = box.rect.x + 2, box.rect.y + 2
    line, radius = ("number", TERMINAL_ROUND) if box.terminal else ("box-line", CORNER)
    return (
        f'<rect {_paint("box", line)} {_at(box.rect)} rx="{px(radius)}"/>'
        f'<circle {_paint("number")} cx="{px(x)}" cy="{px(y)}" r="{px(NUMBER)}"/>'
        f'<text {_paint("number-text")} font-size="11" font-weight="700" text-anchor="middle" '
        f'x="{px(x)}" y="{px(y + 4)}">{number}</text>'
    )


def _mark(mark: Mark) -> str:
    colour = "end" if mark.end else "away"
    text = mark.text._replace(x=mark.text.x - mark.rect.cx, y=mark.text.y - mark.rect.cy)
    shape = f'<rect {_paint(colour, "number")} {_at(_centred(mark.rect))} rx="{px(MARK_ROUND)}"/>'
    other = f' data-procedure="{mark.procedure}"' if mark.procedure else ""
    return f"<g {_moved(mark.rect)}{other}>{shape}{_words(text, f'{colour}-text')}</g>"


def _words(text: Text, colour: str) -> str:
    """A text; it states its anchor itself, as WeasyPrint loses the shapes of a link that inherits one."""
    style, lines = text.words.type, text.words.lines
    y = text.y + style.leading / 2 + style.size * _BASELINE
    head = f"<text {_paint(colour)} {_type(style, text.anchor)}"
    if len(lines) == 1:
        return f'{head} x="{px(text.x)}" y="{px(y)}">{_text(lines[0])}</text>'
    spans = [head, ">"]
    for line in lines:
        spans.append(f'<tspan x="{px(text.x + _optical(text, line))}" y="{px(y)}">{_text(line)}</tspan>')
        y += style.leading
    spans.append("</text>")
    return "".join(spans)


def _optical(text: Text, line: str) -> float:
    """How far a centred line that ends with a pause mark moves to look centred."""
    return text.words.type.size / 4 if line[-1] in _PAUSES and text.anchor is Anchor.MIDDLE else 0.0


@cache
def _type(style: Type, anchor: Anchor) -> str:
    weight = ' font-weight="700"' if style.bold else ""
    return f'font-size="{px(style.size)}"{weight} text-anchor="{anchor.value}"'


@cache
def _paint(colour: str, line: str = "") -> str:
    """Class and colours of a shape, with an outline if `line` names its colour."""
    outline = f' stroke="{PALETTE[line]}" stroke-width="1.3"' if line else ""
    name = f"chart-{colour}" + (" chart-terminal" if colour == "box" and line == "number" else "")
    return f'class="{name}" fill="{PALETTE[colour]}"{outline}'


@cache
def _stroke(colour: str) -> str:
    return f'class="chart-{colour}" fill="none" stroke="{PALETTE[colour]}"'


def _at(rect: Rect) -> str:
    return f'x="{px(rect.x)}" y="{px(rect.y)}" width="{px(rect.w)}" height="{px(rect.h)}"'


@lru_cache(maxsize=8192)
def _text(value: str) -> str:
    return escape(_NOT_XML.sub("\ufffd", value), {'"': "&quot;"})
