"""Compiled forms → one .docx: a branch's record book, or a single blank form."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from generators.plan.fillers import TITLE, fillers_needed
from generators.plan.shape import blank_shape
from generators.word.compile import TITLE_MM, compile_form
from generators.word.contents import contents_xml, headings, place
from generators.word.controls import Story
from generators.word.deflate import Stream, lasting
from generators.word.fillers import filler_xml
from generators.word.identities import Identities
from generators.word.measure import Room
from generators.word.ooxml import bookmarked, paragraph, run, size_property
from generators.word.package import BODY_END, BODY_START, About, Parts, package
from generators.word.paper import PORTRAIT
from generators.word.running import (
    HEADER_IDENTITIES,
    Owner,
    empty_footer,
    empty_header,
    footer_part,
    header_part,
    identity_xml,
    section,
)
from generators.word.stamp import filled, identities_of, stamp
from generators.word.styles import STYLES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generators.model.form import Form
    from generators.model.publication import Publication
    from generators.plan.book import BookPlan
    from generators.plan.shape import Shape
    from generators.word.compile import WordBlock
    from generators.word.contents import Heading, Placed
    from generators.word.paper import Paper


def assemble_book(plan: BookPlan, blocks: Mapping[Shape, WordBlock]) -> bytes:
    """The branch's book. Every shape of the plan must be among the blocks."""
    placed = place(plan, blocks)
    printed = sum(copy.pages for copy in placed)
    fillers = fillers_needed(printed)
    owner = Owner(plan.owner.name, plan.owner.year) if plan.owner.name else None
    writer = _Writer(owner, printed + fillers, "" if owner else f"{plan.title}　")
    listed = headings(placed)
    for _, copies in groupby(placed, key=lambda copy: copy.entry.shape.form.id):
        writer.copies(list(copies), listed)
    if fillers:
        writer.fillers(fillers)
    about = About(plan.full_title, plan.owner.author, plan.issued)
    return writer.package(about)


def single_form(form: Form, publication: Publication) -> bytes:
    """One blank form as a file of its own, with a line for the branch's name and the year."""
    title = TITLE_MM - STYLES["ChapterLine"].height() + STYLES["Identity"].height()
    block = compile_form(blank_shape(form, compact=True), title=title)
    writer = _Writer(None, block.pages, f"{publication.title}　")
    writer.blank(block, form)
    return writer.package(About(form.title, publication.title, publication.issued))


