from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generators.chart import lay_out
from generators.chart.geometry import Point
from generators.chart.style import TEXT
from generators.chart.wrap import words

if TYPE_CHECKING:
    from collections.abc import Callable

    from generators.chart.geometry import Chart
    from generators.model.library import Library
    from generators.model.procedure import Procedure

HANZI = "党支部员大会申请审查批准备案公示谈话培养教育考察的和，。；：？！（）《》「」、％…—"
OTHERS = {"short": "转正", "long": "党员领导干部双重组织生活和民主生活会（县处级以上）", "odd": "a1 ，》b"}
"""Other procedures, by their titles."""
TEXTS = st.text(st.sampled_from(HANZI + "ABCabc 0123456789%."), min_size=1, max_size=40)


@st.composite
def stages(draw: st.DrawFn) -> dict[str, list[dict[str, Any]]]:
    """Stages with steps at random posts, and questions whose answers lead anywhere."""
    sizes = draw(st.lists(st.integers(1, 5), min_size=1, max_size=4))
    ids = [f"s{n}" for n in range(sum(sizes))]
    posts = st.sampled_from([f"p{n}" for n in range(draw(st.integers(1, 6)))])
    targets = st.sampled_from([*ids, "end"])
    steps = []
    for name in ids:
        step: dict[str, Any] = {"id": name, "post": draw(posts)}
        if draw(st.booleans()):
            step["within"] = draw(TEXTS)
        if draw(st.booleans()):
            step["do"] = draw(TEXTS)
        else:
            step["ask"] = draw(TEXTS)
            step["answers"] = [_answer(draw, draw(targets)) for _ in range(draw(st.integers(2, 5)))]
        steps.append(step)
    made = {}
    for index, size in enumerate(sizes):
        made[f"{index}{draw(TEXTS)}"], steps = steps[:size], steps[size:]
    return made


def _answer(draw: st.DrawFn, target: str) -> dict[str, str]:
    """An answer; one that ends the procedure may lead to another one."""
    answer = {"label": draw(TEXTS), "to": target}
    if target == "end" and draw(st.booleans()):
        answer["procedure"] = draw(st.sampled_from(sorted(OTHERS)))
    return answer


def bare(text: str) -> str:
    return "".join(text.split())


def shown(chart: Chart) -> set[str]:
    """All texts of a chart, line breaks taken out."""
    texts = [text for box in chart.boxes for text in box.texts] + [label.text for label in chart.labels]
    return {bare("".join(text.words.lines)) for text in texts}


def missing(procedure: Procedure, chart: Chart) -> list[str]:
    """What the procedure says and the chart does not."""
    texts = shown(chart)
    joined = "／".join(texts)
    wanted = [(step.text, step.text) for step in procedure.steps()]
    wanted += [(step.within, step.within) for step in procedure.steps() if step.within]
    gone = [text for text, _ in wanted if bare(text) and bare(text) not in texts]
    taking_over = {mark.procedure for mark in chart.marks}
    gone += [
        f"转{a.procedure}"
        for step in procedure.steps()
        for a in step.answers
        if a.to == "end" and a.procedure and a.procedure not in taking_over
    ]
    gone += [a.label for step in procedure.steps() for a in step.answers if bare(a.label) not in joined]
    edges = {(edge.source, edge.target) for edge in chart.edges}
    gone += [f"{s.id}>{a.to}" for s in procedure.steps() for a in s.answers if (s.id, a.to) not in edges]
    return gone


def test_the_charts_of_the_handbook_have_no_fault(library: Library, faults: Callable[[Chart], list[str]]) -> None:
    assert library.procedure
    for procedure in library.procedure.values():
        chart = lay_out(procedure, library.post, library.procedure)
        for each in (chart, *chart.stages):
            assert faults(each) == [], each.id
        assert missing(procedure, chart) == []


@given(parts=stages())
@settings(max_examples=120, deadline=None, derandomize=True)
def test_no_procedure_whatever_makes_a_faulty_chart(
    parts: dict[str, list[dict[str, Any]]],
    make_procedure: Callable[..., Procedure],
    make_posts: Callable[..., Any],
    faults: Callable[[Chart], list[str]],
) -> None:
    procedure = make_procedure(parts)
    others = {i: make_procedure({"阶段": [{"id": "a", "post": "p0", "do": "办"}]}, t, i) for i, t in OTHERS.items()}
    chart = lay_out(
        procedure, make_posts("申请人", "组织委员", "党支部书记", "支委会", "支部党员大会", "县级党委组织部门"), others
    )
    for each in (chart, *chart.stages):
        assert faults(each) == [], each.id
    assert missing(procedure, chart) == []


@pytest.fixture(scope="module")
def chart(read_procedure: Callable[[str], Procedure], make_posts: Callable[..., Any]) -> Chart:
    procedure = read_procedure(
        """
        # 申请
        ask p0 递交申请 @当天
        check p2 审查材料
        # 审批
        good p2 材料齐全吗？ 齐全>decide 不全>check 作废>end
        decide p1 审批决定
        """
    )
    return lay_out(procedure, make_posts("申请人", "基层党委", "支委会"))


def test_a_stage_chart_has_the_steps_of_its_stage(library: Library) -> None:
    for procedure in library.procedure.values():
        made = [[box.step for box in part.boxes] for part in lay_out(procedure, library.post).stages]
        assert made == [[step.id for step in stage.steps] for stage in procedure.stages]


def test_columns_are_the_posts_that_act_by_rank(chart: Chart) -> None:
    assert [lane.post for lane in chart.lanes] == ["p0", "p1", "p2"]
    assert [lane.post for lane in chart.stages[1].lanes] == ["p1", "p2"]


