from __future__ import annotations

import dataclasses
import io
from itertools import groupby
from typing import TYPE_CHECKING

import docx
import pytest
from lxml import etree

from generators.model.form import Layout
from generators.plan.fillers import fillers_needed
from generators.plan.shape import blank_shape, local_fields
from generators.word import assemble_book, compile_form, single_form
from generators.word.contents import place
from generators.word.makeup import make_up
from tests.plan.nouns import form
from tests.word.lint import faults
from tests.word.opened import Opened, W, tag_of, text_of

if TYPE_CHECKING:
    from generators.model.library import Library
    from generators.plan.book import BookPlan
    from generators.word.contents import Placed


def every_field_of_the_plan_has_one_control(village_plan: BookPlan, opened: Opened) -> None:
    expected = [f"{e.prefix}.{field.name}" for e in village_plan.entries() for field in local_fields(e.shape)]
    assert opened.tags() == expected


def every_known_value_can_be_read_back(village_plan: BookPlan, opened: Opened) -> None:
    found = {tag_of(sdt): text_of(sdt) for sdt in opened.controls()}
    for entry in village_plan.entries():
        for name, value in entry.values.items():
            assert found[f"{entry.prefix}.{name}"] == value


def it_writes_in_what_is_known(opened: Opened) -> None:
    assert opened.text("R00.01.branch") == "中国共产党示例镇示例村支部委员会"
    assert opened.text("R10.01.total") == "23"
    assert opened.text("R14.01.members.05.name") == "𠮷示例"
    assert opened.text("R14.01.members.22.name") is None
    assert opened.text("R30.03.number") == "3"
    assert opened.text("R34.12.month") == "12月"
    assert opened.text("R44.01.dues.06.monthly") == "0.2"


def the_book_has_no_faults_that_validators_miss(opened: Opened) -> None:
    assert faults(opened) == []


def nothing_that_is_filled_in_is_bound(opened: Opened) -> None:
    assert not list(opened.document.iter(f"{W}dataBinding"))
    assert not any(name.startswith("customXml/") for name in opened.files)


def the_branch_and_the_year_stand_locked_in_every_header_but_the_cover(opened: Opened) -> None:
    headers = [etree.fromstring(xml) for name, xml in opened.files.items() if name.startswith("word/header")]
    controls = sorted(len(list(h.iter(f"{W}sdt"))) for h in headers)
    assert controls == [0, *[2] * (len(headers) - 1)]
    texts = {text_of(h) for h in headers}
    assert "中国共产党示例镇示例村支部委员会2027年度　R30" in texts
    locks = {e.get(f"{W}val") for h in headers for e in h.iter(f"{W}lock")}
    assert locks == {"sdtContentLocked"}


def the_pages_are_bound_on_alternate_sides(opened: Opened) -> None:
    assert b"<w:mirrorMargins/>" in opened.files["word/settings.xml"]
    margins = opened.document.findall(f".//{W}pgMar")
    portrait = [int(m.get(f"{W}left")) for m in margins if m.get(f"{W}left") != m.get(f"{W}right")]
    assert min(portrait) >= 1587  # 28 mm


def every_form_lies_in_a_section_of_its_own(village_plan: BookPlan, opened: Opened) -> None:
    layouts = {entry.shape.form.id: entry.shape.form.layout for entry in village_plan.entries()}
    wide: list[bool] = []
    for form_id, copies in groupby(placed_copies(village_plan), key=lambda placed: placed.copy.form):
        wide += [False] * next(copies).turned  # the filler before a spread
        wide.append(layouts[form_id] is Layout.LANDSCAPE)
    turned = [size.get(f"{W}orient") == "landscape" for size in opened.document.iter(f"{W}pgSz")]
    assert turned[: len(wide)] == wide
    assert turned[len(wide) :] in ([], [False])  # the fillers


