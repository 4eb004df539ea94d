"""Compiled forms → one .docx: a branch's record book, or a single blank form."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from generators.model.form import FieldKind
from generators.plan.shape import blank_shape
from generators.word.compile import TITLE_MM, compile_form
from generators.word.contents import contents_xml, headings, place
from generators.word.controls import Control, Story, control, render
from generators.word.measure import Room
from generators.word.ooxml import bookmarked, paragraph, paragraph_start, run, size_property
from generators.word.package import About, Parts, package
from generators.word.placeholders import BLANK
from generators.word.running import Owner, empty_footer, empty_header, footer_part, header_part, section
from generators.word.styles import STYLES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generators.model.form import Form
    from generators.model.publication import Publication
    from generators.plan.book import BookPlan
    from generators.plan.shape import Shape
    from generators.word.compile import WordBlock
    from generators.word.contents import Heading, Placed


def assemble_book(plan: BookPlan, blocks: Mapping[Shape, WordBlock]) -> bytes:
    """The branch's book. Every shape of the plan must be among the blocks."""
    placed = place(plan, blocks)
    writer = _Writer(Owner(plan.branch.name, str(plan.year)), sum(copy.pages for copy in placed))
    listed = headings(placed)
    for _, copies in groupby(placed, key=lambda copy: copy.entry.shape.form.id):
        writer.copies(list(copies), listed)
    about = About(f"{plan.title}（{plan.year}年度）", plan.branch.name, plan.issued)
    return writer.package(about)


def single_form(form: Form, publication: Publication) -> bytes:
    """One blank form as a file of its own, with a line for the branch's name and the year."""
    title = TITLE_MM - STYLES["ChapterLine"].height() + STYLES["Identity"].height()
    block = compile_form(blank_shape(form, compact=True), title=title)
    writer = _Writer(None, block.pages)
    writer.blank(block, form, publication)
    return writer.package(About(form.title, publication.title, publication.issued))


class _Writer:
    """One document in the making."""

    def __init__(self, owner: Owner | None, pages: int) -> None:
        self._owner = owner
        self._pages = pages
        self._story = Story()
        self._parts = Parts()
        self._body: list[str] = []
        self._section = ""
        """The properties of the section just written; they end it once another follows."""

    def copies(self, copies: Sequence[Placed], listed: Sequence[Heading]) -> None:
        """All copies of one form, as a section of their own."""
        self._turn_section()
        block = copies[0].block
        for copy in copies:
            self._titles(copy, turn=copy is not copies[0])
            if block.contents:
                self._body += contents_xml(block.contents, listed, block.paper)
            self._fill(block, copy.entry.prefix, copy.entry.values)
        self._end(block, copies[0].entry.shape.form.id)

    def blank(self, block: WordBlock, form: Form, publication: Publication) -> None:
        """A single form that belongs to no branch."""
        if block.contents:
            self._body += contents_xml(block.contents, (), block.paper)
            self._body.append(paragraph("Body", run("目录在生成实录时自动编排。")))
        elif not block.cover:
            self._body.append(_identity(self._story) if block.slots else paragraph("ChapterLine"))
            self._body.append(_title("Heading2", form.title, block))
        self._fill(block, f"{form.id}.01", {})
        self._end(block, f"{publication.title}　{form.id}")

    def package(self, about: About) -> bytes:
        """The finished file."""
        body = "".join([*self._body, paragraph("Gap"), self._section])
        return package(body, self._parts, self._story.placeholders, about)

    def _turn_section(self) -> None:
        if self._section:
            self._body.append(paragraph("Gap", properties=self._section))

    def _titles(self, copy: Placed, *, turn: bool) -> None:
        """The chapter's line and the form's title, as headings where the contents lists them."""
        if copy.block.cover or copy.block.contents:
            return
        new_page = "<w:pageBreakBefore/>" if turn else ""
        if copy.opens:
            opening = bookmarked(self._story.identity(), copy.opens.anchor, run(copy.opens.text))
            self._body.append(paragraph("Heading1", opening, new_page))
        else:
            self._body.append(paragraph("ChapterLine", run(copy.chapter), new_page))
        if copy.heading:
            bookmark = (self._story.identity(), copy.heading.anchor)
            self._body.append(_title("Heading2", copy.heading.text, copy.block, bookmark))
        else:
            self._body.append(_title("FormTitle", copy.entry.title, copy.block))

    def _fill(self, block: WordBlock, copy: str, values: Mapping[str, str]) -> None:
        """The block's XML for one copy, with what is already known written in."""
        for text, slot in zip(block.texts, block.slots, strict=False):
            self._body += (text, render(slot, copy, values.get(slot.name, ""), self._story))
        self._body.append(block.texts[-1])

    def _end(self, block: WordBlock, right: str) -> None:
        """Remember how the section ends: with the paper and the running head and foot of its form."""
        if block.cover:
            header, footer = empty_header(), empty_footer()
        else:
            header, footer = header_part(self._owner, right, block.paper, self._story), footer_part(self._pages)
        self._section = section(
            block.paper,
            self._parts.add("header", header),
            self._parts.add("footer", footer),
            protected=not block.contents,
        )


def _title(style: str, text: str, block: WordBlock, bookmark: tuple[int, str] | None = None) -> str:
    """A form's title on one line, however long it is."""
    size = Room(block.paper.text_width, 1, STYLES[style].size).fitting_size(text)
    content = run(text, size_property(size) if size < STYLES[style].size else "")
    return paragraph(style, bookmarked(*bookmark, content) if bookmark else content)


_UNDERLINED = '<w:u w:val="single"/>'


def _identity(story: Story) -> str:
    """Branch and year, to be filled in on a form that belongs to no book; the names are those of the page header."""
    room = Room(80, 1, STYLES["Identity"].size)
    branch = Control("branch.name", "党组织全称", FieldKind.TEXT, BLANK * 20, (), room, _UNDERLINED)
    year = Control("year", "年度", FieldKind.TEXT, BLANK * 4, (), room, _UNDERLINED)
    return (
        paragraph_start("Identity")
        + run("党支部：")
        + control(branch, branch.name, "", story)
        + run("　　年度：")
        + control(year, year.name, "", story)
        + "</w:p>"
    )
