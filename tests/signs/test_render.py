from __future__ import annotations

import re
import subprocess
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pikepdf
import pymupdf
import pypdfium2
import pytest

from generators.content.load import read_noun
from generators.model.base import Size
from generators.model.sign import Process, Sign
from generators.plan.kinds import FOLDER, sign_kinds
from generators.plan.signs import planned_for
from generators.problems import ZhibuError
from generators.signs import render_sign, settled
from generators.signs.setting import Fit, TooLongError, compose, vocabulary
from generators.signs.sheet import sheet_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from generators.model.library import Library
    from tests.signs.conftest import Made

MM = 72 / 25.4
RGB_OPERATORS = {"rg", "RG", "g", "G"}


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    text = "".join(document[0].get_textpage().get_text_range().split())
    document.close()
    return text


def letters(pdf: bytes) -> Iterator[tuple[float, pymupdf.Rect]]:
    """Height in mm and place in pt of every run of text."""
    with pymupdf.open(stream=pdf, filetype="pdf") as document:
        for block in document[0].get_text("dict")["blocks"]:
            for line in block.get("lines", ()):
                for span in line["spans"]:
                    if span["text"].strip():
                        yield span["size"] / MM, pymupdf.Rect(span["bbox"])


def trim_on_page(pdf: bytes) -> pymupdf.Rect:
    """The TrimBox with y down, as PyMuPDF places text."""
    with pikepdf.open(BytesIO(pdf)) as document:
        page = document.pages[0]
        x0, y0, x1, y1 = map(float, page.trimbox)
        height = float(page.mediabox[3])
    return pymupdf.Rect(x0, height - y1, x1, height - y0)


def shopped(made: tuple[Made, ...]) -> Iterator[Made]:
    """What a shop gets in real size."""
    for one in made:
        if one.planned.process not in {Process.OFFICE, Process.SCREEN} and one.planned.scale == 1:
            yield one


def every_sign_has_its_boxes_in_millimetres(made: tuple[Made, ...]) -> None:
    for one in shopped(made):
        size, wanted = one.planned.size, sheet_for(one.planned).bleed
        with pikepdf.open(BytesIO(one.pdf)) as document:
            assert len(document.pages) == 1
            page = document.pages[0]
            trim, bleed, media = ([float(v) / MM for v in box] for box in (page.trimbox, page.bleedbox, page.mediabox))
        assert trim[2] - trim[0] == pytest.approx(size.w, abs=0.1)
        assert trim[3] - trim[1] == pytest.approx(size.h, abs=0.1)
        assert [b - t for b, t in zip(bleed, trim, strict=True)] == pytest.approx(
            [-wanted, -wanted, wanted, wanted], abs=0.1
        )
        assert media[0] < bleed[0]
        assert media[2] > bleed[2]


def every_printed_sign_is_cmyk_only(made: tuple[Made, ...]) -> None:
    for one in made:
        if one.planned.process is Process.SCREEN:
            continue
        with pikepdf.open(BytesIO(one.pdf)) as document:
            assert "DeviceRGB" not in "".join(repr(item) for item in document.objects)
            used = {str(i.operator) for i in pikepdf.parse_content_stream(document.pages[0])}
        assert not used & RGB_OPERATORS
        assert used & {"k", "scn"}


def every_font_is_embedded_and_ours(made: tuple[Made, ...]) -> None:
    for one in made:
        with pikepdf.open(BytesIO(one.pdf)) as document:
            descriptors = [
                item for item in document.objects if isinstance(item, pikepdf.Dictionary) and "/FontName" in item
            ]
            assert descriptors
            for descriptor in descriptors:
                assert "+Zhibu" in str(descriptor.FontName)
                assert {"/FontFile2", "/FontFile3"} & set(descriptor.keys())


def every_letter_is_high_enough_and_inside_the_safe_edge(made: tuple[Made, ...]) -> None:
    for one in shopped(made):
        trim = trim_on_page(one.pdf)
        edge = one.planned.kind.safe_mm * MM
        safe = pymupdf.Rect(trim.x0 + edge, trim.y0 + edge, trim.x1 - edge, trim.y1 - edge)
        inside = [(height, place) for height, place in letters(one.pdf) if place.intersects(trim)]
        assert inside
        for height, place in inside:
            assert height >= one.planned.kind.min_letter_mm - 0.05
            middle = (place.x0 + place.x1) / 2, (place.y0 + place.y1) / 2
            assert safe.x0 <= place.x0 <= place.x1 <= safe.x1 + 1
            assert safe.y0 <= middle[1] <= safe.y1


