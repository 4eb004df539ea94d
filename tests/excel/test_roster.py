from __future__ import annotations

from datetime import date

import pytest

from generators.excel import read_roster, roster_template
from generators.excel.columns import COLUMNS
from generators.model.branch import Standing
from generators.problems import ContentError, ZhibuError
from tests.excel.spreadsheets import GROUPS, HEAD, LI, ZHANG, changed, roster, xlsx


def problems(*rows: object, **options: object) -> list[str]:
    with pytest.raises(ContentError) as found:
        read_roster(roster(*rows, **options), "名单.xlsx", GROUPS)  # type: ignore[arg-type]
    return [str(problem) for problem in found.value.problems]


def it_reads_a_list_as_branches_keep_it() -> None:
    rows = read_roster(roster(ZHANG, LI), "名单.xlsx", GROUPS)
    zhang, li = rows.members
    assert (zhang.name, zhang.birth, zhang.full_since, zhang.standing) == (
        "张示例",
        "1980-05",
        "2004-06-28",
        Standing.FULL,
    )
    assert (li.ethnicity, li.birth, li.joined_party) == ("回族", "1991-03", "2026-06-28")
    assert li.standing is Standing.PROBATIONARY
    assert "note" not in zhang.model_fields_set
    assert li.note == "外出"


def it_understands_other_headings_in_other_rows_and_passes_over_columns_it_does_not_know() -> None:
    head = [
        "序号",
        "党员姓名",
        "性 别",
        "族别",
        "出生日期\n（年月日）",
        "文化程度*",
        "入党日期",
        "转正日期",
        "手机号码",
        "所在党小组",
        "身份证号码",
        "血型",
    ]
    row = [
        1,
        "张　示",
        "男性",
        "汉",
        date(1980, 5, 1),
        "大专",
        date(2003, 6, 28),
        date(2004, 6, 28),
        13800001001,
        "第一党小组",
        "11010119800501123x",
        "A",
    ]
    sheet = [
        ["示例村党支部党员花名册"],
        ["填表人：张示例", "", "2027年1月"],
        [],
        head,
        row,
        [],
        ["", "合计", 1],
        ["", "注：以系统为准"],
    ]
    rows = read_roster(xlsx({"Sheet1": sheet}), "名单.xlsx", GROUPS)
    (member,) = rows.members
    assert rows.unread == ("血型",)
    assert (member.name, member.sex.value, member.ethnicity) == ("张示", "男", "汉族")
    assert (member.birth, member.joined_party, member.phone) == ("1980-05-01", "2003-06-28", "13800001001")
    assert member.id_tail == "123X"


def it_joins_headings_that_stand_in_two_rows() -> None:
    head = [
        ["姓名", "性别", "出生年月", "学历", "党籍情况", "", "党小组"],
        ["", "", "", "", "入党时间", "转正时间", ""],
    ]
    sheet = [*head, ["张示例", "男", "1980.05", "大专", "2003.06.28", "2004.06.28", "第一党小组"]]
    (member,) = read_roster(xlsx({"党员": sheet}), "名单.xlsx", GROUPS).members
    assert member.full_since == "2004-06-28"


def it_reads_full_and_probationary_members_from_two_sheets() -> None:
    head = [heading for heading in HEAD if heading != "转正时间"]
    row = [value for heading, value in zip(HEAD, LI, strict=True) if heading != "转正时间"]
    book = xlsx(
        {
            "正式党员名册": [HEAD, ZHANG],
            "预备党员名册": [head, row],
            "流动党员登记": [HEAD, ZHANG],
            "示例": [HEAD, ZHANG],
        }
    )
    members = read_roster(book, "名单.xlsx", GROUPS).members
    assert [member.standing.value for member in members] == ["正式", "预备"]


def it_takes_nothing_for_no_and_none_for_away() -> None:
    (member,) = read_roster(roster(changed(ZHANG, 联系电话="无", 备注="—")), "名单.xlsx", GROUPS).members
    assert member.phone is None
    assert "phone" in member.model_fields_set
    assert "note" not in member.model_fields_set


