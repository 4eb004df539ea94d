"""What stands above a form: its chapter's line and its own title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generators.word.measure import Room
from generators.word.ooxml import bookmarked, paragraph, run, size_property
from generators.word.styles import STYLES

if TYPE_CHECKING:
    from generators.word.contents import Placed
    from generators.word.paper import Paper


def titles_xml(placed: Placed, number: int, *, turn: bool) -> str:
    """The chapter's line and the form's title, as headings where the contents lists them.

    Bookmarks are numbered from `number`; `turn` begins a new page.
    """
    opens, heading, paper = placed.opens, placed.heading, placed.copy.block.paper
    new_page = "<w:pageBreakBefore/>" if turn else ""
    if opens:
        above = paragraph("Heading1", bookmarked(number, opens.anchor, run(opens.text)), new_page)
    else:
        above = paragraph("ChapterLine", run(placed.chapter), new_page)
    if heading:
        return above + title_xml("Heading2", heading.text, paper, (number + 1, heading.anchor))
    return above + title_xml("FormTitle", placed.copy.title, paper)


def title_xml(style: str, text: str, paper: Paper, bookmark: tuple[int, str] | None = None) -> str:
    """A form's title on one line, however long it is."""
    size = Room(paper.text_width, 1, STYLES[style].size).fitting_size(text)
    content = run(text, size_property(size) if size < STYLES[style].size else "")
    return paragraph(style, bookmarked(*bookmark, content) if bookmark else content)
