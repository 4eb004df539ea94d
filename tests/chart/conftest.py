"""A small notation for procedures, and the eye that looks a chart over for faults."""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import TYPE_CHECKING, Any

import pytest

from generators.chart.geometry import Point, Rect
from generators.chart.style import NOTCH, NUMBER
from generators.model.post import Post
from generators.model.procedure import Procedure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from generators.chart.geometry import Box, Chart, Text


def posts_named(*titles: str) -> dict[str, Post]:
    """Posts `p0`, `p1`, … from left to right."""
    duty = {"text": "负责", "verified": "practice"}
    common = {"kind": "个人", "summary": "示例", "duties": [duty], "reviewed": "2026"}
    return {
        f"p{rank}": Post.model_validate({**common, "id": f"p{rank}", "title": title, "rank": rank})
        for rank, title in enumerate(titles)
    }


def procedure_of(
    stages: Mapping[str, list[dict[str, Any]]], title: str = "示例", identifier: str = "example"
) -> Procedure:
    """A procedure from stage titles and steps."""
    return Procedure.model_validate(
        {
            "id": identifier,
            "title": title,
            "aliases": ["示例"],
            "summary": "示例",
            "who": "示例支部",
            "owner": "p0",
            "reviewed": "2026",
            "basis": [],
            "stages": [{"title": name, "steps": steps} for name, steps in stages.items()],
        }
    )


def notation(text: str) -> Procedure:
    """A procedure from lines `# 阶段`, `a p0 做什么 @时限` and `b p1 问什么？ 是>c 否>end`."""
    stages: dict[str, list[dict[str, Any]]] = {}
    for line in filter(None, map(str.strip, text.splitlines())):
        if line.startswith("#"):
            stages[line[1:].strip()] = []
            continue
        step, post, what, *rest = line.split()
        answers = [dict(zip(("label", "to"), part.split(">"), strict=True)) for part in rest if ">" in part]
        limits = [part[1:] for part in rest if part.startswith("@")]
        made: dict[str, Any] = {"id": step, "post": post, **({"within": limits[0]} if limits else {})}
        made |= {"ask": what, "answers": answers} if answers else {"do": what}
        stages[list(stages)[-1]].append(made)
    return procedure_of(stages)


@pytest.fixture(scope="session")
def read_procedure() -> Callable[[str], Procedure]:
    return notation


@pytest.fixture(scope="session")
def make_procedure() -> Callable[..., Procedure]:
    return procedure_of


@pytest.fixture(scope="session")
def make_posts() -> Callable[..., dict[str, Post]]:
    return posts_named


@pytest.fixture(scope="session")
def faults() -> Callable[[Chart], list[str]]:
    """Everything that is wrong with a chart's geometry, in words."""

    def look(chart: Chart) -> list[str]:
        eye = _Eye(chart)
        return [*eye.outside(), *eye.texts(), *eye.overlaps(), *eye.crossings(), *eye.shared_lines(), *eye.far_labels()]

    return look


class _Eye:
    def __init__(self, chart: Chart) -> None:
        self.chart = chart
        self.marks = [mark.rect for mark in chart.marks]
        self.labels = {f"label {label.source}>{label.target}": ink(label.text) for label in chart.labels}

    def outside(self) -> Iterator[str]:
        """What the picture cuts off."""
        chart = self.chart
        whole = Rect(0, 0, chart.width, chart.height)
        rects = [box.rect for box in chart.boxes] + [number(box) for box in chart.boxes if box.number]
        rects += self.marks + list(self.labels.values()) + [lane.rect for lane in chart.lanes]
        rects += [lane.head for lane in chart.lanes] + [band.label for band in chart.bands]
        rects += [Rect(p.x, p.y, 0, 0) for edge in chart.edges for p in edge.points]
        rects += [ink(chart.heading)] if chart.heading else []
        yield from (f"{rect} outside {whole}" for rect in rects if not within(rect, whole))

    def texts(self) -> Iterator[str]:
        """Texts that pass the edge of what holds them."""
        for box in self.chart.boxes:
            for text in box.texts:
                for line in lines(text):
                    if not within(line, box.rect) or not in_shape(box, line):
                        yield f"text of {box.step} passes its box"
        held = [(mark.text, mark.rect) for mark in self.chart.marks]
        held += [(lane.title, lane.head) for lane in self.chart.lanes]
        held += [(column, band.label) for band in self.chart.bands for column in band.columns]
        held += [(band.numeral, band.label) for band in self.chart.bands if band.numeral]
        yield from (f"{text.words.lines} passes {rect}" for text, rect in held if not within(ink(text), rect))

    def overlaps(self) -> Iterator[str]:
        """Things that lie on each other."""
        things = {box.step: box.rect for box in self.chart.boxes} | self.labels
        things |= {f"mark {i}": rect for i, rect in enumerate(self.marks)}
        for (a, left), (b, right) in combinations(things.items(), 2):
            if meets(left, right):
                yield f"{a} lies on {b}"
        for box in self.chart.boxes:
            if box.number:
                yield from (
                    f"{name} lies on the number of {box.step}"
                    for name, rect in things.items()
                    if name != box.step and meets(number(box), rect)
                )
        below = max((lane.head.bottom for lane in self.chart.lanes), default=0)
        yield from (f"{name} lies on the heads" for name, rect in things.items() if rect.y < below)
        margin = max((band.label.right for band in self.chart.bands), default=0)
        yield from (f"{name} lies in the margin" for name, rect in things.items() if rect.x < margin)

    def crossings(self) -> Iterator[str]:
        """Edges through boxes, marks, numbers or answers."""
        still = self.labels | {f"mark {i}": rect for i, rect in enumerate(self.marks)}
        still |= {f"number of {box.step}": shrunk(number(box), 1.5) for box in self.chart.boxes if box.number}
        for edge in self.chart.edges:
            for a, b in pairwise(edge.points):
                if a.x != b.x and a.y != b.y:
                    yield f"{edge.source}>{edge.target} runs askew"
                segment = shrunk(Rect(min(a.x, b.x), min(a.y, b.y), abs(a.x - b.x), abs(a.y - b.y)), 0.01)
                yield from (
                    f"{edge.source}>{edge.target} runs through {box.step}"
                    for box in self.chart.boxes
                    if cuts(box, a, b)
                )
                yield from (
                    f"{edge.source}>{edge.target} runs through {name}"
                    for name, rect in still.items()
                    if meets(segment, rect)
                )

    def shared_lines(self) -> Iterator[str]:
        """Edges that lie on each other although they lead to different places."""
        pieces = [(edge, a, b) for edge in self.chart.edges for a, b in pairwise(edge.points)]
        for (one, a, b), (other, c, d) in combinations(pieces, 2):
            if one is other or (one.target == other.target and one.target != "end"):
                continue
            for along, across in ((0, 1), (1, 0)):
                if a[across] == b[across] and c[across] == d[across] and abs(a[across] - c[across]) < 4:
                    shared = min(max(a[along], b[along]), max(c[along], d[along])) - max(
                        min(a[along], b[along]), min(c[along], d[along])
                    )
                    if shared > 0.5:
                        yield f"{one.source}>{one.target} lies on {other.source}>{other.target}"

    def far_labels(self) -> Iterator[str]:
        """Answers that do not stand beside their own edge."""
        for label in self.chart.labels:
            own = min(
                distance(ink(label.text), a, b)
                for edge in self.chart.edges
                if (edge.source, edge.target) == (label.source, label.target)
                for a, b in pairwise(edge.points)
            )
            if own > 14:
                yield f"the answer {label.text.words.lines} stands {own} px from its edge"


