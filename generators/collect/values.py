"""What was written into a field, as the kind of field asks for it."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from generators.model.form import FieldKind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generators.model.form import FieldSpec

TICKS = "☑☒✓✔√■●"
NO_TICKS = "☐□○"

_BLANKS = re.compile(r"[\s＿_]+")
_INVISIBLE = frozenset({"Cc", "Cf", "Cs"})
_DATE = re.compile(r"([0-9]{4})[年./-]([0-9]{1,2})[月./-]([0-9]{1,2})日?|([0-9]{4})([0-9]{2})([0-9]{2})")
_HALF_DAY = {"上午": 0, "早上": 0, "凌晨": 0, "下午": 12, "晚上": 12, "晚": 12, "中午": 12}
_TIME = re.compile(rf"({'|'.join(_HALF_DAY)})?([0-9]{{1,2}})(?:[:时点]([0-9]{{1,2}})分?|[时点](整|半)?)")
_RANGE = re.compile(r"[-~至到—]+")
_NUMBER = re.compile(r"([-+]?[0-9]{1,30}(?:\.[0-9]{1,10})?)(.*)")
_DIGITS = {numeral: str(value) for value, numeral in enumerate("零一二三四五六七八九")} | {"〇": "0", "○": "0"}
_TENS = re.compile("([一二三四五六七八九])?十([一二三四五六七八九])?")


def ticked(text: str) -> bool | None:
    """Whether a box is ticked by the sign it shows; nothing when it shows none."""
    shown = next((c for c in text if c in TICKS or c in NO_TICKS), None)
    return None if shown is None else shown in TICKS


def options(text: str, choices: tuple[str, ...]) -> tuple[str, ...]:
    """The options with a tick before them in a text like `☑党课　☐主题党日`."""
    squeezed = _BLANKS.sub("", text)
    return tuple(choice for choice in choices if re.search(f"[{TICKS}]{re.escape(_BLANKS.sub('', choice))}", squeezed))


def cleaned(text: str) -> str:
    """The text without invisible characters and without blanks around it."""
    lines = "\n".join(text.replace("\t", " ").splitlines())
    return "".join(c for c in lines if c == "\n" or unicodedata.category(c) not in _INVISIBLE).strip("\n \u3000\u00a0")


def understood(spec: FieldSpec, text: str) -> tuple[str, str | None]:
    """A field's value in its usual form, and a sentence when it is not of the field's kind.

    An empty value stands for a field that is not filled in or still shows its placeholder.
    """
    written = cleaned(text)
    if _is_placeholder(spec, written):
        return "", None
    reading = _READINGS.get(spec.kind)
    if reading is None:
        return written, None
    understand, complaint = reading
    value = understand(spec, unicodedata.normalize("NFKC", _BLANKS.sub("", written)))
    if value is None:
        return written, f"「{spec.label}」写的是「{written[:40]}」，{complaint}"
    return value, None


def _is_placeholder(spec: FieldSpec, text: str) -> bool:
    squeezed = _BLANKS.sub("", text)
    empty = {""}
    if spec.placeholder:
        empty.add(_BLANKS.sub("", spec.placeholder))
    if spec.kind is FieldKind.DATE:
        empty.add("年月日")
    if spec.kind is FieldKind.TIME:
        empty.add("时分")
    if spec.kind is FieldKind.CHOICE:
        choices = [_BLANKS.sub("", choice) for choice in spec.choices]
        empty |= {"／".join(choices), "".join(choices)}
    return squeezed in empty


def _date(_: FieldSpec, text: str) -> str | None:
    match = _DATE.fullmatch(_in_digits(text))
    if match is None:
        return None
    year, month, day = (int(part) for part in match.groups() if part)
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _in_digits(text: str) -> str:
    """Chinese numerals as digits: `二〇二七年十一月二十三日` → `2027年11月23日`."""
    tens = _TENS.sub(lambda m: f"{_DIGITS[m[1]] if m[1] else 1}{_DIGITS[m[2]] if m[2] else 0}", text)
    return "".join(_DIGITS.get(c, c) for c in tens)


def _time(_: FieldSpec, text: str) -> str | None:
    """A time, or two with a dash between them."""
    times = [_one_time(part) for part in _RANGE.split(text, maxsplit=1)]
    return None if None in times else "-".join(time for time in times if time)


def _one_time(text: str) -> str | None:
    match = _TIME.fullmatch(text)
    if match is None:
        return None
    hour, minute = int(match[2]), 30 if match[4] == "半" else int(match[3] or 0)
    if match[1] and hour < 12 and not (match[1] == "中午" and hour == 11):
        hour += _HALF_DAY[match[1]]
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None


def _number(spec: FieldSpec, text: str) -> str | None:
    match = _NUMBER.fullmatch(text.replace(",", ""))
    unit = unicodedata.normalize("NFKC", spec.unit or "")
    if match is None or match[2] not in {"", unit}:
        return None
    plain = format(Decimal(match[1]), "f")
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def _choice(spec: FieldSpec, text: str) -> str | None:
    same = {unicodedata.normalize("NFKC", _BLANKS.sub("", choice)): choice for choice in spec.choices}
    return same.get(text)


_READINGS: Mapping[FieldKind, tuple[Callable[[FieldSpec, str], str | None], str]] = {
    FieldKind.DATE: (_date, "不是完整的日期，应写成“2027年3月5日”的样子"),
    FieldKind.TIME: (_time, "不是完整的时间，应写成“14:30”的样子"),
    FieldKind.NUMBER: (_number, "不是数字"),
    FieldKind.CHOICE: (_choice, "不在选项里"),
}
