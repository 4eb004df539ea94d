"""Whole books, filled in and read back."""

from __future__ import annotations

import subprocess
import time
from typing import TYPE_CHECKING

import pymupdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generators import pdf, word
from generators.collect import HostileFileError, Origin, read_filled
from generators.model.form import Form
from generators.plan.shape import local_fields
from generators.problems import ZhibuError
from tests.collect.filling import W, fill_docx, fill_pdf, repacked, typed, with_document
from tests.collect.hostile import pdf as small_pdf

if TYPE_CHECKING:
    from pathlib import Path
    from random import Random

    from lxml import etree

    from generators.collect import Record, Value
    from generators.model.library import Library
    from generators.plan.book import BookPlan

_TAGS = [
    "",
    "x",
    "R30.01.date",
    "R30.01.votes.01.for",
    "R14.01.members.99.name",
    "_F_R30_01_votes_head",
    "_F_R30_02_date",
    "year",
]

EVERY_KIND = {
    "id": "R99",
    "title": "示例表",
    "summary": "示例",
    "edition": "core",
    "filled_by": "组织委员",
    "when": "年初",
    "reviewed": "2026-11-22",
    "blocks": [
        {
            "grid": [
                {"field": "held", "label": "已开", "kind": "checkbox"},
                {"field": "read", "label": "已读", "kind": "checkbox"},
                {"field": "parts", "label": "部分", "kind": "choices", "choices": ["甲", "乙"]},
                {"field": "signed", "label": "签名", "kind": "signature"},
            ]
        },
        {
            "table": {
                "name": "days",
                "rows": 2,
                "row_labels": ["上旬", "下旬"],
                "total": "合计",
                "columns": [
                    {"field": "ticked", "label": "到会", "kind": "checkbox"},
                    {"field": "count", "label": "人数", "kind": "number"},
                ],
            }
        },
        {
            "table": {
                "name": "talks",
                "rows": 2,
                "cards": True,
                "columns": [
                    {"field": "on", "label": "日期", "kind": "date"},
                    {"field": "said", "label": "内容", "kind": "long", "span": 12, "lines": 3},
                ],
            }
        },
    ],
}

BRANCH = "中国共产党示例镇示例村支部委员会"


def differences(expected: dict[str, Value], record: Record) -> dict[str, tuple[Value | None, Value | None]]:
    """Name → what was typed and what was read, where the two differ."""
    names = expected.keys() | record.values.keys()
    pairs = {name: (expected.get(name), record.values.get(name)) for name in sorted(names)}
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}


def questions(plan: BookPlan) -> set[str]:
    return {
        f"{entry.prefix}.{local.name.rpartition('.')[0] if local.choice else local.name}"
        for entry in plan.entries()
        for local in local_fields(entry.shape)
    }


def prefilled(plan: BookPlan) -> set[str]:
    return {f"{entry.prefix}.{name}" for entry in plan.entries() for name, value in entry.values.items() if value}


def save_with_libreoffice(book: Path, kind: str) -> bytes:
    profile = f"-env:UserInstallation={(book.parent / 'profile').as_uri()}"
    folder = book.parent / kind
    command = ["timeout", "300", "soffice", profile, "--headless", "--convert-to", kind, "--outdir", folder, book]
    subprocess.run(command, check=True, capture_output=True)
    return (folder / f"{book.stem}.{kind}").read_bytes()


def every_value_of_a_filled_word_book_comes_back(village_plan: BookPlan, filled_docx: bytes, library: Library) -> None:
    record = read_filled(filled_docx, library.form)
    assert differences(typed(village_plan)[1], record) == {}
    assert (record.origin, record.branch, record.year, record.unread) == (Origin.DOCX, BRANCH, 2027, ())
    assert record.fields == questions(village_plan)


def every_value_comes_back_after_libreoffice_saved_the_book(
    short_plan: BookPlan, short_docx: bytes, library: Library, tmp_path: Path
) -> None:
    boxes, values = typed(short_plan)
    book = tmp_path / "book.docx"
    book.write_bytes(fill_docx(short_docx, boxes))
    # LibreOffice takes the line breaks out of a field of text; nothing tells where they were.
    expected = {n: v.replace("\n", "") if isinstance(v, str) else v for n, v in values.items()}
    for kind in ("docx", "odt"):
        record = read_filled(save_with_libreoffice(book, kind), library.form)
        assert differences(expected, record) == {}
        assert (record.origin, record.branch, record.year, record.unread) == (Origin(kind), BRANCH, 2027, ())
        assert record.fields == questions(short_plan)


