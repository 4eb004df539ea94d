from __future__ import annotations

import base64
import re
from dataclasses import replace
from io import BytesIO

import pikepdf
import pymupdf
import pytest

from generators.problems import ZhibuError
from generators.signs.finish import RICH_BLACK
from generators.signs.finish import finish as finished
from generators.signs.painting import painted
from generators.signs.printing import CONDITION, Passport, printing_profile
from generators.signs.sheet import Sheet
from generators.signs.tooling import LAYER, SPOT, without_tooling
from generators.typeset.press import render_pdf

SHEET = Sheet(width=100, height=60, bleed=5, margin=20, marked=True)
DOT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8Dwn4EIwDiqkL4KAcT9BAH0a8GUAAAAAElFTkSuQmCC"
)


PASSPORT = Passport("样（示例）", "2026-01-02")


def finish(content: bytes, sheet: Sheet = SHEET, *, outline: bool = False) -> bytes:
    return finished(content, sheet, PASSPORT, outline=outline)


def printed(body: str, **assets: tuple[bytes, str]) -> bytes:
    html = f"<html lang=zh><style>@page{{size:140mm 100mm;margin:0}}</style>{body}"
    return render_pdf(html, title="样", assets=assets)


def the_boxes_are_exact() -> None:
    with pikepdf.open(BytesIO(finish(printed("<p>党"), SHEET))) as pdf:
        page = pdf.pages[0]
        for box, edges in (
            (page.trimbox, (20, 20, 120, 80)),
            (page.bleedbox, (15, 15, 125, 85)),
            (page.mediabox, (0, 0, 140, 100)),
        ):
            assert [float(v) * 25.4 / 72 for v in box] == pytest.approx(edges, abs=0.01)


def the_engines_black_becomes_key() -> None:
    with pikepdf.open(BytesIO(finish(printed("<p>党"), SHEET))) as pdf:
        operators = [
            (str(i.operator), [float(v) for v in i.operands])
            for i in pikepdf.parse_content_stream(pdf.pages[0])
            if str(i.operator) in {"k", "rg", "g"}
        ]
    assert ("k", [0, 0, 0, 1]) in operators
    assert all(name == "k" for name, _ in operators)


@pytest.mark.parametrize("style", ["color:#c00", "border:1mm solid rgb(0 0 9)", "background:red"])
def a_screen_colour_is_refused(style: str) -> None:
    with pytest.raises(ZhibuError, match="屏幕颜色 #"):
        finish(printed(f'<p style="{style}">党'), SHEET)


def a_picture_is_refused() -> None:
    with pytest.raises(ZhibuError, match="不能有图片"):
        finish(printed('<img src="asset:dot">', dot=(DOT, "image/png")), SHEET)


def a_gradient_is_refused() -> None:
    with pytest.raises(ZhibuError, match="标识里"):
        finish(printed('<p style="background:linear-gradient(red,blue)">党'), SHEET)


def a_transparent_group_blends_in_cmyk() -> None:
    content = finish(printed('<p style="opacity:.5;color:device-cmyk(0 1 1 0)">党'), SHEET)
    with pikepdf.open(BytesIO(content)) as pdf:
        groups = [item for item in pdf.objects if isinstance(item, pikepdf.Stream) and "/Group" in item]
        assert groups
        assert all(group.Group.CS == "/DeviceCMYK" for group in groups)


def it_is_a_pdfx4_with_its_output_intent() -> None:
    with pikepdf.open(BytesIO(finish(printed("<p>党")))) as pdf:
        intent = pdf.Root.OutputIntents[0]
        assert (str(intent.S), str(intent.OutputConditionIdentifier)) == ("/GTS_PDFX", CONDITION)
        assert intent.DestOutputProfile.read_bytes() == printing_profile()
        assert int(intent.DestOutputProfile.N) == 4
        assert pdf.pdf_version == "1.6"
        assert str(pdf.docinfo["/Trapped"]) == "/False"
        assert str(pdf.docinfo["/CreationDate"]) == "D:20260102000000Z"
        said = pdf.Root.Metadata.read_bytes().decode()
        assert "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>" in said
        assert PASSPORT.title in said
        assert str(pdf.docinfo["/Title"]) == PASSPORT.title
        assert re.search(
            r"<xmpMM:DocumentID>uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}<", said
        )


