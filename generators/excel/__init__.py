"""Spreadsheets: a book's wide tables as .xlsx, and rosters read from the spreadsheets a branch already keeps."""

from generators.excel.book import workbook
from generators.excel.gate import MAX_BYTES
from generators.excel.merge import names_in, updated_roster
from generators.excel.profile import with_counts
from generators.excel.roster import RosterRows, read_roster
from generators.excel.template import roster_template

__all__ = [
    "MAX_BYTES",
    "RosterRows",
    "names_in",
    "read_roster",
    "roster_template",
    "updated_roster",
    "with_counts",
    "workbook",
]
