from __future__ import annotations

import zlib
from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from generators.model.form import Layout
from generators.pdf.compile import compile_form
from generators.pdf.compiled import MM, Align, BoxKind, Rect
from generators.pdf.keep import kept_form
from generators.pdf.markup import form_html
from generators.pdf.measure import marked, outer
from generators.pdf.stretch import Heights
from generators.pdf.views import sheets
from generators.plan.shape import blank_shape, local_fields
from generators.typeset import press
from generators.typeset.fonts import Face
from tests.pdf.nouns import CONTENTS, COVER, MEETING, ROSTER, shape_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generators.model.form import Form
    from generators.model.library import Library
    from generators.pdf.compiled import CompiledForm, PdfField
    from generators.plan.shape import Shape


FORMS = pytest.mark.parametrize("kind", [COVER, CONTENTS, MEETING, ROSTER], ids=lambda kind: kind.id)


def inside(inner: Rect, outer: Rect, slack: float = 0.05) -> bool:
    return (
        inner.x0 >= outer.x0 - slack
        and inner.y0 >= outer.y0 - slack
        and inner.x1 <= outer.x1 + slack
        and inner.y1 <= outer.y1 + slack
    )


def overlap(one: PdfField, other: PdfField) -> bool:
    a, b = one.rect, other.rect
    return one.page == other.page and a.x0 < b.x1 and b.x0 < a.x1 and a.y0 < b.y1 and b.y0 < a.y1


@FORMS
def it_has_exactly_the_fields_of_the_shape_in_reading_order(kind: Form, compiled: Mapping[Shape, CompiledForm]) -> None:
    shape = shape_of(kind)
    assert [f.name for f in compiled[shape].fields] == [local.name for local in local_fields(shape)]


@FORMS
def it_keeps_fields_on_the_paper_and_apart(kind: Form, compiled: Mapping[Shape, CompiledForm]) -> None:
    made = compiled[shape_of(kind)]
    for field in made.fields:
        page = made.pages[field.page]
        assert field.rect.width > 5
        assert field.rect.height > 5
        assert field.rect.x0 > 14 * MM
        assert field.rect.x1 < page.width - 13 * MM
        assert field.rect.y0 > 13 * MM
        assert field.rect.y1 < page.height - 20 * MM
    assert not [(a.name, b.name) for a, b in combinations(made.fields, 2) if overlap(a, b)]


def it_keeps_each_field_inside_one_cell() -> None:
    shape = shape_of(MEETING)
    document = press.layout(form_html(shape, Heights()))
    cells: dict[int, list[Rect]] = {}
    places = {}
    for page, height, box in marked(document, "class"):
        if "cell" in box.element.get("class").split():
            cells.setdefault(page, []).append(outer(box, height))
    for page, height, box in marked(document, "data-field"):
        places[box.element.get("data-field")] = (page, outer(box, height))
    assert set(places) == {local.name for local in local_fields(shape)}
    for name, (page, rect) in places.items():
        assert sum(inside(rect, cell) for cell in cells[page]) == 1, name


def it_tells_each_kind_of_field_apart(compiled: Mapping[Shape, CompiledForm]) -> None:
    fields = {f.name: f for f in compiled[shape_of(MEETING)].fields}
    assert fields["date"].required
    assert fields["date"].tooltip == "日期（会议当日）"
    assert fields["place"].max == 10
    assert fields["due"].align is Align.CENTER
    assert fields["mode"].kind is BoxKind.CHOICE
    assert fields["mode"].choices == ("现场", "线上")
    assert fields["parts.2"].kind is BoxKind.CHECK
    assert fields["parts.2"].choice == "主题党日"
    assert fields["parts.2"].source == "parts"
    assert fields["open"].kind is BoxKind.CHECK
    assert fields["open"].source == "open"
    assert fields["agenda"].multiline
    assert fields["agenda"].leading == pytest.approx(8 * MM, abs=0.01)
    assert fields["votes.total.for"].tooltip == "合计 同意"
    assert not [name for name in fields if "sign" in name]


