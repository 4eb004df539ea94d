"""Pydantic's findings as Chinese sentences with places and cures."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from generators.content.fields import field_at, head, keys, noun_at, sense
from generators.problems import Problem, listed, near

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from generators.content.source import Loc, Source
    from generators.model.base import Noun

_Sentence = tuple[str, str]
"""What is wrong, and how to mend it."""


def explain(error: ErrorDetails, noun: type[Noun], source: Source) -> Problem:
    """One finding of pydantic about a noun, as a problem at the exact key or value."""
    finding = _Finding(error["loc"], error["input"], error.get("ctx", {}), noun)
    what, fix = _SENTENCES.get(error["type"], _other)(finding)
    return Problem(source.path, *source.place(finding.loc, key=error["type"] == "extra_forbidden"), what, fix)


class _Finding(NamedTuple):
    """What pydantic found at one place."""

    loc: Loc
    given: Any
    context: dict[str, Any]
    """Pydantic's figures: limits, patterns, permitted values."""
    noun: type[Noun]
    """The noun in whose file it stands."""

    @property
    def called(self) -> str:
        """`「stages」`, or for an item of a list `「stages」的第 2 项`."""
        words = [index for index, part in enumerate(self.loc) if isinstance(part, str) and part != "[key]"]
        if not words:
            return "这里"
        name = f"「{self.loc[words[-1]]}」"
        after = self.loc[words[-1] + 1 :]
        return f"{name}的第 {int(after[0]) + 1} 项" if after and isinstance(after[0], int) else name

    @property
    def shown(self) -> str:
        """What is written there, in short."""
        if isinstance(self.given, dict):
            return "一组「键: 值」"
        if isinstance(self.given, list):
            return "列表"
        text = str(self.given)
        return f"「{text[:20]}……」" if len(text) > 20 else f"「{text}」"

    @property
    def sense(self) -> str:
        """What the field is for, by its own description."""
        return sense(field_at(self.noun, self.loc))


def _missing(f: _Finding) -> _Sentence:
    return f"缺少必填的键「{f.loc[-1]}」", f"请补上：{f.sense}" if f.sense else "请补上"


def _unknown_key(f: _Finding) -> _Sentence:
    key = str(f.loc[-1])
    owner = noun_at(f.noun, f.loc[:-1])
    known = keys(owner) if owner else {}
    if owner:
        named = [k for k, name in known.items() if head(owner.model_fields[name].description) == key]
        guess = f"是不是「{named[0]}」？" if named else near(key, known)
    else:
        guess = ""
    return f"不认识的键「{key}」", guess or f"这里可以写：{listed(list(known), 40)}"


def _text(f: _Finding) -> _Sentence:
    return f"{f.called}应是一段文字，这里写成了{f.shown}", "文字里有「: 」或以「[」「{」开头时，请给整段加引号"


def _whole_number(f: _Finding) -> _Sentence:
    return f"{f.called}应是整数，这里写的是{f.shown}", "请只写阿拉伯数字，不带单位"


def _number(f: _Finding) -> _Sentence:
    return f"{f.called}应是数字，这里写的是{f.shown}", "请只写阿拉伯数字，不带单位"


def _yes_or_no(f: _Finding) -> _Sentence:
    return f"{f.called}只能写 true（是）或 false（否），这里写的是{f.shown}", ""


def _one_of(f: _Finding) -> _Sentence:
    values = re.findall(r"'([^']*)'", str(f.context["expected"]))
    guess = near(f.given, values) if isinstance(f.given, str) else ""
    return f"{f.called}不能写{f.shown}", guess or f"只能是：{listed(values, 40)}"


def _pattern(f: _Finding) -> _Sentence:
    return f"{f.called}的写法{f.shown}不对", f"应是：{_PATTERNS.get(str(f.context['pattern'])) or f.sense}"


def _list(f: _Finding) -> _Sentence:
    return f"{f.called}应是列表，这里写的是{f.shown}", "请每项另起一行以「- 」开头，或写成 [甲, 乙]"


def _mapping(f: _Finding) -> _Sentence:
    owner = noun_at(f.noun, f.loc)
    known = f"，可以写：{listed(list(keys(owner)), 40)}" if owner else ""
    return f"{f.called}应是一组「键: 值」，这里写的是{f.shown}", f"请每行写一个键{known}"


def _too_short(f: _Finding) -> _Sentence:
    return f"{f.called}至少要有 {f.context['min_length']} 项", "请补上"


def _too_long(f: _Finding) -> _Sentence:
    return f"{f.called}最多 {f.context['max_length']} 项，这里有 {f.context['actual_length']} 项", "请合并或删减"


def _text_too_short(f: _Finding) -> _Sentence:
    return f"{f.called}不能空着", "请写上内容，或删去这个键"


def _text_too_long(f: _Finding) -> _Sentence:
    return f"{f.called}最多 {f.context['max_length']} 个字，这里有 {len(f.given)} 个", "请缩短"


def _bound(words: str, limit: str) -> _Speaker:
    return lambda f: (f"{f.called}应{words} {f.context[limit]:g}，这里写的是{f.shown}", "请核对")


def _own(f: _Finding) -> _Sentence:
    """A rule of the model's own; its ValueError is a Chinese sentence already."""
    return str(f.context["error"]), ""


def _other(f: _Finding) -> _Sentence:
    return f"{f.called}的写法不对，这里写的是{f.shown}", f"应是：{f.sense}" if f.sense else ""


_Speaker = Callable[[_Finding], _Sentence]

_PATTERNS = {
    r"^\d{4}-\d{2}-\d{2}$": "写到日的日期，如 2024-11-20",
    r"^[a-z][a-z0-9-]*$": "小写字母开头，后面是小写字母、数字和「-」",
    r"^[a-z][a-z0-9_]*$": "小写字母开头，后面是小写字母、数字和「_」",
    r"^\d{3}[\dX]$": "身份证号后四位，如 123X",
    r"^[A-Z]$": "一个大写字母，如 Z",
    r"^[A-Z]\d{1,2}$": "一个大写字母加一两位数字，如 Z1",
}
"""Patterns of the models in words; for others the field's own description says what is meant."""

_SENTENCES: dict[str, _Speaker] = {
    "missing": _missing,
    "extra_forbidden": _unknown_key,
    "string_type": _text,
    "int_type": _whole_number,
    "int_parsing": _whole_number,
    "int_parsing_size": _whole_number,
    "int_from_float": _whole_number,
    "float_type": _number,
    "float_parsing": _number,
    "finite_number": _number,
    "bool_type": _yes_or_no,
    "bool_parsing": _yes_or_no,
    "enum": _one_of,
    "string_pattern_mismatch": _pattern,
    "tuple_type": _list,
    "dict_type": _mapping,
    "model_type": _mapping,
    "too_short": _too_short,
    "too_long": _too_long,
    "string_too_short": _text_too_short,
    "string_too_long": _text_too_long,
    "greater_than": _bound("大于", "gt"),
    "greater_than_equal": _bound("不小于", "ge"),
    "less_than": _bound("小于", "lt"),
    "less_than_equal": _bound("不大于", "le"),
    "value_error": _own,
}
