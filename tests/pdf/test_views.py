from __future__ import annotations

from generators.model.form import Table
from generators.pdf.labels import text_mm
from generators.pdf.views import cover_title_pt, long_view, sheets, signature_rows, table_view
from generators.typeset.fonts import Face
from tests.pdf.nouns import MEETING, shape_of

TABLE = next(MEETING.tables())


def it_turns_the_page_of_a_spread_only_when_it_is_not_compact() -> None:
    assert len(sheets(shape_of(MEETING, compact=True))) == 1
    assert len(sheets(shape_of(MEETING, compact=False))) == 2


def it_shares_the_width_among_columns() -> None:
    view = table_view(TABLE, 3, 168, None)
    assert abs(view.first_mm + sum(column.mm for column in view.columns) - 168) < 0.01
    assert view.columns[2].mm > view.columns[0].mm
    assert [(group.label, len(columns)) for group, columns in view.groups] == [("票数", 2), ("", 2)]
    assert view.row_name(2) == "乙"


def it_has_smaller_letters_where_many_columns_share_the_page() -> None:
    columns = [{"field": f"m{n}", "label": "月"} for n in range(12)]
    wide = Table.model_validate({"name": "dues", "rows": "3", "columns": columns})
    crowded, roomy = table_view(wide, 3, 168, None).columns[0], table_view(TABLE, 3, 168, None).columns[0]
    assert crowded.field_pt < roomy.field_pt
    assert crowded.head.size < roomy.head.size


def it_totals_only_numbers() -> None:
    view = table_view(TABLE, 3, 168, None)
    assert [view.total_name(column) for column in view.columns] == [
        "votes.total.for",
        "votes.total.against",
        None,
        None,
    ]


def it_rules_a_box_with_whole_lines_that_fill_it() -> None:
    box = next(block.long for block in MEETING.blocks if block.long)
    view = long_view(box, 45.0)
    assert (view.lines, view.pitch_mm) == (5, 9.0)
    assert long_view(box, None).lines == 3


def it_sets_signers_in_even_rows() -> None:
    assert signature_rows(["甲", "乙", "丙"]) == (("甲", "乙", "丙"),)
    assert signature_rows(["甲", "乙", "丙", "丁"]) == (("甲", "乙"), ("丙", "丁"))


def it_sets_the_covers_title_on_one_line() -> None:
    size = cover_title_pt("基层党组织标准化建设工作实录", 154)
    assert text_mm("基层党组织标准化建设工作实录", size, Face.SONG_BLACK) < 154
    assert cover_title_pt("实录", 154) == 36
