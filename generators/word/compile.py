"""Form → WordBlock: a form set once, to be repeated under the name of every copy."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from generators.plan.shape import local_fields
from generators.word.cover import cover_pieces
from generators.word.fields import boxes_by_field
from generators.word.items import items_of
from generators.word.layout import Text, Turn, lay_out
from generators.word.ooxml import paragraph
from generators.word.paper import Paper, paper_of
from generators.word.rows import table_xml
from generators.word.styles import STYLES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generators.plan.shape import Shape
    from generators.word.controls import Anchor, Control
    from generators.word.layout import Item
    from generators.word.rows import Piece

TITLE_MM = STYLES["ChapterLine"].height() + STYLES["Heading2"].height()
"""What the chapter's line and the form's title take of its first page."""


@dataclass(frozen=True, eq=False)
class WordBlock:
    """A compiled form: OOXML with slots. `texts[0] slots[0] texts[1] … texts[n]` is its body without title.

    Blocks are told apart by identity: copies of them are kept, and comparing all their texts would take longer than
    making a copy.
    """

    texts: tuple[str, ...]
    slots: tuple[Control | Anchor, ...]
    pages: int
    """Pages it takes with its title. The contents' pages depend on the book and are counted there."""
    paper: Paper
    cover: bool = False
    """Whether it is the cover, which has no title, header and footer."""
    contents: str | None = None
    """The heading of the contents, for the form that holds them."""


def compile_form(shape: Shape, *, title: float = TITLE_MM) -> WordBlock:
    """Set a form. `title` is the height its title takes, in millimetres."""
    paper = paper_of(shape)
    boxes = boxes_by_field(local_fields(shape))
    cover = next((block.cover for block in shape.form.blocks if block.cover), None)
    if cover:
        return WordBlock(*_joined(cover_pieces(cover, boxes, paper)), 1, paper, cover=True)
    contents = next((block.contents for block in shape.form.blocks if block.contents), None)
    if contents:
        return WordBlock(("",), (), 1, paper, contents=contents)
    laid_out = lay_out(items_of(shape, boxes, paper), paper.text_height, title)
    pieces = chain.from_iterable(_xml(item, paper) for item in laid_out.items)
    return WordBlock(*_joined(pieces), laid_out.pages, paper)


def _joined(pieces: Iterable[Piece]) -> tuple[tuple[str, ...], tuple[Control | Anchor, ...]]:
    """Neighbouring texts are joined, so that texts and slots alternate."""
    texts: list[list[str]] = [[]]
    slots: list[Control | Anchor] = []
    for piece in pieces:
        if isinstance(piece, str):
            texts[-1].append(piece)
        else:
            slots.append(piece)
            texts.append([])
    return tuple("".join(text) for text in texts), tuple(slots)


def _xml(item: Item, paper: Paper) -> Iterable[Piece]:
    if isinstance(item, Text):
        return (item.xml,)
    if isinstance(item, Turn):
        return (paragraph("Gap", properties="<w:pageBreakBefore/>"),)
    return table_xml(item.rows, paper.text_width)
