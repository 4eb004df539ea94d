from __future__ import annotations

import ctypes
import io
import re
import subprocess
from typing import TYPE_CHECKING, Any

import pikepdf
import pymupdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generators import pdf
from generators.model.publication import Publication
from generators.pdf.fields import clean
from generators.plan.book import PlannedChapter
from generators.plan.shape import local_fields
from generators.problems import ZhibuError
from generators.typeset.fonts import Face
from tests.pdf.nouns import CONTENTS, COVER, KNOWN, MEETING, RARE, ROSTER, entries, plan, shape_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from generators.pdf import CompiledForm
    from generators.plan.shape import Shape

REQUIRED, MULTILINE, COMBO, NO_SPELL_CHECK = 1 << 1, 1 << 12, 1 << 17, 1 << 22


def walk(node: Any, before: str = "") -> Iterator[tuple[str, Any]]:
    """The fields of a form by full name."""
    name = f"{before}.{node.T}" if before else str(node.T)
    if "/Kids" not in node:
        yield name, node
        return
    for kid in node.Kids:
        yield from walk(kid, name)


class Fields(dict[str, Any]):
    """The fields of a book by full name; they live as long as the document they belong to."""

    def __init__(self, book: bytes) -> None:
        self.document = pikepdf.open(io.BytesIO(book))
        super().__init__(named for root in self.document.Root.AcroForm.Fields for named in walk(root))