def it_names_every_bad_cell_at_once_in_order() -> None:
    found = problems(
        changed(ZHANG, 出生年月="80.5"),
        changed(LI, 性别="妇", 入党时间="2026.6"),
        changed(ZHANG, 姓名="", 联系电话="见备注"),
        changed(ZHANG, 姓名="王示例", 党小组="第一小组"),
        changed(ZHANG, 姓名="赵示例", 党小组=""),
        changed(ZHANG, 姓名="王示例"),
    )
    assert found == [
        "名单.xlsx 花名册!D2：出生年月「80.5」看不懂，请写成 1980-05",
        "名单.xlsx 花名册!B3：性别「妇」看不懂，请写男或女",
        "名单.xlsx 花名册!F3：入党日期「2026.6」没有写到日，请写成 2026-06-28 的样子",
        "名单.xlsx 花名册!A4：没有写姓名，请补上",
        "名单.xlsx 花名册!H4：联系电话「见备注」不像电话号码，请核对",
        "名单.xlsx 花名册!I5：支部档案里没有党小组「第一小组」，是不是「第一党小组」？",
        "名单.xlsx 花名册!I6：没有写党小组，本支部划分了党小组，每名党员都应编入一个",
        "名单.xlsx 花名册!A7：姓名「王示例」与第 5 行重复，是同一人请删去一行，是同名请在姓名后加区分，如「（女）」「（大）」",
    ]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"出生年月": "1980-02-30"}, "D2：出生年月「1980-02-30」日历上没有，请核对年月日"),
        ({"出生年月": 1980.1}, "D2：出生年月「1980.1」分不清是 1 月还是 10 月，请写成 1980-01 或 1980-10"),
        ({"出生年月": "1780-01"}, "D2：出生年月「1780-01」的年份不对，请核对"),
        ({"出生年月": "2010-01"}, "F2：入党日期「2003-06-28」不在出生年月「2010-01」之后，请核对"),
        ({"转正时间": "2002-06-28"}, "G2：转正日期「2002-06-28」早于入党日期「2003-06-28」，请核对"),
        (
            {"转正时间": ""},
            "G2：看不出是正式党员还是预备党员，正式党员请写转正日期；预备党员请写「预备」，或加一列「党员类别」",
        ),
        ({"备注": "长" * 21}, "J2：备注「长长长长长长长长长长长长……」有 21 个字，最多 20 个字，请改短"),
        ({"备注": "看不\u200b见"}, "J2：备注里有看不见的字符 U+200B，请删去重打"),
        ({"姓名": "张\ue000"}, "A2：姓名里有私用区字符 U+E000（多是从 Word 复制来的项目符号或造字），请删去重打"),
        ({"姓名": "13800000000"}, "A2：姓名「13800000000」不像姓名，请核对"),
        ({"学历": ""}, "E2：没有写学历，请补上"),
    ],
)
def it_says_what_is_wrong_with_a_cell(change: dict[str, object], said: str) -> None:
    assert problems(changed(ZHANG, **change)) == [f"名单.xlsx 花名册!{said}"]


def it_never_shows_an_identity_number() -> None:
    head = [*HEAD, "身份证号"]
    found = problems([*ZHANG, "1101011980050112"], [*LI, 110101198005011234.0], head=head)
    assert found == [
        "名单.xlsx 花名册!K2：身份证号后四位应为 18 位，或只写后四位，请核对；末位可以是 X",
        "名单.xlsx 花名册!K3：身份证号后四位被存成了数字，末几位已经丢失，请把这一列改成文本格式，重新填写（只填后四位即可）",
    ]


def it_gives_back_the_zeros_a_number_has_lost() -> None:
    (member,) = read_roster(roster([*ZHANG, 12], head=[*HEAD, "身份证后四位"]), "名单.xlsx", GROUPS).members
    assert member.id_tail == "0012"


def it_says_which_column_is_missing() -> None:
    head = [{"学历": "学历情况", "入党时间": "入党"}.get(heading, heading) for heading in HEAD]
    assert problems(ZHANG, head=head) == [
        "名单.xlsx 花名册：没有找到「学历」这一列，「学历情况」是不是这一列？请改成「学历」"
    ]


def it_refuses_two_columns_of_one_meaning() -> None:
    assert problems([*ZHANG, "1"], head=[*HEAD, "手机"]) == [
        "名单.xlsx 花名册!K1：有两列都是「联系电话」，请删去一列，或改掉表头「手机」"
    ]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([["今天", "天气"]], "没有找到花名册"),
        ([HEAD], "表头下面没有人员"),
        (
            [HEAD, *[changed(ZHANG, 姓名=f"示例{chr(0x4E00 + n)}") for n in range(5001)]],
            "有 5001 名党员，超过一个支部的上限 5000 名",
        ),
    ],
)
def it_refuses_a_file_without_a_roster_or_with_too_many(rows: list[list[str]], said: str) -> None:
    with pytest.raises(ZhibuError, match=said):
        read_roster(xlsx({"花名册": rows}), "名单.xlsx", GROUPS)


def the_template_is_read_back_and_its_examples_are_not() -> None:
    with pytest.raises(ZhibuError, match="表头下面没有人员"):
        read_roster(roster_template("2026-11-22", GROUPS), "模板.xlsx", GROUPS)


def the_examples_of_the_template_are_right() -> None:
    head = [column.heading for column in COLUMNS]
    people = [[column.example for column in COLUMNS], [column.probationary for column in COLUMNS]]
    members = read_roster(xlsx({"花名册": [head, *people]}), "名单.xlsx", GROUPS).members
    assert [(m.name, m.standing.value, m.floating) for m in members] == [
        ("张示例", "正式", False),
        ("李示例", "预备", True),
    ]
