"""The wide tables of a branch's book as one workbook."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from xlsxwriter import Workbook

from generators.excel.guide import write_guide
from generators.excel.parts import registers
from generators.excel.sheet import FormSheet
from generators.excel.styles import BODY_PT, SONG, Styles

if TYPE_CHECKING:
    from generators.plan.book import BookPlan


def workbook(plan: BookPlan) -> bytes:
    """The book's registers, one sheet a form, with a sheet of instructions first.

    Registers are the landscape forms with a table: rosters, dues, attendance, task lists.
    """
    buffer = io.BytesIO()
    with opened(buffer, f"{plan.title}：宽表", plan.issued) as made:
        styles = Styles(made)
        guide = made.add_worksheet("填写说明")
        parts = tuple(registers(plan))
        write_guide(guide, styles, plan, parts)
        for part in parts:
            FormSheet(made.add_worksheet(part.name), styles, part).write(plan.owner.name, plan.owner.year)
    return buffer.getvalue()


def opened(buffer: io.BytesIO, title: str, issued: str) -> Workbook:
    """A workbook whose bytes depend on nothing but what is written into it; texts are never taken for formulas."""
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "default_format_properties": {"font_name": SONG, "font_size": BODY_PT},
    }
    made = Workbook(buffer, options)
    created = datetime.strptime(issued, "%Y-%m-%d").replace(tzinfo=UTC)
    made.set_properties({"title": title, "created": created})
    return made