def texts(book: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(book)
    return [page.get_textpage().get_text_bounded() for page in document]


def chapter(*known: tuple[str, str]) -> PlannedChapter:
    return PlannedChapter("组织生活", front=False, entries=entries(MEETING, **dict(known)))


def it_names_the_fields_of_every_copy_as_the_plan_does(book: bytes) -> None:
    planned = [f"{e.prefix}.{local.name}" for e in plan().entries() for local in local_fields(e.shape)]
    assert list(Fields(book)) == planned
    assert len(set(planned)) == len(planned)


def it_lists_the_fields_of_a_page_in_reading_order(book: bytes) -> None:
    document = pikepdf.open(io.BytesIO(book))
    page = document.pages[3]
    assert page.Tabs == pikepdf.Name.S
    meeting = [name for name in Fields(book) if name.startswith("R92.02.")]
    on_page = [f"R92.02.{name}" for name in (_local(widget) for widget in page.Annots)]
    assert on_page == meeting


def _local(widget: Any) -> str:
    parts = [str(widget.T)]
    while "/Parent" in widget:
        widget = widget.Parent
        parts.insert(0, str(widget.T))
    return ".".join(parts[2:])


def it_tells_readers_what_each_field_takes(book: bytes) -> None:
    made = Fields(book)
    date, place, record = made["R92.01.date"], made["R92.01.place"], made["R92.01.record"]
    assert str(date.TU) == "日期（会议当日）"
    assert date.Ff == REQUIRED | NO_SPELL_CHECK
    assert place.MaxLen == 10
    assert record.Ff == REQUIRED | MULTILINE | NO_SPELL_CHECK
    mode = made["R92.01.mode"]
    assert (mode.FT, mode.Ff) == (pikepdf.Name.Ch, COMBO | NO_SPELL_CHECK)
    assert [str(option) for option in mode.Opt] == ["", "现场", "线上"]
    assert str(mode.V) == "线上"


def it_ticks_the_boxes_that_are_known_and_no_others(book: bytes) -> None:
    made = Fields(book)
    states = {name: str(made[f"R92.01.{name}"].AS) for name in ("parts.1", "parts.2", "open", "votes.01.how.1")}
    assert states == {"parts.1": "/Yes", "parts.2": "/Off", "open": "/Yes", "votes.01.how.1": "/Off"}
    for name in states:
        box = made[f"R92.01.{name}"]
        assert set(box.AP.N.keys()) == {"/Yes", "/Off"}
        assert box.V == box.AS


def it_lets_chinese_be_typed_with_a_font_that_is_not_embedded(book: bytes) -> None:
    made = Fields(book)
    form = made.document.Root.AcroForm
    assert "/NeedAppearances" not in form
    font = form.DR.Font.SongStd
    assert font.Encoding == pikepdf.Name("/UniGB-UTF16-H")
    assert "/FontFile3" not in font.DescendantFonts[0].FontDescriptor
    assert b"<5100> <51FF> <5100>" in font.ToUnicode.read_bytes()
    date, note = made["R92.01.date"], made["R92.01.votes.01.note"]
    assert str(date.DA) == "/SongStd 10.5 Tf 0 g"
    assert "/AP" in date
    assert "/AP" not in note


def it_types_on_the_ruled_lines(book: bytes, compiled: Mapping[Shape, CompiledForm]) -> None:
    record = next(f for f in compiled[shape_of(MEETING)].fields if f.name == "record")
    made = Fields(book)
    alias = re.match(r"/(\S+) ([\d.]+) Tf", str(made["R92.01.record"].DA))
    assert alias
    font = made.document.Root.AcroForm.DR.Font[f"/{alias[1]}"]
    descriptor = font.DescendantFonts[0].FontDescriptor
    line = (float(descriptor.Ascent) - float(descriptor.Descent)) / 1000 * float(alias[2])
    assert line == pytest.approx(record.leading, abs=0.02)


def it_keeps_two_fonts_for_each_face_one_of_them_shared_by_many_books(book: bytes) -> None:
    document = pikepdf.open(io.BytesIO(book))
    assert len({page.Resources.objgen for page in document.pages}) == 1
    programs = [o for o in document.objects if isinstance(o, pikepdf.Stream) and o.get("/Subtype") == "/CIDFontType0C"]
    names = {str(name)[1:] for name in document.pages[0].Resources.Font}
    assert len(programs) == len(names)
    assert {name.removesuffix("1") for name in names} <= {face.name for face in Face}


def it_shares_the_pages_of_all_copies(book: bytes) -> None:
    document = pikepdf.open(io.BytesIO(book))
    assert len({page.Contents[1].objgen for page in document.pages[2:5]}) == 1


def it_moves_even_pages_to_the_other_binding(book: bytes) -> None:
    made = Fields(book)
    odd, even = made["R92.01.date"].Rect, made["R92.02.date"].Rect
    assert float(odd[0]) - float(even[0]) == pytest.approx(14 / 25.4 * 72, abs=0.05)
    assert odd[1] == even[1]


def it_stamps_branch_year_title_and_page_number(book: bytes) -> None:
    page = texts(book)[3]
    assert "中国共产党示例村支部委员会" in page
    assert re.search(r"2027年度\s*R92", page)
    assert "党员大会记录（第2次）" in page
    assert re.search(r"第 4 页\s*共 8 页", page)
    assert "页" not in texts(book)[0].replace("首页", "")


def it_counts_the_pages_of_the_contents_right(book: bytes) -> None:
    pages = texts(book)
    listed = dict(re.findall(r"(R9\d) \S+ (\d+)\r\n", pages[1]))
    assert listed == {"R92": "3", "R93": "6"}
    for form, number in listed.items():
        assert f"第 {number} 页" in pages[int(number) - 1]
        assert form in pages[int(number) - 1]
        assert form not in pages[int(number) - 2] or number == "3"


def it_leads_from_the_contents_to_the_pages(book: bytes) -> None:
    document = pymupdf.open(stream=book)
    links = document[1].get_links()
    assert [link["page"] for link in links] == [2, 2, 5, 5]
    assert document.resolve_names()["R92.03"]["page"] == 4


def it_marks_chapters_and_copies_for_the_side_bar(book: bytes) -> None:
    toc = pymupdf.open(stream=book).get_toc()
    assert toc[:4] == [
        [1, "封面", 1],
        [1, "目录", 2],
        [1, "一、组织生活", 3],
        [2, "R92 党员大会记录（第1次）", 3],
    ]
    assert toc[-2:] == [[1, "二、党员队伍", 6], [2, "R93 党员名册", 6]]


def it_labels_pages_as_they_are_printed(book: bytes) -> None:
    document = pypdfium2.PdfDocument(book)
    labels = [document.get_page_label(number) for number in range(len(document))]
    assert labels == ["封面", "2", "3", "4", "5", "6", "7", "8"]


def it_says_whose_book_it_is_and_of_which_date(book: bytes) -> None:
    document = pikepdf.open(io.BytesIO(book))
    assert str(document.docinfo["/Title"]) == "工作实录（2027年度 示例村党支部）"
    assert str(document.docinfo["/Author"]) == "中国共产党示例村支部委员会"
    assert str(document.docinfo["/CreationDate"]) == "D:20261122000000+08'00'"
    assert str(document.Root.Lang) == "zh-CN"
    assert document.Root.ViewerPreferences.DisplayDocTitle


def it_is_accepted_by_qpdf(book: bytes, tmp_path: Path) -> None:
    path = tmp_path / "book.pdf"
    path.write_bytes(book)
    done = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def it_gives_the_same_bytes_twice(book: bytes, compiled: Mapping[Shape, CompiledForm]) -> None:
    assert pdf.assemble_book(plan(), compiled) == book


def it_can_be_assembled_from_json(book: bytes, compiled: Mapping[Shape, CompiledForm]) -> None:
    sent = {shape: pdf.CompiledForm.from_json(form.to_json()) for shape, form in compiled.items()}
    assert pdf.assemble_book(plan(), sent) == book


def it_shows_known_values_in_poppler(book: bytes, tmp_path: Path) -> None:
    path = tmp_path / "book.pdf"
    path.write_bytes(book)
    done = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True)
    shown = done.stdout
    for value in ("2027年3月5日", "示例村党群服务中心", "线上", "讨论发展党员工作", f"李{RARE}"):
        assert value in shown