def test_bands_are_the_stages_with_their_numerals(chart: Chart) -> None:
    assert [band.numeral.words.lines for band in chart.bands if band.numeral] == [("一",), ("二",)]
    assert ["".join(c.words.lines) for band in chart.bands for c in band.columns] == ["申请", "审批"]
    for band, steps in zip(chart.bands, (("ask", "check"), ("good", "decide")), strict=True):
        inside = [box.step for box in chart.boxes if band.rect.y < box.rect.y and box.rect.bottom < band.rect.bottom]
        assert tuple(inside) == steps


def test_questions_have_no_number_and_the_ends_are_round(chart: Chart) -> None:
    assert [(box.step, box.number, box.terminal) for box in chart.boxes] == [
        ("ask", 1, True),
        ("check", 2, False),
        ("good", None, False),
        ("decide", 3, True),
    ]


def test_a_step_farther_right_follows_in_the_same_row(chart: Chart) -> None:
    ask, check, good, _ = chart.boxes
    assert ask.rect.cy == check.rect.cy
    assert good.rect.y > check.rect.bottom


def test_loop_backs_run_dashed_in_the_gutter_right_of_all_lanes(chart: Chart) -> None:
    (back,) = [edge for edge in chart.edges if edge.back]
    assert (back.source, back.target) == ("good", "check")
    assert max(point.x for point in back.points) > chart.lanes[-1].rect.right


def test_an_answer_that_ends_the_procedure_gets_its_mark(chart: Chart) -> None:
    (mark,) = chart.marks
    assert mark.end
    assert mark.text.words.lines == ("终",)


def test_where_another_procedure_takes_over_it_is_named(
    make_procedure: Callable[..., Procedure], make_posts: Callable[..., Any]
) -> None:
    answers = [
        {"label": "满六个月", "to": "end", "procedure": "out"},
        {"label": "补交了", "to": "end"},
        {"label": "不知道", "to": "end", "procedure": "unheard-of"},
    ]
    procedure = make_procedure({"阶段": [{"id": "paid", "post": "p0", "ask": "补交了吗？", "answers": answers}]})
    others = {"out": make_procedure({"阶段": [{"id": "a", "post": "p0", "do": "办"}]}, "处置不合格党员", "out")}
    chart = lay_out(procedure, make_posts("书记"), others)
    said = {("".join(mark.text.words.lines), mark.procedure, mark.end) for mark in chart.marks}
    assert said == {
        ("转「处置不合格党员」", "out", False),
        ("转「另一项流程」", "unheard-of", False),
        ("终", None, True),
    }
    assert "满六个月，转「处置不合格党员」；补交了，流程终止" in chart.boxes[0].name


def test_in_a_stage_chart_what_lies_outside_is_named_by_its_number(chart: Chart) -> None:
    first, second = chart.stages
    assert [mark.text.words.lines for mark in first.marks] == [("第2步后",)]
    assert {mark.text.words.lines for mark in second.marks} == {("第2步",), ("终",)}
    assert first.heading is not None
    assert first.heading.words.lines == ("一、申请",)


def test_a_screen_reader_hears_the_answers(chart: Chart) -> None:
    assert chart.boxes[0].name == "第1步：递交申请（申请人，当天）"
    assert chart.boxes[2].name == "判断：材料齐全吗？（支委会）齐全，到第3步；不全，到第2步；作废，流程终止"


def test_every_chart_has_an_id_of_its_own(chart: Chart) -> None:
    assert [each.id for each in (chart, *chart.stages)] == ["example", "example-1", "example-2"]


def _first_box_on_the_second(chart: Chart) -> Chart:
    first, second, *others = chart.boxes
    return replace(chart, boxes=(first._replace(rect=second.rect), second, *others))


def _lower_edge_cut_off(chart: Chart) -> Chart:
    return replace(chart, height=chart.boxes[-1].rect.cy)


def _answers_far_away(chart: Chart) -> Chart:
    moved = [label._replace(text=label.text._replace(y=label.text.y - 30)) for label in chart.labels]
    return replace(chart, labels=tuple(moved))


def _edge_through_everything(chart: Chart) -> Chart:
    edge = chart.edges[0]
    middle = chart.boxes[0].rect
    return replace(chart, edges=(*chart.edges, edge._replace(points=(Point(0, middle.cy), Point(400, middle.cy)))))


def _loop_back_on_a_way_on(chart: Chart) -> Chart:
    (back,) = [edge for edge in chart.edges if edge.back]
    (way_on,) = [edge for edge in chart.edges if edge.target == "decide"]
    return replace(chart, edges=(*chart.edges, back._replace(points=way_on.points)))


def _text_too_wide(chart: Chart) -> Chart:
    box = chart.boxes[0]
    wide = words("递交申请书和全部证明材料的原件", 1000, TEXT)
    return replace(chart, boxes=(box._replace(texts=(box.texts[0]._replace(words=wide),)), *chart.boxes[1:]))


@pytest.mark.parametrize(
    ("spoil", "fault"),
    [
        (_first_box_on_the_second, "ask lies on check"),
        (_lower_edge_cut_off, "outside"),
        (_answers_far_away, "from its edge"),
        (_edge_through_everything, "runs through ask"),
        (_loop_back_on_a_way_on, "lies on good>check"),
        (_text_too_wide, "text of ask passes its box"),
    ],
)
def test_the_eye_for_faults_sees_them(
    spoil: Callable[[Chart], Chart], fault: str, chart: Chart, faults: Callable[[Chart], list[str]]
) -> None:
    assert any(fault in seen for seen in faults(spoil(chart)))
