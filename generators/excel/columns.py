"""The columns of a roster: what each is called in the spreadsheets branches keep, and how it is filled."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class Column:
    """A column of a roster, filling one key of a member."""

    key: str
    """The key of `Member`."""
    heading: str
    """The heading in our own template."""
    help: str
    """How to fill it."""
    example: str
    """What the example of a full member says."""
    probationary: str
    """What the example of a probationary member says."""
    aliases: tuple[str, ...] = ()
    """Other headings that mean the same, without brackets and spaces."""
    required: bool = False
    choices: tuple[str, ...] = ()
    max: int = 20
    """The most characters; as many as the record book's rosters have room for."""
    width: int = 12
    """Width in the template, in characters."""


EDUCATION = ("小学", "初中", "高中", "中专", "大专", "本科", "研究生")
STANDING = ("正式", "预备")
YES_NO = ("是", "否")

COLUMNS: tuple[Column, ...] = (
    Column(
        "name",
        "姓名",
        "同名的在姓名后加区分，如「张示例（女）」。",
        "张示例",
        "李示例",
        ("党员姓名", "名字", "党员名字", "党员"),
        required=True,
        max=30,
        width=12,
    ),
    Column(
        "standing",
        "党员类别",
        "正式 或 预备。",
        "正式",
        "预备",
        ("人员类别", "党员类型", "类别", "党籍", "正式或预备", "是否正式党员", "党员身份"),
        choices=STANDING,
        width=10,
    ),
    Column("sex", "性别", "男 或 女。", "男", "女", required=True, choices=("男", "女"), width=6),
    Column("ethnicity", "民族", "如 汉族；空着即汉族。", "汉族", "回族", ("族别",), max=10, width=8),
    Column(
        "birth",
        "出生年月",
        "如 1980-05，也可写到日。",
        "1980-05",
        "1998-11",
        ("出生日期", "出生年月日", "出生时间", "生日", "出生"),
        required=True,
        width=12,
    ),
    Column(
        "education",
        "学历",
        "如 大专。",
        "大专",
        "本科",
        ("文化程度", "最高学历", "文化", "学历层次", "全日制学历", "教育程度"),
        required=True,
        max=10,
        width=10,
    ),
    Column(
        "joined_work",
        "参加工作时间",
        "如 2001-09，可不填；学生写入学时间。",
        "2001-09",
        "2020-07",
        ("参加工作日期", "参加工作年月", "工作时间", "参加工作", "入学时间", "参工时间"),
        width=13,
    ),
    Column(
        "joined_party",
        "入党日期",
        "党员大会通过接收为预备党员之日，写到日，如 2008-06-30。",
        "2008-06-30",
        "2026-06-28",
        ("入党时间", "入党年月日", "入党年月", "加入党组织日期", "加入党组织时间", "加入中共党组织日期", "入党"),
        required=True,
        width=13,
    ),
    Column(
        "full_since",
        "转正日期",
        "党员大会通过转为正式党员之日，写到日；预备党员空着。",
        "2009-06-30",
        "",
        ("转正时间", "转正年月日", "转正年月", "转为正式党员日期", "转为正式党员时间", "转正"),
        width=13,
    ),
    Column(
        "id_tail",
        "身份证号后四位",
        "只写后四位，可不填。写了全号的，也只取后四位。",
        "0012",
        "002X",
        (
            "身份证号",
            "身份证号码",
            "公民身份号码",
            "身份证",
            "证件号码",
            "身份证号后4位",
            "身份证后四位",
            "身份证后4位",
        ),
        width=16,
    ),
    Column(
        "position",
        "职务",
        "党内职务或工作岗位。",
        "书记",
        "",
        (
            "职务或岗位",
            "党内职务",
            "岗位",
            "工作岗位",
            "现任职务",
            "职务岗位",
            "工作单位及职务",
            "单位及职务",
            "职务/岗位",
        ),
        width=16,
    ),
    Column(
        "group",
        "党小组",
        "与支部档案里的党小组名称一致；没有划分的空着。",
        "第一党小组",
        "第二党小组",
        ("所在党小组", "所属党小组", "党小组名称", "小组"),
        max=12,
        width=14,
    ),
    Column(
        "phone",
        "联系电话",
        "手机或座机。",
        "13800000001",
        "13800000002",
        ("手机号码", "手机号", "电话", "手机", "联系方式", "电话号码", "联系电话手机", "移动电话"),
        width=16,
    ),
    Column(
        "floating",
        "流动",
        "流动党员写「是」。",
        "否",
        "是",
        ("流动党员", "是否流动", "是否流动党员", "流动标志"),
        choices=YES_NO,
        width=8,
    ),
    Column(
        "model_post",
        "示范岗",
        "示范岗、先锋岗的岗名，写了就做一块岗牌；没有的空着。",
        "党员先锋岗",
        "",
        ("先锋岗", "岗名", "示范岗名称", "党员示范岗", "党员先锋岗"),
        width=14,
    ),
    Column(
        "household",
        "党员户牌",
        "挂党员户牌的写「是」。",
        "否",
        "否",
        ("党员户", "户牌", "是否挂牌"),
        choices=YES_NO,
        width=10,
    ),
    Column("note", "备注", "不超过 20 个字。", "", "", ("说明",), width=20),
)

BY_KEY: Mapping[str, Column] = {column.key: column for column in COLUMNS}

_BY_HEADING: Mapping[str, Column] = {name: column for column in COLUMNS for name in (column.heading, *column.aliases)}

HEADINGS: tuple[str, ...] = tuple(_BY_HEADING)
"""Every heading that is understood."""

_ASIDE = re.compile(r"[(\[【〔<].*?[)\]】〕>]")
_NOISE = re.compile(r"[\s*＊:、,.·_-]")


def plain(heading: str) -> str:
    """A heading without brackets, spaces and marks: `参加工作（入学） 时间*` → `参加工作时间`."""
    return _NOISE.sub("", _ASIDE.sub("", unicodedata.normalize("NFKC", heading)))


def column_called(heading: str) -> Column | None:
    """The column that a heading means."""
    return _BY_HEADING.get(plain(heading))