def it_shows_known_values_in_pdfium(book: bytes, compiled: Mapping[Shape, CompiledForm]) -> None:
    document = pypdfium2.PdfDocument(book)
    document.init_forms()
    page = document[5]
    field = next(f for f in compiled[shape_of(ROSTER)].fields if f.name == "members.02.name").rect.moved(
        (0, 14 * 72 / 25.4)
    )
    with_forms, without = (page.render(scale=2, may_draw_forms=forms).to_numpy() for forms in (True, False))
    height = page.get_height()
    box = slice(int((height - field.y1) * 2), int((height - field.y0) * 2)), slice(int(field.x0 * 2), int(field.x1 * 2))
    assert (without[box] < 100).sum() == 0
    assert (with_forms[box] < 100).sum() > 300


def it_shows_known_values_in_mupdf(book: bytes) -> None:
    document = pymupdf.open(stream=book)
    values = {widget.field_name: widget.field_value for page in document for widget in page.widgets()}
    assert values["R93.01.members.02.name"] == f"李{RARE}"
    assert values["R92.03.record"] == KNOWN["R92"]["record"]
    shown = "".join(document[5].get_text(clip=widget.rect) for widget in document[5].widgets())
    assert f"李{RARE}" in shown


def it_takes_typed_chinese_and_gives_it_back(book: bytes) -> None:
    document = pymupdf.open(stream=book)
    page = document[3]
    for widget in page.widgets():
        if widget.field_name == "R92.02.votes.01.note":
            widget.field_value = "会后补记"
            widget.update()
    saved = document.tobytes()
    kept = Fields(saved)
    assert str(kept["R92.02.votes.01.note"].V) == "会后补记"
    again = pymupdf.open(stream=saved)[3]
    assert "会后补记" in "".join(again.get_text(clip=widget.rect) for widget in again.widgets())


def it_takes_chinese_typed_in_chromes_reader(book: bytes, compiled: Mapping[Shape, CompiledForm]) -> None:
    document = pypdfium2.PdfDocument(book)
    document.init_forms()
    page = document[2]
    spot = next(f for f in compiled[shape_of(MEETING)].fields if f.name == "votes.02.note").rect
    x, y = (spot.x0 + spot.x1) / 2, (spot.y0 + spot.y1) / 2
    form = document.formenv
    pypdfium2.raw.FORM_OnLButtonDown(form, page, 0, x, y)
    pypdfium2.raw.FORM_OnLButtonUp(form, page, 0, x, y)
    typed = ctypes.create_string_buffer("补记\0".encode("utf-16-le"))
    pypdfium2.raw.FORM_ReplaceSelection(form, page, ctypes.cast(typed, pypdfium2.raw.FPDF_WIDESTRING))
    pypdfium2.raw.FORM_ForceToKillFocus(form)
    saved = io.BytesIO()
    document.save(saved)
    kept = Fields(saved.getvalue())
    assert str(kept["R92.01.votes.02.note"].V) == "补记"