def every_value_of_a_filled_pdf_comes_back(short_plan: BookPlan, filled_pdf: bytes, library: Library) -> None:
    record = read_filled(filled_pdf, library.form)
    assert differences(typed(short_plan)[1], record) == {}
    assert (record.origin, record.branch, record.year, record.unread) == (Origin.PDF, BRANCH, 2027, ())
    assert record.fields == questions(short_plan)


def a_pdf_that_another_program_saved_is_read(short_pdf: bytes, library: Library) -> None:
    with pymupdf.open(stream=short_pdf) as document:
        for page in document:
            for widget in page.widgets():
                if widget.field_name == "R30.01.date":
                    widget.field_value = "2027年3月5日"
                    widget.update()
                if widget.field_name == "R30.01.merged.2":
                    widget.field_value = True
                    widget.update()
        saved = document.tobytes(garbage=3, deflate=True)
    record = read_filled(saved, library.form)
    assert record.values["R30.01.date"] == "2027-03-05"
    assert len(record.values["R30.01.merged"]) == 1  # type: ignore[arg-type]


def a_blank_book_holds_what_is_pre_filled_and_no_placeholder(
    village_plan: BookPlan, village_docx: bytes, short_plan: BookPlan, short_pdf: bytes, library: Library
) -> None:
    for plan, book in ((village_plan, village_docx), (short_plan, short_pdf)):
        record = read_filled(book, library.form)
        assert {name for name, value in record.values.items() if value is not False} == prefilled(plan)
        assert record.unread == ()


def a_single_form_says_whose_it_is_once_it_is_filled(library: Library) -> None:
    blank = word.single_form(library.form["R30"], library.publication)
    record = read_filled(blank, library.form)
    assert (record.branch, record.year) == (None, None)
    assert [unread.what for unread in record.unread] == ["没有找到党组织名称", "没有找到年度"]
    filled = fill_docx(blank, {"branch.name": BRANCH, "year": "２０２７", "R30.01.date": "2027年3月5日"})
    record = read_filled(filled, library.form)
    assert record.branch == BRANCH
    assert record.year == 2027
    assert record.values["R30.01.date"] == "2027-03-05"


def every_kind_of_field_comes_back_from_a_single_form(library: Library) -> None:
    form = Form.model_validate(EVERY_KIND)
    typed_in: dict[str, str | bool] = {
        "R99.01.held": True,
        "R99.01.parts.2": True,
        "R99.01.days.02.ticked": True,
        "R99.01.days.02.count": "3",
        "R99.01.days.total.count": "3",
        "R99.01.talks.02.said": "一\n二",
    }
    blank_docx, blank_pdf = (kind.single_form(form, library.publication) for kind in (word, pdf))
    for filled in (fill_docx(blank_docx, typed_in), fill_pdf(blank_pdf, typed_in)):
        record = read_filled(filled, {form.id: form})
        assert record.values == {
            "R99.01.held": True,
            "R99.01.read": False,
            "R99.01.parts": ("乙",),
            "R99.01.days.01.ticked": False,
            "R99.01.days.02.ticked": True,
            "R99.01.days.02.count": "3",
            "R99.01.days.total.count": "3",
            "R99.01.talks.02.said": "一\n二",
        }


def a_value_not_of_its_kind_stays_as_written_and_is_reported(
    short_docx: bytes, short_pdf: bytes, library: Library
) -> None:
    wrong = {"R30.01.date": "三月初", "R30.01.due": "二十来个", "R14.01.members.01.sex": "不详"}
    for record in (
        read_filled(fill_docx(short_docx, wrong), library.form),
        read_filled(fill_pdf(short_pdf, wrong), library.form),
    ):
        assert {name: record.values[name] for name in wrong} == wrong
        assert sorted(unread.place for unread in record.unread) == sorted(wrong)
        assert "「日期」写的是「三月初」，不是完整的日期" in str(record.unread)


