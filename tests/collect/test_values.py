"""Values as people write them."""

from __future__ import annotations

from typing import Any

import pytest

from generators.collect.values import cleaned, options, ticked, understood
from generators.model.form import FieldSpec


def spec(kind: str, **changes: Any) -> FieldSpec:
    choices = ["通过", "未通过", "暂缓"] if kind in {"choice", "choices"} else []
    return FieldSpec.model_validate({"field": "it", "label": "项目", "kind": kind, "choices": choices, **changes})


@pytest.mark.parametrize(
    "written",
    [
        "2027年3月5日",
        "2027-3-5",
        "2027/03/05",
        "２０２７年３月５日",
        "2027.3.5",
        "2027 年 3 月 5 日",
        "20270305",
        "二〇二七年三月五日",
    ],
)
def a_date_in_any_of_its_forms_is_understood(written: str) -> None:
    assert understood(spec("date"), written) == ("2027-03-05", None)


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("二〇二七年十月十日", "2027-10-10"),
        ("二零二七年十一月二十三日", "2027-11-23"),
        ("二〇二七年三月三十日", "2027-03-30"),
    ],
)
def a_date_in_chinese_numerals_is_understood(written: str, date: str) -> None:
    assert understood(spec("date"), written) == (date, None)


@pytest.mark.parametrize(
    "written", ["2027年2月30日", "2027年3月", "三月初", "2027年13月1日", "0000年1月1日", "2027年3月5日至6日"]
)
def no_date_is_made_of_anything_else(written: str) -> None:
    value, complaint = understood(spec("date"), written)
    assert value == written
    assert complaint == f"「项目」写的是「{written}」，不是完整的日期，应写成“2027年3月5日”的样子"


@pytest.mark.parametrize(
    ("written", "time"),
    [
        ("14:30", "14:30"),
        ("下午2时30分", "14:30"),
        ("9点半", "09:30"),
        ("９：００", "09:00"),
        ("上午9时", "09:00"),
        ("14:30—16:00", "14:30-16:00"),
        ("中午12点", "12:00"),
        ("晚上7:00", "19:00"),
    ],
)
def a_time_is_understood(written: str, time: str) -> None:
    assert understood(spec("time"), written) == (time, None)


@pytest.mark.parametrize("written", ["25:00", "9:75", "饭后", "9"])
def no_time_is_made_of_anything_else(written: str) -> None:
    value, complaint = understood(spec("time"), written)
    assert (value, bool(complaint)) == (written, True)


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("23", "23"),
        ("２３", "23"),
        ("1,234.50", "1234.5"),
        ("0.50 元", "0.5"),
        ("007", "7"),
        ("-3", "-3"),
        ("100", "100"),
        ("0", "0"),
    ],
)
def a_number_is_plain_digits(written: str, number: str) -> None:
    assert understood(spec("number", unit="元"), written) == (number, None)


@pytest.mark.parametrize("written", ["二十来个", "23人", "1e9", "9" * 40, "三"])
def no_number_is_made_of_anything_else(written: str) -> None:
    value, complaint = understood(spec("number", unit="元"), written)
    assert (value, complaint) == (written, f"「项目」写的是「{written[:40]}」，不是数字")


def a_choice_is_one_of_the_options() -> None:
    assert understood(spec("choice"), " 未通过\u3000") == ("未通过", None)
    assert understood(spec("choice"), "再议") == ("再议", "「项目」写的是「再议」，不在选项里")


@pytest.mark.parametrize(
    ("kind", "shown"),
    [
        ("text", "\u3000\u3000\u3000"),
        ("text", "＿＿＿"),
        ("text", "点击填写"),
        ("date", "　　　年　月　日"),
        ("time", "　　时　　分"),
        ("choice", "通过／未通过／暂缓"),
        ("choice", "通过\u3000未通过\u3000暂缓"),
        ("number", "\n"),
        ("long", ""),
    ],
)
def a_placeholder_is_nothing(kind: str, shown: str) -> None:
    assert understood(spec(kind, placeholder="点击填写"), shown) == ("", None)


def a_text_keeps_its_lines_and_loses_what_cannot_be_seen() -> None:
    assert cleaned("\u3000第一行\r\n\u200b第二行\x07\u3000\n") == "第一行\n第二行"
    assert understood(spec("long"), "一\n\n二")[0] == "一\n\n二"
    assert understood(spec("text"), "年月日")[0] == "年月日"


def a_tick_is_seen_by_its_sign() -> None:
    assert [ticked(text) for text in ("☑", "☒ 是", "√", "☐", "□", "", "是")] == [
        True,
        True,
        True,
        False,
        False,
        None,
        None,
    ]


def the_ticked_options_are_found_in_a_text() -> None:
    assert options("☑通过　☐未通过 √ 暂缓", ("通过", "未通过", "暂缓")) == ("通过", "暂缓")