def the_profile_is_an_output_profile_for_cmyk() -> None:
    profile = printing_profile()
    assert (profile[12:16], profile[16:20], profile[36:40]) == (b"prtr", b"CMYK", b"acsp")
    assert int.from_bytes(profile[:4]) == len(profile)


@pytest.mark.parametrize(("plain", "wanted"), [(True, (0, 0, 0, 1)), (False, RICH_BLACK)])
def test_black_is_what_the_process_wants(plain: bool, wanted: tuple[float, ...]) -> None:
    content = finish(printed("<p style='color:device-cmyk(0 0 0 1)'>党"), replace(SHEET, plain_black=plain))
    with pikepdf.open(BytesIO(content)) as pdf:
        used = [
            tuple(map(float, i.operands))
            for i in pikepdf.parse_content_stream(pdf.pages[0])
            if str(i.operator) == "scn"
        ]
    assert wanted in used


def a_drawing_at_a_tenth_has_boxes_at_a_tenth() -> None:
    with pikepdf.open(BytesIO(finish(printed("<p>党"), replace(SHEET, scale=0.1)))) as pdf:
        assert [float(v) * 25.4 / 72 for v in pdf.pages[0].trimbox] == pytest.approx((2, 2, 12, 8), abs=0.01)
        first = next(iter(pikepdf.parse_content_stream(pdf.pages[0])))
        assert (str(first.operator), float(first.operands[0])) == ("cm", 0.1)


def test_outlined_text_needs_no_font_and_looks_the_same() -> None:
    source = printed("<p style='font:20mm Zhibu Hei;color:device-cmyk(0 1 1 0)'>党支部 2026</p>")
    plain, outlines = finish(source), finish(source, outline=True)
    with pikepdf.open(BytesIO(outlines)) as pdf:
        assert not any(isinstance(o, pikepdf.Dictionary) and "/FontName" in o for o in pdf.objects)
        assert not {str(i.operator) for i in pikepdf.parse_content_stream(pdf.pages[0])} & {"BT", "Tf", "TJ"}
        assert str(pdf.Root.OutputIntents[0].S) == "/GTS_PDFX"
    one, other = (pymupdf.open(stream=pdf, filetype="pdf")[0].get_pixmap(dpi=50).samples for pdf in (plain, outlines))
    assert sum(abs(a - b) > 100 for a, b in zip(one, other, strict=True)) < 0.01 * len(one)


def test_holes_and_cutting_line_stand_on_a_layer_of_their_own() -> None:
    content = finish(printed("<p>党"), replace(SHEET, holes=((8, 8, 5), (92, 8, 5)), cut=True))
    with pikepdf.open(BytesIO(content)) as pdf:
        assert str(pdf.Root.OCProperties.OCGs[0].Name) == LAYER
        assert "/AS" not in pdf.Root.OCProperties.D
        space = pdf.pages[0].Resources.ColorSpace.Tooling
        assert [str(space[0]), str(space[1]), str(space[2])] == ["/Separation", f"/{SPOT}", "/DeviceCMYK"]
        tools = [item for item in painted(pdf.pages[0]) if item.stroke == (1,)]
    mm = 72 / 25.4
    assert [v / mm for v in tools[0].box] == pytest.approx((20, 20, 120, 80), abs=0.01)
    assert [v / mm for v in tools[1].box] == pytest.approx((25.5, 69.5, 30.5, 74.5), abs=0.01)
    assert len(tools) == 3
    with pikepdf.open(BytesIO(without_tooling(content))) as bare:
        assert not [item for item in painted(bare.pages[0]) if item.stroke == (1,)]