def a_form_that_the_library_does_not_have_is_reported_once(short_docx: bytes, library: Library) -> None:
    record = read_filled(short_docx, {key: form for key, form in library.form.items() if key != "R14"})
    assert [unread.place for unread in record.unread] == ["R14"]
    assert "内容库里没有这张表" in record.unread[0].what
    assert not any(name.startswith("R14") for name in record.values)


def a_page_pasted_twice_counts_once_and_is_reported(short_docx: bytes, library: Library) -> None:
    def rename(root: etree._Element) -> None:
        for tag in root.iter(f"{W}tag"):
            tag.set(f"{W}val", tag.get(f"{W}val").replace("R30.02.", "R30.01."))

    filled = fill_docx(short_docx, {"R30.01.place": "村部", "R30.02.place": "另一处"})
    record = read_filled(with_document(filled, rename), library.form)
    assert record.values["R30.01.place"] == "村部"
    assert [unread.place for unread in record.unread] == ["R30.01"]


def a_book_with_many_fields_is_read_in_well_under_a_second(filled_docx: bytes, library: Library) -> None:
    started = time.process_time()
    record = read_filled(filled_docx, library.form)
    assert len(record.fields) > 1_500
    assert time.process_time() - started < 0.8 * len(record.fields) / 1_500


@pytest.mark.parametrize("content", [b"", b"PK", b"hello", b"<html>", b"\x89PNG\r\n"])
def a_file_of_another_kind_is_no_hostile_one(content: bytes, library: Library) -> None:
    with pytest.raises(ZhibuError, match="读不了") as caught:
        read_filled(content, library.form)
    assert not isinstance(caught.value, HostileFileError)


_HEADS = st.sampled_from([b"", b"PK\x03\x04", b"%PDF-1.7\n", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"])


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(head=_HEADS, rest=st.binary(max_size=3000))
def no_bytes_raise_anything_but_a_sentence(head: bytes, rest: bytes, library: Library) -> None:
    with pytest.raises(ZhibuError):
        read_filled(head + rest, library.form)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def no_damaged_book_raises_anything_but_a_sentence(
    data: st.DataObject, short_docx: bytes, short_pdf: bytes, library: Library
) -> None:
    book = data.draw(st.sampled_from([short_docx, short_pdf, small_pdf()]))
    at = data.draw(st.lists(st.integers(0, len(book) - 1), min_size=1, max_size=8))
    read_or_refused(damaged(book, at, data.draw(st.binary(min_size=1, max_size=40))), library)


_PIECES = st.sampled_from(
    [
        b"<",
        b">",
        b'"',
        b"/",
        b"w:",
        b"w:sdt",
        b"_F_R30_01_date",
        b"R30.01.",
        b"\xff",
        b"\0",
        b"<w:p>",
        b"</w:tc>",
        b"99999",
    ]
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data(), piece=_PIECES)
def no_damaged_story_raises_anything_but_a_sentence(
    data: st.DataObject, piece: bytes, library: Library, single_docx: bytes
) -> None:
    def change(xml: bytes) -> bytes:
        return damaged(xml, data.draw(st.lists(st.integers(300, len(xml) - 1), min_size=1, max_size=4)), piece)

    read_or_refused(repacked(single_docx, {"word/document.xml": change}), library)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(names=st.lists(st.sampled_from(_TAGS), min_size=1, max_size=12), order=st.randoms())
def no_mixed_up_names_raise_anything(names: list[str], order: Random, library: Library, single_docx: bytes) -> None:
    def change(root: etree._Element) -> None:
        for mark in root.iter(f"{W}tag", f"{W}bookmarkStart"):
            attribute = f"{W}val" if mark.tag == f"{W}tag" else f"{W}name"
            mark.set(attribute, order.choice([mark.get(attribute), order.choice(names)]))

    read_or_refused(with_document(single_docx, change), library)


def damaged(content: bytes, places: list[int], piece: bytes) -> bytes:
    """The content with a piece written over it at some places."""
    changed = bytearray(content)
    for at in places:
        changed[at : at + len(piece)] = piece
    return bytes(changed)


def read_or_refused(content: bytes, library: Library) -> None:
    try:
        read_filled(content, library.form)
    except ZhibuError as error:
        assert str(error)  # noqa: PT017 - a book may as well survive its damage
