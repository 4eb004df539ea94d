"""The cover of the book."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generators.word.emblem import emblem_run
from generators.word.fields import control_of, room_in
from generators.word.measure import MM_PER_POINT, Room, ems, twips
from generators.word.ooxml import paragraph, paragraph_start, run, size_property
from generators.word.styles import COVER_TABLE, RED, STYLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generators.model.form import Cover, FieldSpec
    from generators.word.fields import Boxes
    from generators.word.paper import Paper
    from generators.word.rows import Piece

_ABOVE_MM = 10.0
_EMBLEM_MM = 22.0
_RULE_MM = 60.0
"""Length of the red rule under the title."""
_LABEL_MM = 34.0
_TABLE_MM = 138.0
_ROW_MM = 12.5


def cover_pieces(cover: Cover, boxes: Boxes, paper: Paper) -> Iterator[Piece]:
    """Emblem, title, subtitle, rule, what is filled in, and the notice near the foot of the page."""
    yield _emblem()
    yield _title(cover.title, paper)
    used = _ABOVE_MM + STYLES["CoverEmblem"].height() + STYLES["CoverTitle"].height()
    if cover.subtitle:
        yield paragraph("CoverSubtitle", run(cover.subtitle))
        used += STYLES["CoverSubtitle"].height()
    yield _rule(paper)
    table = _ROW_MM * len(cover.fields)
    foot = STYLES["CoverNotice"].height() + 12
    space = max(10.0, paper.text_height - used - table - foot - 20) * 0.55
    yield _space(space)
    yield from _table(cover, boxes)
    if cover.notice:
        yield _space(max(8.0, paper.text_height - used - space - table - foot - 12))
        yield paragraph("CoverNotice", run(cover.notice))


def _emblem() -> str:
    """The emblem; its line is as high as it needs, since Word cuts drawings in lines of exact height."""
    spacing = f'<w:spacing w:before="{twips(_ABOVE_MM)}" w:line="240" w:lineRule="auto"/>'
    return paragraph("CoverEmblem", emblem_run(_EMBLEM_MM, 1), spacing)


def _title(text: str, paper: Paper) -> str:
    """The title in the largest letters that stand on one line."""
    style = STYLES["CoverTitle"]
    size = min(style.size, int(paper.text_width / MM_PER_POINT / ems(text)))
    return paragraph("CoverTitle", run(text, size_property(size) if size < style.size else ""))


def _rule(paper: Paper) -> str:
    side = twips((paper.text_width - _RULE_MM) / 2)
    border = f'<w:pBdr><w:bottom w:val="single" w:sz="18" w:space="1" w:color="{RED}"/></w:pBdr>'
    return paragraph(
        "CoverRule", "", f'{border}<w:spacing w:before="{twips(7)}"/><w:ind w:left="{side}" w:right="{side}"/>'
    )


def _space(mm: float) -> str:
    return paragraph("Gap", "", f'<w:spacing w:before="{twips(mm)}"/>')


def _table(cover: Cover, boxes: Boxes) -> Iterator[Piece]:
    """Labels spread over their column; what is filled in stands on a rule."""
    label, value = twips(_LABEL_MM), twips(_TABLE_MM - _LABEL_MM)
    yield (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{COVER_TABLE}"/><w:tblW w:w="{label + value}" w:type="dxa"/>'
        '<w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{label}"/><w:gridCol w:w="{value}"/></w:tblGrid>'
    )
    for spec in cover.fields:
        yield (
            f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{twips(_ROW_MM)}" w:hRule="exact"/></w:trPr>'
            f'<w:tc><w:tcPr><w:tcW w:w="{label}" w:type="dxa"/><w:vAlign w:val="bottom"/></w:tcPr>'
            f'{paragraph("CoverLabel", run(spec.label))}</w:tc><w:tc><w:tcPr><w:tcW w:w="{value}" w:type="dxa"/>'
            '<w:tcBorders><w:bottom w:val="single" w:sz="6" w:space="0" w:color="333333"/></w:tcBorders>'
            f'<w:vAlign w:val="bottom"/></w:tcPr>{paragraph_start("CoverValue")}'
        )
        yield control_of(boxes[spec.field][0], _room(spec))
        yield f"{run(f' {spec.unit}' if spec.unit else '')}</w:p></w:tc></w:tr>"
    yield "</w:tbl>"


def _room(spec: FieldSpec) -> Room:
    room = room_in("CoverValue", _TABLE_MM - _LABEL_MM, _ROW_MM)
    unit = STYLES["CoverValue"].size * MM_PER_POINT * (ems(spec.unit) + 1) if spec.unit else 0.0
    return Room(room.width - unit, room.lines, room.size)
