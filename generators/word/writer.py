"""Writing a Word document form by form, with holes for what only one branch says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generators.plan.fillers import TITLE
from generators.word.contents import contents_xml
from generators.word.controls import Story
from generators.word.deflate import Stream, lasting
from generators.word.fillers import filler_xml
from generators.word.identities import Identities
from generators.word.ooxml import paragraph, run
from generators.word.package import BODY_END, BODY_START, Parts
from generators.word.paper import PORTRAIT
from generators.word.running import (
    HEADER_IDENTITIES,
    empty_footer,
    empty_header,
    footer_part,
    header_part,
    identity_xml,
    section,
)
from generators.word.stamp import identities_of, stamp
from generators.word.titles import title_xml, titles_xml

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generators.model.form import Form
    from generators.word.compile import WordBlock
    from generators.word.contents import Heading, Placed
    from generators.word.makeup import Wide
    from generators.word.paper import Paper
    from generators.word.stamp import Gap


class Writer:
    """One document in the making."""

    def __init__(self, pages: int, heading: str, *, owned: bool, wide: Wide = frozenset()) -> None:
        self._owned = owned
        self._heading = heading
        """What stands before a form's number in the head of every page, where there is no owner's year."""
        self._pages = pages
        self._wide = wide
        self._identities = Identities()
        self._section = ""
        """The properties of the section just written; they end it once another follows."""
        self.placeholders: set[str] = set()
        self.parts = Parts()
        self.document = Stream()
        self.gaps: list[Gap] = []
        """The document's holes."""
        self.sources: list[tuple[str, ...]] = []
        """For each copy the local names of what fills its holes."""
        self._write(BODY_START)

    def copies(self, copies: Sequence[Placed], listed: tuple[Heading, ...]) -> None:
        """All copies of one form, as a section of their own."""
        self._turn_section()
        block, form = copies[0].copy.block, copies[0].copy.form
        for placed in copies:
            copy = placed.copy
            identity = self._identities.claim(copy.prefix, identities_of(block))
            if not (block.cover or block.contents):
                self._write(titles_xml(placed, identity, turn=placed is not copies[0]))
            if block.contents:
                self._write(contents_xml(block.contents, listed, block.paper))
            self._fill(block, copy.prefix, copy.known, identity)
        self._end(block.paper, "" if block.cover else f"{self._heading}{form}", protected=not block.contents)

    def blank(self, block: WordBlock, form: Form) -> None:
        """A single form that belongs to no branch."""
        if block.contents:
            self._write(contents_xml(block.contents, (), block.paper))
            self._write(paragraph("Body", run("目录在生成实录时自动编排。")))
        elif not block.cover:
            self._write(self._identity() if block.slots else paragraph("ChapterLine"))
            self._write(title_xml("Heading2", form.title, block.paper))
        prefix = f"{form.id}.01"
        self._fill(block, prefix, (), self._identities.claim(prefix, identities_of(block)))
        right = "" if block.cover else f"{self._heading}{form.id}"
        self._end(block.paper, right, protected=not block.contents)

    def fillers(self, count: int) -> None:
        """Pages to write on, which anyone may type into."""
        self._turn_section()
        self._write("".join(filler_xml(count, PORTRAIT)))
        self._end(PORTRAIT, TITLE, protected=False)

    def close(self) -> None:
        """End the document."""
        self._write(paragraph("Gap") + self._section + BODY_END)

    def _write(self, text: str) -> None:
        self.document.add(lasting(text))

    def _turn_section(self) -> None:
        if self._section:
            self._write(paragraph("Gap", properties=self._section))

    def _fill(self, block: WordBlock, prefix: str, known: tuple[str, ...], identity: int) -> None:
        """The block's XML for one copy, with holes for what is known."""
        wide = frozenset((name, width) for copy, name, width in self._wide if copy == prefix)
        stamped = stamp(block, prefix, identity, known, wide)
        self.placeholders |= stamped.placeholders
        self.gaps += stamped.gaps
        self.sources.append(stamped.sources)
        self.document.add(*stamped.stretches, widths=[gap.width for gap in stamped.gaps])

    def _identity(self) -> str:
        """Branch and year, to be filled in on a form that belongs to no book; the names are those of the header."""
        story = Story(self._identities.claim("identity", HEADER_IDENTITIES))
        text = identity_xml(story)
        self.placeholders.update(story.placeholders)
        return text

    def _end(self, paper: Paper, right: str, *, protected: bool) -> None:
        """Remember how the section ends: with its paper, and `right` at the head's right or without head and foot."""
        if right:
            number = self._identities.claim(f"header {right}", HEADER_IDENTITIES)
            header, footer = header_part(right, paper, number, owned=self._owned), footer_part(self._pages)
        else:
            header, footer = empty_header(), empty_footer()
        self._section = section(
            paper, self.parts.add("header", header), self.parts.add("footer", (footer,)), protected=protected
        )