def it_fills_the_page_with_ruled_lines_wide_enough_for_handwriting(compiled: Mapping[Shape, CompiledForm]) -> None:
    made = compiled[shape_of(MEETING)]
    record = next(f for f in made.fields if f.name == "record")
    lines = (record.rect.height + 1.6) / record.leading
    assert lines == pytest.approx(round(lines), abs=0.02)
    assert record.leading >= 8 * MM
    assert round(lines) > 3


def it_prints_a_compact_spread_on_one_page_and_a_full_one_on_two(compiled: Mapping[Shape, CompiledForm]) -> None:
    assert len(compiled[shape_of(MEETING)].pages) == 1
    full = compile_form(shape_of(MEETING, compact=False))
    assert len(full.pages) == 2
    assert next(f for f in full.fields if f.name == "record").rect.y0 < 22 * MM
    assert {f.page for f in full.fields if f.name.startswith("votes")} == {1}


def it_spreads_a_long_table_evenly_over_its_pages(compiled: Mapping[Shape, CompiledForm]) -> None:
    made = compiled[shape_of(ROSTER)]
    names = [f for f in made.fields if f.name.endswith(".name")]
    first, second = (sum(f.page == page for f in names) for page in (0, 1))
    assert first + second == 24
    assert abs(first - second) <= 2
    assert min(f.rect.height for f in names) > 10 * MM


def it_binds_portrait_pages_on_the_side_and_landscape_pages_on_top(compiled: Mapping[Shape, CompiledForm]) -> None:
    right, up = compiled[shape_of(MEETING)].pages[0].shift
    assert (round(right / MM), up) == (-14, 0)
    right, up = compiled[shape_of(ROSTER)].pages[0].shift
    assert (right, round(up / MM)) == (0, 14)
    assert compiled[shape_of(COVER)].pages[0].shift == (0, 0)


def it_keeps_a_slot_for_what_changes(compiled: Mapping[Shape, CompiledForm]) -> None:
    made = compiled[shape_of(ROSTER)]
    names = [(slot.name, slot.page) for slot in made.slots]
    assert sorted(names) == [
        *(("branch", 0), ("branch", 1), ("folio", 0), ("folio", 1)),
        *(("mark", 0), ("mark", 1), ("title", 0)),
    ]
    assert next(slot for slot in made.slots if slot.name == "title").face is Face.SONG_BLACK
    assert not compiled[shape_of(COVER)].slots
    assert "contents" in {slot.name for slot in compiled[shape_of(CONTENTS)].slots}


def it_keeps_nothing_but_strokes_letters_and_tints(compiled: Mapping[Shape, CompiledForm]) -> None:
    for made in compiled.values():
        for page in made.pages:
            content = zlib.decompress(page.content)
            assert content.count(b"q\n") == content.count(b"Q\n")
            assert b" gs" not in content
            assert b"/Annot" not in content


def it_keeps_every_letter_that_its_pages_show(compiled: Mapping[Shape, CompiledForm]) -> None:
    made = compiled[shape_of(MEETING)]
    held = "".join(glyph.text for glyphs in made.glyphs.values() for glyph in glyphs)
    assert set("日期地点会议内容以上3项属实") <= set(held)


def it_compiles_to_the_same_form_twice(compiled: Mapping[Shape, CompiledForm]) -> None:
    assert compile_form(shape_of(MEETING)).to_json() == compiled[shape_of(MEETING)].to_json()


@pytest.mark.any_content
@pytest.mark.parametrize("compact", [True, False], ids=["精简版", "完整版"])
def every_form_of_the_content_compiles(library: Library, *, compact: bool) -> None:
    for kind in library.form.values():
        shape = blank_shape(kind, compact=compact)
        made = kept_form(shape)
        assert [f.name for f in made.fields] == [local.name for local in local_fields(shape)], kind.id
        assert not [(a.name, b.name) for a, b in combinations(made.fields, 2) if overlap(a, b)], kind.id
        counted = any(table.per_page and shape.rows_of(table) > table.per_page for table in kind.tables())
        if compact and kind.layout is not Layout.LANDSCAPE and not counted:
            assert len(made.pages) == len(sheets(shape)), f"{kind.id} takes {len(made.pages)} pages"
        for field in made.fields:
            page = made.pages[field.page]
            assert inside(field.rect, Rect(0, 0, page.width, page.height)), (kind.id, field.name)
            assert min(field.rect.width, field.rect.height) > 6, (kind.id, field.name)