def it_refuses_values_that_do_not_fit_all_at_once(compiled: Mapping[Shape, CompiledForm]) -> None:
    with pytest.raises(ZhibuError) as caught:
        pdf.assemble_book(plan(chapter(("place", "很长" * 200), ("mode", "书面"))), compiled)
    long, choice = str(caught.value).splitlines()
    assert long.startswith("R92《党员大会记录》的「地点」预填的「很长很长")
    assert long.endswith("（400 个字）放不下，请改短，或在表样里把格子放大")
    assert choice == "R92《党员大会记录》的「方式」预填的「书面」不在选项里，请在表样的 choices 里加上，或改支部档案"


def it_shrinks_or_wraps_a_value_that_is_a_little_too_long(compiled: Mapping[Shape, CompiledForm]) -> None:
    made = Fields(
        pdf.assemble_book(plan(chapter(("place", "中国共产党示例镇示例村支部委员会党群服务中心二楼会议室"))), compiled)
    )
    place = made["R92.01.place"]
    assert place.MaxLen == 27
    assert "/AP" in place


def it_survives_any_text_as_a_value(compiled: Mapping[Shape, CompiledForm]) -> None:
    @given(value=st.text(st.characters(exclude_categories=()), max_size=40))
    @settings(max_examples=25, deadline=None)
    def survive(value: str) -> None:
        made = pdf.assemble_book(plan(chapter(("record", value), ("votes.01.note", value[:4]))), compiled)
        with pikepdf.open(io.BytesIO(made)) as document:
            assert not document.check_pdf_syntax()
        written = Fields(made)
        kept = written["R92.01.record"].get("/V")
        assert ("" if kept is None else str(kept)) == clean(value)

    survive()


def it_makes_a_blank_form_without_branch_and_year() -> None:
    publication = Publication.model_validate(
        {
            "id": "publication",
            "title": "手册",
            "subtitle": "示例",
            "publisher": "示例市委组织部",
            "contact": "示例",
            "year": "2027",
            "issued": "2026-11-22",
            "origin": "示例",
            "notice": "示例",
        }
    )
    blank = pdf.single_form(MEETING, publication)
    page = texts(blank)[0]
    assert "党员大会记录\r\n" in page
    assert "＿年度" in page
    assert "2027" not in page
    made = Fields(blank)
    assert "R92.01.record" in made
    assert not [name for name, field in made.items() if str(field.get("/V", "/Off")) != "/Off"]
    assert pdf.single_form(MEETING, publication) == blank


def it_takes_several_pages_for_long_contents(compiled: Mapping[Shape, CompiledForm]) -> None:
    copies = entries(ROSTER, 15)
    chapters = [PlannedChapter(f"第{n}章", front=False, entries=(copies[n - 1],)) for n in range(1, 16)]
    front = PlannedChapter("前置", front=True, entries=(*entries(COVER), *entries(CONTENTS)))
    pages = texts(pdf.assemble_book(plan(front, *chapters), compiled))
    assert "十五、第15章" in pages[2]
    assert re.search(r"一、第1章\s*4", pages[1])
    assert re.search(r"十五、第15章\s*32", pages[2])


def it_makes_the_same_book_whatever_was_assembled_before(compiled: Mapping[Shape, CompiledForm]) -> None:
    other = plan(chapter(("place", "另一处")), chapter(("place", "第三处")))
    first = pdf.assemble_book(other, compiled)
    pdf.assemble_book(plan(chapter()), compiled)
    fresh = {shape: pdf.CompiledForm.from_json(form.to_json()) for shape, form in compiled.items()}
    assert pdf.assemble_book(other, fresh) == first
