from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from generators.chart import PALETTE, lay_out, svg, svg_for_page

if TYPE_CHECKING:
    from collections.abc import Callable

    from syrupy.assertion import SnapshotAssertion

    from generators.chart.geometry import Chart
    from generators.model.library import Library
    from generators.model.procedure import Procedure

SVG = "{http://www.w3.org/2000/svg}"
ANY_TEXT = st.text(st.characters(min_codepoint=1, exclude_categories=()), min_size=1, max_size=12)


class PictureFile(SingleFileSnapshotExtension):
    file_extension = "svg"
    _write_mode = WriteMode.TEXT


@pytest.fixture(scope="module")
def chart(read_procedure: Callable[[str], Procedure], make_posts: Callable[..., Any]) -> Chart:
    procedure = read_procedure(
        """
        # 申请
        ask p0 递交申请 @当天
        check p2 逐项审查全部材料
        # 审批
        good p2 材料齐全吗？ 齐全>decide 不全>check 作废>end
        decide p1 审批决定
        """
    )
    return lay_out(procedure, make_posts("申请人", "基层党委", "支委会"))


def tree(text: str) -> etree._Element:
    return etree.fromstring(text.encode())


def test_a_small_chart_looks_as_agreed(chart: Chart, snapshot: SnapshotAssertion) -> None:
    assert svg(chart) == snapshot(extension_class=PictureFile)


def test_the_same_chart_gives_the_same_bytes(chart: Chart) -> None:
    assert svg(chart) == svg(chart)


def test_every_box_is_a_link_with_a_name(chart: Chart) -> None:
    links = [(a.get("href"), a.get("aria-label")) for a in tree(svg(chart)).iter(f"{SVG}a")]
    assert links == [
        ("#step-ask", "第1步：递交申请（申请人，当天）"),
        ("#step-check", "第2步：逐项审查全部材料（支委会）"),
        ("#step-good", "判断：材料齐全吗？（支委会）齐全，到第3步；不全，到第2步；作废，流程终止"),
        ("#step-decide", "第3步：审批决定（基层党委）"),
    ]


def test_on_its_page_a_box_is_named_by_its_step_and_coloured_by_the_style(chart: Chart) -> None:
    root = tree(svg_for_page(chart))
    links = [(a.get("href"), a.get("aria-labelledby"), a.get("aria-label")) for a in root.iter("a")]
    assert links == [(f"#step-{n}", f"step-{n}", None) for n in ("ask", "check", "good", "decide")]
    assert not {name for element in root.iter() for name in element.attrib} & {"fill", "stroke", "font-size"}


def test_on_its_page_another_procedure_is_a_link(
    make_procedure: Callable[..., Procedure], make_posts: Callable[..., Any]
) -> None:
    answers = [{"label": "是", "to": "end", "procedure": "transfer"}, {"label": "否", "to": "end"}]
    asked = {"id": "a", "post": "p0", "ask": "要转走吗？", "answers": answers}
    chart = lay_out(make_procedure({"阶段": [asked]}), make_posts("书记"))
    (link,) = [a for a in tree(svg_for_page(chart)).iter("a") if a.get("class") == "chart-other"]
    assert link.get("href") == "transfer.html"
    assert "".join(map(str, link.itertext())) == "转「另一项流程」"
    assert [a.get("href") for a in tree(svg(chart)).iter(f"{SVG}a")] == ["#step-a"]


def test_the_picture_has_a_title_and_a_description(chart: Chart) -> None:
    root = tree(svg(chart))
    names = (root.get("aria-labelledby") or "").split()
    said = {element.get("id"): element.text for element in root if element.get("id")}
    assert root.get("role") == "group"
    assert [said[name] for name in names] == ["示例流程图", "3个岗位，3步，1处判断。文字版见步骤列表。"]


def test_charts_of_one_procedure_share_no_id(chart: Chart) -> None:
    pictures = [svg(chart), svg(chart, stage=0), svg(chart, stage=1)]
    ids = [element.get("id") for picture in pictures for element in tree(picture).iter() if element.get("id")]
    assert len(ids) == len(set(ids)) == 6


def test_every_colour_is_of_the_palette_and_every_class_has_our_prefix(chart: Chart) -> None:
    for element in tree(svg(chart)).iter():
        for attribute in ("fill", "stroke"):
            assert element.get(attribute, "none") in {"none", *PALETTE.values()}
        for name in (element.get("class") or "").split():
            assert name == "chart" or name.startswith("chart-")
    assert all(re.fullmatch("#[0-9a-f]{6}", colour) for colour in PALETTE.values())


def test_nothing_is_styled_scripted_or_fetched(chart: Chart) -> None:
    for element in tree(svg(chart)).iter():
        assert element.tag.removeprefix(SVG) not in {"style", "script", "image", "use", "foreignObject"}
        assert not {"style", "onclick", "onload"} & set(element.attrib)
    assert set(re.findall("https?://[^\"']*", svg(chart))) == {"http://www.w3.org/2000/svg"}


def test_the_font_family_is_a_parameter(chart: Chart) -> None:
    assert tree(svg(chart, font_family='"Zhibu Hei"')).get("font-family") == '"Zhibu Hei"'


def test_loop_backs_are_dashed_and_ways_on_are_not(chart: Chart) -> None:
    lines = {p.get("class"): p.get("stroke-dasharray") for p in tree(svg(chart)).iter(f"{SVG}path")}
    assert lines["chart-back"] == "6 3"
    assert lines["chart-on"] is None


def test_the_charts_of_the_handbook_parse_and_say_every_step(library: Library) -> None:
    for procedure in library.procedure.values():
        chart = lay_out(procedure, library.post)
        said = "".join("".join(map(str, tree(svg(chart)).itertext())).split())
        for step in procedure.steps():
            assert "".join(step.text.split()) in said
        for stage in range(len(procedure.stages)):
            tree(svg(chart, stage=stage))


@given(text=ANY_TEXT, label=ANY_TEXT, title=ANY_TEXT, limit=ANY_TEXT)
@settings(max_examples=150, deadline=None, derandomize=True)
def test_whatever_the_texts_hold_the_picture_is_good_xml(
    text: str,
    label: str,
    title: str,
    limit: str,
    make_procedure: Callable[..., Procedure],
    make_posts: Callable[..., Any],
) -> None:
    try:
        posts = make_posts(title)
        procedure = make_procedure(
            {
                title: [
                    {
                        "id": "a",
                        "post": "p0",
                        "ask": text,
                        "within": limit,
                        "answers": [{"label": label, "to": "a"}] * 2,
                    }
                ]
            },
            title,
        )
    except ValueError:  # the model takes no lone surrogates
        return
    chart = lay_out(procedure, posts)
    for picture in (svg(chart), svg(chart, stage=0)):
        tree(picture)


@pytest.mark.parametrize(("text", "said"), [("<b>&\"'", "<b>&\"'"), ("会\x0b议\ufffe", "会\ufffd议\ufffd")])
def test_signs_of_xml_are_escaped_and_what_xml_forbids_is_replaced(
    text: str, said: str, make_procedure: Callable[..., Procedure], make_posts: Callable[..., Any]
) -> None:
    procedure = make_procedure({"阶段": [{"id": "a", "post": "p0", "do": "办理"}]}, text)
    root = tree(svg(lay_out(procedure, make_posts("申请人"))))
    assert root[0].text == f"{said}流程图"