class _Writer:
    """One document in the making."""

    def __init__(self, owner: Owner | None, pages: int, heading: str) -> None:
        self._owner = owner
        self._heading = heading
        """What stands before a form's number in the head of every page, where there is no owner's year."""
        self._pages = pages
        self._identities = Identities()
        self._placeholders: set[str] = set()
        self._parts = Parts()
        self._document = Stream()
        self._document.add(lasting(BODY_START))
        self._section = ""
        """The properties of the section just written; they end it once another follows."""

    def copies(self, copies: Sequence[Placed], listed: tuple[Heading, ...]) -> None:
        """All copies of one form, as a section of their own."""
        self._turn_section()
        block = copies[0].block
        for copy in copies:
            identity = self._identities.claim(copy.entry.prefix, identities_of(block))
            self._titles(copy, identity, turn=copy is not copies[0])
            if block.contents:
                self._write(contents_xml(block.contents, listed, block.paper))
            self._fill(block, copy.entry.prefix, copy.entry.values, identity)
        right = f"{self._heading}{copies[0].entry.shape.form.id}"
        self._end(block.paper, "" if block.cover else right, protected=not block.contents)

    def blank(self, block: WordBlock, form: Form) -> None:
        """A single form that belongs to no branch."""
        if block.contents:
            self._write(contents_xml(block.contents, (), block.paper))
            self._write(paragraph("Body", run("目录在生成实录时自动编排。")))
        elif not block.cover:
            self._write(self._identity() if block.slots else paragraph("ChapterLine"))
            self._write(_title("Heading2", form.title, block.paper))
        prefix = f"{form.id}.01"
        self._fill(block, prefix, {}, self._identities.claim(prefix, identities_of(block)))
        right = "" if block.cover else f"{self._heading}{form.id}"
        self._end(block.paper, right, protected=not block.contents)

    def fillers(self, count: int) -> None:
        """Pages at the end to write on, which anyone may type into."""
        self._turn_section()
        self._write("".join(filler_xml(count, PORTRAIT)))
        self._end(PORTRAIT, TITLE, protected=False)

    def package(self, about: About) -> bytes:
        """The finished file."""
        self._write(paragraph("Gap") + self._section + BODY_END)
        return package(self._document, self._parts, self._placeholders, about)

    def _write(self, text: str) -> None:
        self._document.add(lasting(text))

    def _turn_section(self) -> None:
        if self._section:
            self._write(paragraph("Gap", properties=self._section))

    def _titles(self, copy: Placed, identity: int, *, turn: bool) -> None:
        """The chapter's line and the form's title, as headings where the contents lists them."""
        if copy.block.cover or copy.block.contents:
            return
        opens = (copy.opens.anchor, copy.opens.text) if copy.opens else ("", copy.chapter)
        title = (copy.heading.anchor, copy.heading.text) if copy.heading else ("", copy.entry.title)
        self._write(_titles_xml(identity, opens, title, copy.block.paper, turn=turn))

    def _fill(self, block: WordBlock, copy: str, values: Mapping[str, str], identity: int) -> None:
        """The block's XML for one copy, with what is already known written in."""
        known = frozenset(name for name, value in values.items() if value)
        stamped = stamp(block, copy, identity, known)
        texts, wide = filled(stamped, values)
        if wide:
            stamped = stamp(block, copy, identity, known, wide)
            texts, _ = filled(stamped, values)
        self._placeholders |= stamped.placeholders
        self._document.interleave(stamped.stretches, texts, stamped.widths)

    def _identity(self) -> str:
        """Branch and year, to be filled in on a form that belongs to no book; the names are those of the header."""
        story = Story(self._identities.claim("identity", HEADER_IDENTITIES))
        text = identity_xml(story)
        self._placeholders.update(story.placeholders)
        return text

    def _end(self, paper: Paper, right: str, *, protected: bool) -> None:
        """Remember how the section ends: with its paper, and `right` at the head's right or without head and foot."""
        if right:
            number = self._identities.claim(f"header {right}", HEADER_IDENTITIES)
            header, footer = header_part(self._owner, right, paper, number), footer_part(self._pages)
        else:
            header, footer = empty_header(), empty_footer()
        self._section = section(
            paper, self._parts.add("header", header), self._parts.add("footer", (footer,)), protected=protected
        )


@lru_cache(maxsize=8192)
def _titles_xml(number: int, opens: tuple[str, str], title: tuple[str, str], paper: Paper, *, turn: bool) -> str:
    """The chapter's line and the form's title, each as anchor and text; bookmarks are numbered from `number`."""
    new_page = "<w:pageBreakBefore/>" if turn else ""
    anchor, text = opens
    if anchor:
        above = paragraph("Heading1", bookmarked(number, anchor, run(text)), new_page)
    else:
        above = paragraph("ChapterLine", run(text), new_page)
    anchor, text = title
    if anchor:
        return above + _title("Heading2", text, paper, (number + 1, anchor))
    return above + _title("FormTitle", text, paper)


def _title(style: str, text: str, paper: Paper, bookmark: tuple[int, str] | None = None) -> str:
    """A form's title on one line, however long it is."""
    size = Room(paper.text_width, 1, STYLES[style].size).fitting_size(text)
    content = run(text, size_property(size) if size < STYLES[style].size else "")
    return paragraph(style, bookmarked(*bookmark, content) if bookmark else content)
