"""What a cell of a roster says: text, dates, identity numbers, yes and no; or why it cannot be read."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from generators.content.characters import forbidden

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Cell = int | float | str | bool | time | date | datetime | timedelta
"""What the reader of spreadsheets gives for one cell; an empty cell is an empty text."""

NONE = "无"
"""What is written into a cell to take away what the roster says there."""

_EARLIEST, _LATEST = 1880, 2100


class MisreadError(ValueError):
    """A cell that cannot be read. The first argument says what is wrong, the second what to write instead."""

    def __init__(self, what: str, fix: str = "") -> None:
        super().__init__(what, fix)
        self.what = what
        self.fix = fix


def text_of(cell: Cell) -> str:
    """A cell as text, in one line. Whole numbers come without a decimal point."""
    if isinstance(cell, bool):
        return "是" if cell else "否"
    if isinstance(cell, float):
        return f"{cell:.0f}" if cell.is_integer() else f"{cell:.10g}"
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    text = str(cell)
    if found := forbidden(text.replace("\r\n", "\n").replace("\r", "\n")):
        raise MisreadError(f"里有{found[0][1]}", "请删去重打")
    return re.sub(r"\s+", " ", text).strip()


def name(cell: Cell) -> str:
    """A name. Hanzi names lose the spaces that set two characters as wide as three."""
    text = text_of(cell)
    if re.search(r"[0-9@#$%^&*=<>|\\/]", text):
        raise MisreadError(f"「{text}」不像姓名", "请核对")
    return text if re.search(r"[A-Za-z]", text) else text.replace(" ", "")


def partial_date(cell: Cell) -> str:
    """A date known to the year, the month or the day, as `1980-05`."""
    if isinstance(cell, date):
        return _real(cell.year, cell.month, cell.day, cell)
    if isinstance(cell, time | timedelta | bool):
        raise MisreadError(f"「{cell}」不是日期", "请写成 1980-05 的样子")
    if isinstance(cell, float) and re.fullmatch(r"\d{4}\.1", f"{cell:.10g}"):
        year = int(cell)
        raise MisreadError(f"「{cell:.10g}」分不清是 1 月还是 10 月", f"请写成 {year}-01 或 {year}-10")
    return _written_date(unicodedata.normalize("NFKC", text_of(cell)))


def full_date(cell: Cell) -> str:
    """A date known to the day, as `2008-06-30`."""
    found = partial_date(cell)
    if len(found) < 10:
        raise MisreadError(f"「{text_of(cell)}」没有写到日", f"请写成 {(found + '-01')[:7]}-28 的样子")
    return found


def id_tail(cell: Cell) -> str:
    """The last four characters of an identity number; nothing else of it is kept or shown."""
    if isinstance(cell, int | float) and cell >= 10**15:
        raise MisreadError("被存成了数字，末几位已经丢失", "请把这一列改成文本格式，重新填写（只填后四位即可）")
    text = re.sub(r"[\s*＊-]", "", text_of(cell)).upper()
    if isinstance(cell, int | float) and len(text) < 4:
        text = text.zfill(4)
    if not re.fullmatch(r"(?:\d{11}|\d{14})?\d{3}[\dX]", text):
        raise MisreadError("应为 18 位，或只写后四位", "请核对；末位可以是 X")
    return text[-4:]


def ethnicity(cell: Cell) -> str:
    """`汉` and `汉族` are the same."""
    text = text_of(cell)
    return text if text.endswith("族") or len(text) > 4 or text == "其他" else f"{text}族"


def phone(cell: Cell) -> str:
    """A telephone number."""
    text = text_of(cell)
    if not re.fullmatch(r"[0-9+][0-9+\-() （）、,，/转]{4,}", text):
        raise MisreadError(f"「{text}」不像电话号码", "请核对")
    return text


def standing(cell: Cell) -> str:
    """`正式党员`, `中共预备党员` and the like."""
    exactly = {"是": "正式", "党员": "正式", "中共党员": "正式"}
    return _one_of(cell, {"正式": "正式", "预备": "预备"}, exactly, "请写正式或预备")


def sex(cell: Cell) -> str:
    """男 or 女."""
    return _one_of(cell, {"男": "男", "女": "女"}, {}, "请写男或女")


def floating(cell: Cell) -> str:
    """Whether a member is floating, as YAML writes it."""
    exactly = dict.fromkeys(("否", "不是", "非流动", "×", "0"), "false")
    return _one_of(cell, dict.fromkeys(("流动", "流出", "流入", "是", "√"), "true"), exactly, "请写是或否")


def household(cell: Cell) -> str:
    """Whether a household gets a plate, as YAML writes it."""
    exactly = dict.fromkeys(("否", "不是", "不挂", "×", "0"), "false")
    return _one_of(cell, dict.fromkeys(("是", "挂", "√"), "true"), exactly, "请写是或否")


READINGS: Mapping[str, Callable[[Cell], str]] = {
    "name": name,
    "standing": standing,
    "sex": sex,
    "ethnicity": ethnicity,
    "birth": partial_date,
    "education": text_of,
    "joined_work": partial_date,
    "joined_party": full_date,
    "full_since": full_date,
    "id_tail": id_tail,
    "position": text_of,
    "group": text_of,
    "phone": phone,
    "floating": floating,
    "model_post": text_of,
    "household": household,
    "note": text_of,
}
"""Key of a member → how its cell is read."""


def _one_of(cell: Cell, within: Mapping[str, str], exactly: Mapping[str, str], fix: str) -> str:
    """The value of an exact text, or the only value whose words the text has."""
    text = text_of(cell)
    found = {exactly[text]} if text in exactly else {value for word, value in within.items() if word in text}
    if len(found) != 1:
        raise MisreadError(f"「{text}」看不懂", fix)
    return found.pop()


_SEPARATED = re.compile(r"(\d{4})[-./年\s]+(\d{1,2})(?:[-./月\s]+(\d{1,2})日?号?|月)?[.。]?")
_RUN_TOGETHER = re.compile(r"(\d{4})(?:(\d{2})(\d{2})?)?年?")
_SHORT_YEAR = re.compile(r"(\d{2})[-./年](\d{1,2})(?:[-./月](\d{1,2})日?|月)?")


def _written_date(text: str) -> str:
    text = re.sub(r"\s*(?:00:00(?::00)?|出生|生)$", "", text)
    match = _SEPARATED.fullmatch(text) or _RUN_TOGETHER.fullmatch(text)
    if match:
        year, month, day = (int(part) if part else 0 for part in match.groups())
        return _real(year, month, day, text)
    short = _SHORT_YEAR.fullmatch(text)
    if short:
        year = int(short[1]) + (2000 if int(short[1]) <= 30 else 1900)
        raise MisreadError(f"「{text}」看不懂", f"请写成 {year}-{int(short[2]):02d}")
    raise MisreadError(f"「{text}」看不懂", "请写成 1980-05 的样子")


def _real(year: int, month: int, day: int, shown: object) -> str:
    """The date, when the calendar has it."""
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        raise MisreadError(f"「{shown}」日历上没有", "请核对年月日") from None
    if not _EARLIEST <= year <= _LATEST:
        raise MisreadError(f"「{shown}」的年份不对", "请核对")
    return "-".join(part for part in (f"{year:04d}", month and f"{month:02d}", day and f"{day:02d}") if part)
