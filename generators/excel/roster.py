"""A roster as a branch keeps it in a spreadsheet, read into members; every bad cell is reported at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import ValidationError

from generators.excel.columns import BY_KEY, COLUMNS
from generators.excel.heads import body, find_heads, what_is_understood
from generators.excel.opened import CellProblem, sheets_of
from generators.excel.readings import NONE, READINGS, MisreadError
from generators.model.branch import Member
from generators.problems import ContentError, ZhibuError, listed, near

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generators.excel.heads import Head
    from generators.excel.readings import Cell

MAX_MEMBERS = 5_000

_CLEARABLE = {"joined_work", "full_since", "id_tail", "position", "group", "phone", "note"}
"""Keys that 无 takes away."""


@dataclass(frozen=True)
class RosterRows:
    """The members of a spreadsheet, in its order."""

    members: tuple[Member, ...]
    """Keys whose cells are empty are not set (`model_fields_set`); keys with 无 are set to None."""
    unread: tuple[str, ...]
    """Headings that were not understood; their columns were passed over."""


@dataclass(frozen=True)
class _Row:
    head: Head
    index: int
    written: Mapping[str, str | None]

    def problem(self, key: str, what: str, fix: str = "") -> CellProblem:
        return self.head.sheet.problem(self.index, self.head.columns.get(key, self.head.columns["name"]), what, fix)


def read_roster(content: bytes, name: str, groups: Sequence[str]) -> RosterRows:
    """The members of a spreadsheet: our own template, or any list with headings much like it.

    Args:
        content: The file's bytes.
        name: The file's name, for problems.
        groups: The branch's party groups.

    Raises:
        ContentError: with all problems by sheet and cell.
        ZhibuError: the file cannot be read or holds no roster.
    """
    heads = find_heads(list(sheets_of(content, name)))
    if not heads:
        raise ZhibuError(f"「{name}」里没有找到花名册：表头要有姓名等列，认得的有{what_is_understood()}")
    problems: list[CellProblem] = [problem for head in heads for problem in head.problems]
    if problems:
        raise ContentError(problems)
    rows = []
    for head in heads:
        for index, cells in body(head):
            rows.append(_Row(head, index, _read(head, index, cells, problems)))
    if not rows:
        raise ZhibuError(f"「{name}」的表头下面没有人员，请填好再导入")
    if len(rows) > MAX_MEMBERS:
        raise ZhibuError(
            f"「{name}」有 {len(rows)} 名党员，超过一个支部的上限 {MAX_MEMBERS} 名，请核对是不是选错了文件"
        )
    problems += _across(rows, groups)
    members = [_member(row, problems) for row in rows]
    if problems:
        raise ContentError(problems)
    unread = dict.fromkeys(heading for head in heads for heading in head.unread)
    return RosterRows(tuple(member for member in members if member), tuple(unread))


def _read(head: Head, index: int, cells: Mapping[str, Cell], problems: list[CellProblem]) -> dict[str, str | None]:
    """The cells of one row as the YAML would write them."""
    written: dict[str, str | None] = {}
    for column in COLUMNS:
        at = head.columns.get(column.key)
        if at is None:
            continue
        if column.key not in cells:
            if column.required:
                problems.append(head.sheet.problem(index, at, f"没有写{column.heading}", "请补上"))
            continue
        try:
            written[column.key] = _value(column.key, cells[column.key])
        except MisreadError as misread:
            problems.append(head.sheet.problem(index, at, f"{column.heading}{misread.what}", misread.fix))
    return written


def _value(key: str, cell: Cell) -> str | None:
    if key in _CLEARABLE and isinstance(cell, str) and cell.strip() == NONE:
        return None
    if key == "full_since" and "预备" in str(cell):
        return None
    value = READINGS[key](cell)
    longest = BY_KEY[key].max
    if len(value) > longest:
        raise MisreadError(f"「{value[:12]}……」有 {len(value)} 个字", f"最多 {longest} 个字，请改短")
    return value


def _across(rows: Sequence[_Row], groups: Sequence[str]) -> list[CellProblem]:
    """What only shows when rows are compared with each other and with the branch."""
    problems = []
    seen: dict[str, _Row] = {}
    for row in rows:
        name, group = row.written.get("name"), row.written.get("group")
        if name and (first := seen.setdefault(name, row)) is not row:
            where = "" if first.head is row.head else f"工作表「{first.head.sheet.title}」"
            what = f"姓名「{name}」与{where}第 {first.index + 1} 行重复"
            problems.append(
                row.problem("name", what, "是同一人请删去一行，是同名请在姓名后加区分，如「（女）」「（大）」")
            )
        if group and group not in groups:
            fix = near(group, groups) or f"档案里有：{listed(groups) or '没有划分党小组'}"
            problems.append(row.problem("group", f"支部档案里没有党小组「{group}」", fix))
        if groups and not group and ("group" not in row.written or row.written["group"] is None):
            problems += _without_group(row)
        problems += _dates(row)
    return problems


def _without_group(row: _Row) -> list[CellProblem]:
    """A member in no group, where the sheet has a column for groups."""
    if "group" not in row.head.columns:
        return []
    return [row.problem("group", "没有写党小组", "本支部划分了党小组，每名党员都应编入一个")]


def _dates(row: _Row) -> list[CellProblem]:
    born, worked = row.written.get("birth"), row.written.get("joined_work")
    joined, full = row.written.get("joined_party"), row.written.get("full_since")
    problems = []
    if born and joined and joined[: len(born)] <= born:
        problems.append(row.problem("joined_party", f"入党日期「{joined}」不在出生年月「{born}」之后", "请核对"))
    if full and joined and full < joined:
        problems.append(row.problem("full_since", f"转正日期「{full}」早于入党日期「{joined}」", "请核对"))
    if worked and born and worked[: len(born)] <= born[: len(worked)]:
        problems.append(row.problem("joined_work", f"参加工作时间「{worked}」不在出生年月「{born}」之后", "请核对"))
    return problems


def _standing(row: _Row) -> str | None:
    """Full or probationary: as written, or as the date of becoming full or the sheet's name tells."""
    written = row.written.get("standing")
    if written or row.written.get("full_since"):
        return written or "正式"
    if "full_since" in row.written:  # 无 or 预备 stands where the date would
        return "预备"
    return next((word for word in ("正式", "预备") if word in row.head.sheet.title), None)


def _member(row: _Row, problems: list[CellProblem]) -> Member | None:
    standing = _standing(row)
    if standing is None and "standing" not in row.head.columns:
        what = "看不出是正式党员还是预备党员"
        problems.append(
            row.problem("full_since", what, "正式党员请写转正日期；预备党员请写「预备」，或加一列「党员类别」")
        )
    elif standing is None:
        problems.append(row.problem("standing", "没有写党员类别", "请写正式或预备"))
    elif standing == "预备" and row.written.get("full_since"):
        problems.append(row.problem("full_since", "预备党员不写转正日期", "已转正的请把党员类别改为正式"))
    if problems:
        return None
    try:
        return Member.model_validate({**row.written, "standing": standing})
    except ValidationError as refused:
        reason = refused.errors(include_url=False)[0]
        problems.append(row.problem(str((reason["loc"] or ("name",))[0]), f"这一格不对（{reason['msg']}）", "请核对"))
        return None