def ink(text: Text) -> Rect:
    """What the glyphs of a text cover: the lines without the white between them."""
    slack = (text.words.type.leading - text.words.type.size) / 2
    return Rect(text.rect.x, text.rect.y + slack, text.rect.w, text.rect.h - 2 * slack)


def lines(text: Text) -> Iterator[Rect]:
    """What the glyphs of each line cover."""
    style = text.words.type
    for index, line in enumerate(text.words.lines):
        wide = style.width(line)
        yield Rect(
            text.x - wide / 2, text.y + index * style.leading + (style.leading - style.size) / 2, wide, style.size
        )


def number(box: Box) -> Rect:
    """The square around a box's number."""
    return Rect(box.rect.x + 2 - NUMBER, box.rect.y + 2 - NUMBER, 2 * NUMBER, 2 * NUMBER)


def within(inner: Rect, outer: Rect) -> bool:
    """Whether `inner` lies in `outer`, a hundredth of a pixel let pass."""
    return (
        inner.x >= outer.x - 0.01
        and inner.y >= outer.y - 0.01
        and inner.right <= outer.right + 0.01
        and inner.bottom <= outer.bottom + 0.01
    )


def meets(a: Rect, b: Rect) -> bool:
    """Whether two rectangles share ground."""
    return a.x < b.right and b.x < a.right and a.y < b.bottom and b.y < a.bottom


def shrunk(rect: Rect, by: float) -> Rect:
    """The rectangle, smaller by `by` on every side; a line stays a thin rectangle."""
    cut_x, cut_y = min(by, rect.w / 2 - 0.001), min(by, rect.h / 2 - 0.001)
    return Rect(rect.x + cut_x, rect.y + cut_y, rect.w - 2 * cut_x, rect.h - 2 * cut_y)


def half_width(box: Box, y: float) -> float:
    """From a box's middle to its side, at the height `y`."""
    cut = 0 if box.number else NOTCH * abs(y - box.rect.cy) / (box.rect.h / 2)
    return box.rect.w / 2 - cut


def in_shape(box: Box, line: Rect) -> bool:
    """Whether a line of text lies in the box's shape, hexagons at their cut corners too."""
    return all(abs(line.cx - box.rect.cx) + line.w / 2 <= half_width(box, y) + 0.01 for y in (line.y, line.bottom))


def cuts(box: Box, a: Point, b: Point) -> bool:
    """Whether the piece from a to b runs inside the box, more than half a pixel deep."""
    steps = 12
    for i in range(steps + 1):
        x, y = a.x + (b.x - a.x) * i / steps, a.y + (b.y - a.y) * i / steps
        if abs(y - box.rect.cy) < box.rect.h / 2 - 0.5 and abs(x - box.rect.cx) < half_width(box, y) - 0.5:
            return True
    middle = Rect(min(a.x, b.x), min(a.y, b.y), abs(a.x - b.x), abs(a.y - b.y))
    return meets(shrunk(middle, 0.01), shrunk(box.rect, NOTCH + 1))


def distance(rect: Rect, a: Point, b: Point) -> float:
    """From a rectangle to an upright or level piece."""
    dx = max(rect.x - max(a.x, b.x), min(a.x, b.x) - rect.right, 0)
    dy = max(rect.y - max(a.y, b.y), min(a.y, b.y) - rect.bottom, 0)
    return float(dx + dy)