def test_only_forms_can_be_filled_and_there_is_no_password(opened: Opened) -> None:
    protection = etree.fromstring(opened.files["word/settings.xml"]).find(f"{W}documentProtection")
    assert dict(protection.attrib) == {f"{W}edit": "forms", f"{W}enforcement": "1"}


def test_links_of_the_contents_can_be_followed_and_the_fillers_written_on(
    village_plan: BookPlan, opened: Opened
) -> None:
    free = [s for s in opened.document.iter(f"{W}sectPr") if s.find(f"{W}formProt") is not None]
    turned = sum(copy.turned for copy in placed_copies(village_plan))
    assert len(free) == 1 + turned + bool(fillers_needed(printed_pages(village_plan)))


def placed_copies(plan: BookPlan) -> tuple[Placed, ...]:
    return place(make_up(plan, {shape: compile_form(shape) for shape in plan.shapes()}))


def printed_pages(plan: BookPlan) -> int:
    last = placed_copies(plan)[-1]
    return last.page + last.pages - 1


def every_page_says_its_number(village_plan: BookPlan, opened: Opened) -> None:
    footers = {text_of(etree.fromstring(xml)) for name, xml in opened.files.items() if name.startswith("word/footer")}
    pages = printed_pages(village_plan)
    assert footers == {"", f"第 1 页　共 {pages + fillers_needed(pages)} 页"}


def equal_plans_give_equal_bytes(village_plan: BookPlan, village_book: bytes) -> None:
    again = assemble_book(village_plan, {shape: compile_form(shape) for shape in village_plan.shapes()})
    assert again == village_book


def test_python_docx_opens_it(village_plan: BookPlan, village_book: bytes) -> None:
    document = docx.Document(io.BytesIO(village_book))
    assert document.core_properties.title == village_plan.full_title
    assert document.core_properties.language == "zh-CN"
    assert document.tables[0].rows[1].cells[0].text == "党组织全称"


def test_text_of_the_content_is_escaped_everywhere(village_plan: BookPlan) -> None:
    nasty = '<b>&"示例村'
    owner = dataclasses.replace(village_plan.owner, name=nasty)
    entries = [dataclasses.replace(e, values={**e.values, "branch": nasty}) for e in village_plan.chapters[0].entries]
    chapters = (dataclasses.replace(village_plan.chapters[0], entries=tuple(entries)), *village_plan.chapters[1:])
    plan = dataclasses.replace(village_plan, owner=owner, chapters=chapters)
    opened = Opened(assemble_book(plan, {shape: compile_form(shape) for shape in plan.shapes()}))
    assert opened.text("R00.01.branch") == nasty
    assert sum(nasty in text_of(story) for story in opened.stories()) > 10


@pytest.mark.any_content
def every_form_can_be_had_alone_and_blank(library: Library) -> None:
    for written in library.form.values():
        opened = Opened(single_form(written, library.publication))
        assert faults(opened) == [], written.id
        names = [f"{written.id}.01.{f.name}" for f in local_fields(blank_shape(written, compact=True))]
        assert [t for t in opened.tags() if t.startswith(f"{written.id}.")] == names
        assert all(opened.text(tag) is None or "☐" in (opened.text(tag) or "") for tag in names), written.id


def a_blank_form_asks_for_branch_and_year(library: Library) -> None:
    opened = Opened(single_form(library.form["R30"], library.publication))
    assert opened.tags()[:2] == ["branch.name", "year"]
    assert opened.text("branch.name") is None


def a_form_without_fields_asks_for_nothing(library: Library) -> None:
    assert Opened(single_form(library.form["R01"], library.publication)).tags() == []


def a_long_title_stays_on_one_line(library: Library) -> None:
    long = form(title="关于一件名称特别长的事情的一张名称特别长因而在一行里放不下的登记表")
    opened = Opened(single_form(long, library.publication))
    title = next(p for p in opened.document.iter(f"{W}p") if text_of(p) == long.title)
    assert int(title.find(f".//{W}sz").get(f"{W}val")) < 36
