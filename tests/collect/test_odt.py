"""OpenDocument as LibreOffice writes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generators.collect import Origin, read_filled
from tests.collect.hostile import ODT_FIELD, marked, odt

if TYPE_CHECKING:
    from generators.model.library import Library


def the_text_between_the_ends_of_a_bookmark_is_the_value(library: Library) -> None:
    text = "<text:text-input>第一段<text:line-break/>第二<text:span>段</text:span><text:s text:c='2'/>末</text:text-input>尾"
    record = read_filled(odt(f"<text:p>前{marked('_F_R30_01_resolution', text)}后</text:p>"), library.form)
    assert record.origin is Origin.ODT
    assert record.values == {"R30.01.resolution": "第一段\n第二段  末尾"}


def a_bookmark_over_several_paragraphs_keeps_them(library: Library) -> None:
    body = (
        '<text:p><text:bookmark-start text:name="_F_R30_01_resolution"/>一</text:p>'
        '<text:p>二<text:bookmark-end text:name="_F_R30_01_resolution"/>三</text:p>'
    )
    assert read_filled(odt(body), library.form).values == {"R30.01.resolution": "一\n二"}


def a_placeholder_that_shows_is_no_value(library: Library) -> None:
    shown = '<loext:content-control loext:showing-place-holder="true">请选日期</loext:content-control>'
    record = read_filled(odt(f"<text:p>{marked('_F_R30_01_date', shown)}</text:p>{ODT_FIELD}"), library.form)
    assert record.values == {"R30.01.place": "村部"}
    assert record.fields == {"R30.01.place", "R30.01.date"}


def a_box_is_ticked_by_its_sign_or_its_state(library: Library) -> None:
    signs = "".join(
        marked(
            f"_F_R30_01_merged_{number}",
            f'<loext:content-control loext:checked="{state}">{sign}</loext:content-control>',
        )
        for number, (state, sign) in enumerate([("false", "☑"), ("true", "☐"), ("true", "")], start=1)
    )
    choices = library.form["R30"].blocks[0].fields()
    merged = next(spec for spec in choices if spec.field == "merged")
    record = read_filled(odt(f"<text:p>{signs}</text:p>"), library.form)
    assert record.values == {"R30.01.merged": (merged.choices[0], merged.choices[2])}


def no_comment_and_no_deleted_text_is_part_of_a_value(library: Library) -> None:
    text = "村<office:annotation><text:p>批注</text:p></office:annotation>部<text:note><text:p>注</text:p></text:note>"
    deleted = (
        "<text:tracked-changes><text:changed-region><text:p>旧</text:p></text:changed-region></text:tracked-changes>"
    )
    record = read_filled(odt(f"{deleted}<text:p>{marked('_F_R30_01_place', text)}</text:p>"), library.form)
    assert record.values == {"R30.01.place": "村部"}


def the_page_head_says_whose_book_it_is(library: Library) -> None:
    head = "<text:p><text:text-input>中共示例村支部委员会</text:text-input><text:tab/>2027年度　R30</text:p>"
    record = read_filled(odt(ODT_FIELD, styles=f"<style:header>{head}</style:header>"), library.form)
    assert (record.branch, record.year) == ("中共示例村支部委员会", 2027)


def a_line_on_a_single_form_says_whose_it_is(library: Library) -> None:
    record = read_filled(odt(f"<text:p>党支部：中共示例村支部委员会　　年度：2027</text:p>{ODT_FIELD}"), library.form)
    assert (record.branch, record.year) == ("中共示例村支部委员会", 2027)
