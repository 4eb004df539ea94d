"""Spreadsheets as tables of cells, read by calamine after the gate has let them in."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum

from generators.excel.gate import admitted, refuse_size
from generators.problems import Problem, ZhibuError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generators.excel.readings import Cell


@dataclass(frozen=True, order=True)
class CellProblem(Problem):
    """A mistake in a spreadsheet. `path` is `文件名 工作表`, `line` the row, `column` the column, both from 1."""

    def __str__(self) -> str:
        """`花名册.xlsx 花名册!C5：出生年月「80.5」看不懂，请写成 1980-05`."""
        place = f"{self.path}!{letters(self.column)}{self.line}" if self.line else self.path
        return f"{place}：{self.what}" + (f"，{self.fix}" if self.fix else "")


@dataclass(frozen=True)
class Sheet:
    """A worksheet: rows of cells from A1 on."""

    file: str
    title: str
    rows: list[list[Cell]]

    def problem(self, row: int, column: int, what: str, fix: str = "") -> CellProblem:
        """A problem at a cell; row and column from 0, as in `rows`."""
        return CellProblem(f"{self.file} {self.title}", row + 1, column + 1, what, fix)

    def problem_of_all(self, what: str, fix: str = "") -> CellProblem:
        """A problem of the whole sheet."""
        return CellProblem(f"{self.file} {self.title}", 0, 0, what, fix)


def letters(column: int) -> str:
    """A column's letters, from 1: `1` → `A`, `27` → `AA`."""
    written = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        written = chr(65 + rest) + written
    return written


def sheets_of(content: bytes, name: str) -> Iterator[Sheet]:
    """The worksheets of a file, hidden ones left out.

    Args:
        content: The file: .xlsx, .xls, .ods, or .et saved as one of them.
        name: The file's name, for problems.

    Raises:
        ZhibuError: the file is refused, locked or broken.
    """
    clean = admitted(content, name)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(clean))
        shown = [m.name for m in book.sheets_metadata if _is_shown(m.visible) and m.typ is SheetTypeEnum.WorkSheet]
        for title in shown:
            sheet = book.get_sheet_by_name(title)
            if sheet.end is None:
                continue
            refuse_size(sheet.end[0] + 1, sheet.end[1] + 1, name, title)
            yield Sheet(name, title, sheet.to_python(skip_empty_area=False))
    except PasswordError as locked:
        raise ZhibuError(f"「{name}」加了密码，请在 Excel 或 WPS 里去掉打开密码，另存后再导入") from locked
    except (CalamineError, ValueError, OSError) as broken:
        raise ZhibuError(f"「{name}」读不出来，可能已经损坏，请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入") from broken
    except BaseException as fault:
        if type(fault).__name__ != "PanicException":  # the reader's own crash, which is no Exception
            raise
        raise ZhibuError(f"「{name}」读不出来，内部结构不正常，请另存为新的 .xlsx 后再导入") from fault


def _is_shown(visible: object) -> bool:
    return str(visible).endswith("Visible") and "Hidden" not in str(visible)
