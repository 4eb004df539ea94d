"""Finding a roster in a sheet: the row of headings, and which column holds what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generators.excel.columns import BY_KEY, COLUMNS, HEADINGS, column_called, plain
from generators.problems import listed, near

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generators.excel.opened import CellProblem, Sheet
    from generators.excel.readings import Cell

_SEARCHED = 30
"""The headings stand within so many rows."""

_ENOUGH = 3
"""So many known headings, the name among them, make a row of headings."""

_UNCONCERNED = ("示例", "说明", "流动", "积极分子", "申请", "发展对象", "发展党员", "选项")
"""Sheets with such words in their names hold no roster of members, or name them a second time."""

_SERIAL = {"序号", "编号", "号", "NO"}


@dataclass(frozen=True)
class Head:
    """The headings of a roster on a sheet."""

    sheet: Sheet
    row: int
    """The last row of headings, from 0."""
    columns: Mapping[str, int]
    """Key of a member → column, from 0."""
    unread: tuple[str, ...]
    """Headings that were not understood."""
    problems: tuple[CellProblem, ...]


def find_heads(sheets: list[Sheet]) -> list[Head]:
    """The rosters of a file: of the sheets that have one, the ones concerned."""
    found = [head for head in map(find_head, sheets) if head]
    concerned = [head for head in found if not any(word in head.sheet.title for word in _UNCONCERNED)]
    return [head for head in concerned if _is_roster(head)] or concerned[:1] or found[:1]


def find_head(sheet: Sheet) -> Head | None:
    """The headings of a sheet, in one row or in two; nothing when it has none."""
    for index, cells in enumerate(sheet.rows[:_SEARCHED]):
        known = {at: c.key for at, cell in enumerate(cells) if (c := column_called(str(cell)))}
        if "name" in known.values() and len(set(known.values())) >= _ENOUGH:
            under = _second_row(sheet, index, known)
            texts = {at: str(cell) for at, cell in enumerate(cells) if str(cell).strip()}
            return _head(sheet, index + bool(under), known | under, {**texts, **_texts(sheet, index + 1, under)})
    return None


def _second_row(sheet: Sheet, index: int, known: Mapping[int, str]) -> dict[int, str]:
    """What the row under the headings adds, where it stands under a common heading."""
    if index + 1 >= len(sheet.rows):
        return {}
    cells = sheet.rows[index + 1]
    if any(at < len(cells) and str(cells[at]).strip() for at, key in known.items() if key == "name"):
        return {}
    return {at: c.key for at, cell in enumerate(cells) if (c := column_called(str(cell)))}


def _texts(sheet: Sheet, row: int, under: Mapping[int, str]) -> dict[int, str]:
    return {at: str(sheet.rows[row][at]) for at in under}


def _head(sheet: Sheet, row: int, known: Mapping[int, str], texts: Mapping[int, str]) -> Head:
    columns: dict[str, int] = {}
    problems = []
    for at, key in sorted(known.items()):
        if key in columns:
            what = f"有两列都是「{BY_KEY[key].heading}」"
            problems.append(sheet.problem(row, at, what, f"请删去一列，或改掉表头「{plain(texts[at])}」"))
        else:
            columns[key] = at
    unread = [text for at, text in sorted(texts.items()) if at not in known and plain(text) not in _SERIAL]
    for column in COLUMNS:
        if column.required and column.key not in columns:
            guess = next((near(plain(text), [column.heading]) and plain(text) for text in unread), "")
            fix = f"「{guess}」是不是这一列？请改成「{column.heading}」" if guess else f"请加上表头「{column.heading}」"
            problems.append(sheet.problem_of_all(f"没有找到「{column.heading}」这一列", fix))
    return Head(sheet, row, columns, tuple(plain(text) for text in unread), tuple(problems))


def _is_roster(head: Head) -> bool:
    return {"name", "joined_party"} <= set(head.columns) and bool({"sex", "birth"} & set(head.columns))


def what_is_understood() -> str:
    """The headings a roster may have, for a problem."""
    return listed([column.heading for column in COLUMNS], limit=len(HEADINGS))


def body(head: Head) -> Iterator[tuple[int, Mapping[str, Cell]]]:
    """The rows under the headings that speak of a member: row from 0, and key → cell that is not empty."""
    for index, cells in enumerate(head.sheet.rows[head.row + 1 :], start=head.row + 1):
        row = {
            key: cells[at]
            for key, at in head.columns.items()
            if at < len(cells) and str(cells[at]).strip() not in _EMPTY
        }
        if _speaks_of_a_member(row):
            yield index, row


_EMPTY = {"", "-", "—", "——", "/", "／"}

_ENDINGS = ("合计", "总计", "小计", "注：", "注:", "说明", "备注", "填表", "制表", "审核", "单位：")


def _speaks_of_a_member(row: Mapping[str, Cell]) -> bool:
    """Not an empty row, not the headings printed again, not a total or a note under the table."""
    if "name" not in row:
        return len(row) > 1
    named = str(row["name"]).strip()
    return not (named.startswith(_ENDINGS) or (column_called(named) is not None and len(row) > 1))