def the_plate_has_the_full_name_from_top_to_bottom(of_kind: Mapping[str, Made]) -> None:
    plate = of_kind["vertical-plate"]
    assert plate.planned.branch.name in text_of(plate.pdf)
    document = pypdfium2.PdfDocument(plate.pdf)
    page = document[0]
    trim, text = page.get_trimbox(), page.get_textpage()
    boxes = [text.get_charbox(index) for index in range(text.count_chars())]
    inside = [box for box in boxes if box[3] - box[1] > 20 * MM]
    document.close()
    assert [box[1] for box in inside] == sorted((box[1] for box in inside), reverse=True)
    assert trim[3] - inside[0][3] == pytest.approx(inside[-1][1] - trim[1], abs=20 * MM)


@pytest.mark.parametrize(
    "name",
    [
        "中国共产党示例市“示例”街道（第12）联合·A2楼宇第一支部委员会",
        "中国共产党示例市（“示例”）《一》【二】、A-2-2027联合支部",
    ],
)
def no_ink_touches_another_on_a_plate(name: str, of_kind: Mapping[str, Made], library: Library) -> None:
    plate = of_kind["vertical-plate"].planned
    named = replace(plate, branch=plate.branch.model_copy(update={"name": name}))
    pdf = render_sign(named, library, outline=True)
    trim = trim_on_page(pdf)
    with pymupdf.open(stream=pdf, filetype="pdf") as document:
        found = [d["rect"] for d in document[0].get_drawings() if d["type"] == "f" and trim.contains(d["rect"])]
    glyphs = sorted((rect for rect in found if rect.height < trim.height / 10), key=lambda rect: rect.y0)
    assert len(glyphs) == len(name)
    for above, below in pairwise(glyphs):
        beside = min(above.y1, below.y1) - max(above.y0, below.y0) > 0.5 * min(above.height, below.height)
        apart = min(abs(above.x1 - below.x0), abs(below.x1 - above.x0)) if beside else below.y0 - above.y1
        assert apart >= 0.02 * plate.kind.min_letter_mm * MM, name
        assert not above.intersects(below), name


def the_rule_board_has_every_clause_in_order(of_kind: Mapping[str, Made]) -> None:
    board = of_kind["rule-board"]
    rule: Any = board.planned.subject
    text = text_of(board.pdf)
    wanted = [
        rule.title,
        *("".join(clause.text.split()) for clause in rule.clauses),
        "依据：",
        board.planned.branch.name,
    ]
    places = [text.find(part) for part in wanted]
    assert -1 not in places
    assert places == sorted(places)


def every_flow_board_has_every_step_and_its_basis(made: tuple[Made, ...], library: Library) -> None:
    boards = [one for one in made if one.planned.kind.id == "flow-board"]
    subjects: list[Any] = [board.planned.subject for board in boards]
    assert [procedure.id for procedure in subjects] == list(boards[0].planned.sign.procedures)
    for board, procedure in zip(boards, subjects, strict=True):
        text = text_of(board.pdf)
        for step in procedure.steps():
            assert "".join(step.text.split()) in text
        assert f"牵头：{library.post[procedure.owner].title}" in text
        assert f"《{library.policy[procedure.basis[0].policy].short}》" in text


def the_shop_is_told_what_it_holds(made: tuple[Made, ...]) -> None:
    for one in shopped(made):
        text = text_of(one.pdf)
        for part in (one.planned.title, f"成品{one.planned.size_text}mm", "比例1:1", one.planned.branch.short):
            assert "".join(part.split()) in text


def it_makes_the_same_bytes_twice(of_kind: Mapping[str, Made], library: Library) -> None:
    for one in of_kind.values():
        assert render_sign(one.planned, library) == one.pdf


def every_sign_passes_qpdf(made: tuple[Made, ...], tmp_path: Path) -> None:
    for number, one in enumerate(made):
        path = tmp_path / f"{number}.pdf"
        path.write_bytes(one.pdf)
        done = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("name", sorted(path.parent.name for path in FOLDER.glob("*/kind.yml")))
