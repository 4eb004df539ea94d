"""Laying a procedure out as a swimlane chart: posts are columns, stages bands, and every step has its row."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from generators.chart.bands import bands, least_height, margin, ordinal
from generators.chart.edges import Wiring
from generators.chart.flow import flow
from generators.chart.geometry import Anchor, Box, Chart, Lane, Rect, Text
from generators.chart.grid import Grid
from generators.chart.rows import rows, set_heights
from generators.chart.style import ASK_PAD_X, CHANNEL, GAP, HEAD, HEADING, SMALL, TEXT, TURN
from generators.chart.tracks import plan_tracks
from generators.chart.wrap import words
from generators.model.procedure import END

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generators.chart.flow import Exit, Flow, Node
    from generators.chart.rows import Cell, Row
    from generators.chart.wrap import Words
    from generators.model.post import Post
    from generators.model.procedure import Procedure

STAGE_WIDTH = 540.0
"""Width to aim at for the chart of one stage, px."""
_WHOLE, _STAGE_BOX = (980.0, 92.0, 168.0), (80.0, 150.0)
"""Width to aim at and the least and greatest width of a box for the whole chart; the latter for one stage, px."""
_FIRST = 16.0
"""From the heads to the first row."""
_ABOVE_RULE, _BELOW_RULE = 14.0, TURN + 12.0
"""From the last row of a stage to its lower side, and from there to the first row of the next."""


def lay_out(
    procedure: Procedure,
    posts: Mapping[str, Post],
    others: Mapping[str, Procedure] | None = None,
    stage_width: float = STAGE_WIDTH,
) -> Chart:
    """The chart of a procedure, with a chart for each of its stages.

    `posts` must have every post that acts; targets of answers must exist (the content checker has seen to both).
    `others` are the procedures that may take over where this one ends, to name them. `stage_width` is what the chart
    of a stage aims at (px): the narrower, the more lines its texts take.
    """
    stages = tuple(lay_out_part(procedure, posts, others, stage, stage_width) for stage in range(len(procedure.stages)))
    return replace(lay_out_part(procedure, posts, others), stages=stages)


def lay_out_part(
    procedure: Procedure,
    posts: Mapping[str, Post],
    others: Mapping[str, Procedure] | None = None,
    stage: int | None = None,
    stage_width: float = STAGE_WIDTH,
) -> Chart:
    """One chart alone: of the whole procedure, or of the stage with this index."""
    course = flow(procedure, posts, stage, titles={p.id: p.title for p in (others or {}).values()})
    box_width = _box_width(course, _WHOLE if stage is None else (stage_width, *_STAGE_BOX))
    made = rows(course, box_width)
    row_of = {cell.node.index: index for index, row in enumerate(made) for cell in row.cells}
    tracks = plan_tracks(made, len(course.lanes), row_of)
    for row in made:
        set_heights(row)
    heading = None if stage is None else _heading(procedure, stage)
    titles = [words(post.title, box_width + GAP - 12, HEAD) for post in course.lanes]
    head = Rect(0, heading.rect.bottom + 8 if heading else 1, 0, max(t.height for t in titles) + 16)
    middles, tops = _stack(made, head.bottom, [0.0 if heading else least_height(t) for t in course.stages])
    left = margin(course.stages, [b - a for a, b in pairwise(tops)]) if stage is None else 0.0
    grid = Grid(made, tracks, row_of, box_width, left)
    bounds = grid.boundaries()
    wiring = Wiring(made, row_of, grid, middles)
    return Chart(
        id=procedure.id if stage is None else f"{procedure.id}-{stage + 1}",
        title=f"{procedure.title}流程图" + (f"：{heading.words.lines[0]}" if heading and heading.words.lines else ""),
        summary=_summary(course),
        width=max(grid.right, heading.rect.right if heading else 0) + 1,
        height=tops[-1] + 1,
        heading=heading,
        lanes=tuple(
            _lane(post, title, head._replace(x=a, w=b - a), tops[-1])
            for post, title, (a, b) in zip(course.lanes, titles, pairwise(bounds), strict=True)
        ),
        bands=bands(course.stages, tops, left, bounds[-1]) if stage is None else (),
        boxes=tuple(_box(c, course, grid, y) for row, y in zip(made, middles, strict=True) for c in row.cells),
        edges=tuple(wiring.edges),
        labels=tuple(wiring.labels),
        marks=tuple(wiring.marks),
    )


def _lane(post: Post, title: Words, head: Rect, bottom: float) -> Lane:
    return Lane(post.id, head._replace(h=bottom - head.y), head, Text(title, head.cx, head.cy - title.height / 2))


def _heading(procedure: Procedure, stage: int) -> Text:
    numeral = f"{ordinal(stage)}、" if len(procedure.stages) > 1 else ""
    return Text(words(numeral + procedure.stages[stage].title, 1e6, HEADING), 1, 2, Anchor.START)


def _box_width(course: Flow, limits: tuple[float, float, float]) -> float:
    """As wide as the longest text wants on one line, within what the number of lanes allows."""
    aim, least, most = limits
    allowed = min(most, max(least, (aim - 90) // len(course.lanes) - GAP))
    wanted = max(max(TEXT.width(n.step.text), SMALL.width(n.step.within or "")) for n in course.nodes) + 2 * ASK_PAD_X
    return min(allowed, max(least, wanted))


def _stack(made: Sequence[Row], head: float, least: Sequence[float]) -> tuple[list[float], list[float]]:
    """The middle of each row, and the top of each stage with the bottom of the last one.

    `least` has the least height of each stage.
    """
    middles, tops = [], [head + 4]
    y = tops[0] + _FIRST
    for row, after in zip(made, [*made[1:], None], strict=True):
        middles.append(y + row.up)
        y += row.up + row.low
        if after and after.last.node.stage == row.last.node.stage:
            y += CHANNEL
        else:
            y = max(y + _ABOVE_RULE, tops[-1] + least[row.last.node.stage])
            tops.append(y)
            y += _BELOW_RULE
    return middles, tops


def _box(cell: Cell, course: Flow, grid: Grid, y: float) -> Box:
    node, middle = cell.node, grid.middle(cell.node.lane)
    top = y - sum(t.height for t in cell.texts) / 2
    texts = []
    for block in cell.texts:
        texts.append(Text(block, middle, top))
        top += block.height
    return Box(
        step=node.step.id,
        rect=Rect(middle - cell.w / 2, y - cell.h / 2, cell.w, cell.h),
        number=node.number,
        terminal=node.terminal,
        texts=tuple(texts),
        name=_name(node, course.lanes[node.lane]),
    )


def _name(node: Node, post: Post) -> str:
    """What a screen reader says of a box; it does not see the edges, so a question's answers are told."""
    step = node.step
    head = "判断" if node.number is None else f"第{node.number}步"
    within = f"，{step.within}" if step.within else ""
    answers = [f"{e.label}，{_told(e)}" for e in node.exits if e.label]
    return f"{head}：{step.text}（{post.title}{within}）{'；'.join(answers)}"


def _told(leaving: Exit) -> str:
    if leaving.procedure:
        return leaving.goal
    return "流程终止" if leaving.to == END else f"到{leaving.goal}"


def _summary(course: Flow) -> str:
    steps = sum(node.number is not None for node in course.nodes)
    return f"{len(course.lanes)}个岗位，{steps}步，{len(course.nodes) - steps}处判断。文字版见步骤列表。"