def every_kind_renders_its_example(name: str, compared: Library) -> None:
    folder = FOLDER / name
    assert (folder / "README.md").read_text(encoding="utf-8").startswith("# ")
    example = read_noun(folder / "example.yml", Sign, name="S00", shown=f"templates/signs/{name}/example.yml")
    planned = next(one for branch in compared.branch.values() for one in planned_for(example, compared, branch))
    assert planned.kind.id == name
    assert render_sign(settled(planned, compared), compared).startswith(b"%PDF")


def the_readme_explains_every_name_and_ink(of_kind: Mapping[str, Made], library: Library) -> None:
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    table = readme.partition("## 模板里能用的名称")[2]
    explained = set(
        re.findall(r"`(\w+)[(`]", "\n".join(line.split("|")[1] for line in table.splitlines() if "| `" in line))
    )
    assert explained == set(vocabulary(of_kind["vertical-plate"].planned, library, Fit(8)))


def a_name_too_long_for_every_plate_is_refused(of_kind: Mapping[str, Made], library: Library) -> None:
    planned = of_kind["vertical-plate"].planned
    long = replace(
        planned, branch=planned.branch.model_copy(update={"name": "中国共产党" + "示例" * 50 + "支部委员会"})
    )
    with pytest.raises(TooLongError, match=r"放不下：成品 500×3000 毫米，字高要小于 60 毫米；支部全称有 \d+ 个字"):
        settled(long, library)


def a_text_too_long_for_the_usual_size_takes_a_larger_one(of_kind: Mapping[str, Made], library: Library) -> None:
    planned = of_kind["rule-board"].planned
    small = replace(planned, size=Size(w=200, h=300))
    with pytest.raises(TooLongError):
        render_sign(small, library)
    assert settled(small, library).size_text == "400×600"


def a_title_too_long_for_its_line_is_refused(of_kind: Mapping[str, Made], library: Library) -> None:
    planned = of_kind["rule-board"].planned
    rule: Any = planned.subject
    with pytest.raises(ZhibuError, match="放不下的是「示例制度"):
        render_sign(replace(planned, subject=rule.model_copy(update={"title": "示例制度" * 12})), library)


def a_character_that_no_font_has_is_named(of_kind: Mapping[str, Made], library: Library) -> None:
    planned = of_kind["vertical-plate"].planned
    korean = replace(planned, branch=planned.branch.model_copy(update={"name": "中国共产党示例한支部"}))
    with pytest.raises(ZhibuError, match="字体没有的字「한」"):
        render_sign(korean, library)


def the_text_is_never_markup(of_kind: Mapping[str, Made], library: Library) -> None:
    planned = of_kind["rule-board"].planned
    rule: Any = planned.subject
    clause = rule.clauses[0].model_copy(update={"text": "<b>甲</b>&乙<script>"})
    hostile = replace(planned, subject=rule.model_copy(update={"clauses": (clause,), "title": "甲&<乙>"}))
    assert "<script>" not in compose(hostile, library, Fit(8))
    assert "甲&<乙>" in text_of(render_sign(hostile, library))


def a_sprayed_sign_has_a_white_border_and_no_marks(of_kind: Mapping[str, Made], library: Library) -> None:
    planned = of_kind["vertical-plate"].planned
    sprayed = replace(planned, kind=planned.kind.model_copy(update={"process": Process.SPRAYED}))
    with pikepdf.open(BytesIO(render_sign(sprayed, library))) as document:
        page = document.pages[0]
        assert [float(v) for v in page.trimbox] == [float(v) for v in page.bleedbox]
        assert float(page.trimbox[0]) / MM == pytest.approx(100, abs=0.1)
    assert 'class="marks"' not in compose(sprayed, library, Fit(60))
    assert "无出血" in compose(sprayed, library, Fit(60))


@pytest.mark.parametrize("name", ["flow-board", "rule-board"])
def a_kind_that_does_not_suit_the_subject_is_refused(name: str, library: Library, of_kind: Mapping[str, Made]) -> None:
    planned = replace(of_kind["vertical-plate"].planned, kind=sign_kinds()[name])
    rule = replace(planned, subject=next(iter(library.rule.values())))
    wrong = planned if name == "rule-board" else rule
    with pytest.raises(ZhibuError, match=f"式样「{name}」不能用于 subject「branch」"):
        render_sign(wrong, library)
