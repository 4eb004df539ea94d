from __future__ import annotations

from typing import Any

import pytest

from generators.content.parse import parse
from generators.excel import names_in, updated_roster
from generators.model.branch import Member, Roster
from generators.problems import ContentError

WRITTEN = """\
# 花名册：示例
# 核对于 2027-01
members:
  # 第一党小组
  - name: 张示例  # 组长
    sex: 男
    birth: 1980-05
    education: 大专  # 在读本科
    joined_party: 2003-06-28
    # 转正时有延长
    full_since: 2004-12-28
    phone: "13800001001"
    dues: {category: 农民, monthly: 0.2}
    note: >
      家庭困难，
      每季走访

  # 第二党小组
  - name: 李示例
    standing: 预备
    sex: 女
    birth: 1991-03
    education: 本科
    joined_party: 2026-06-28
    # 明年 6 月转正
  - {name: 王示例, sex: 男, birth: 1970-01, education: 高中, joined_party: 1999-07-01, full_since: 2000-07-01}  # 支部委员
# 完
"""


def member(name: str, **written: Any) -> Member:
    base = {
        "sex": "男",
        "birth": "1980-05",
        "education": "大专",
        "joined_party": "2003-06-28",
        "full_since": "2004-12-28",
    }
    return Member.model_validate({"name": name, **base, **written})


def zhang(**written: Any) -> Member:
    return member("张示例", **written)


def li(**written: Any) -> Member:
    given = {
        "standing": "预备",
        "sex": "女",
        "birth": "1991-03",
        "education": "本科",
        "joined_party": "2026-06-28",
        "full_since": None,
    }
    return member("李示例", **{**given, **written})


def wang(**written: Any) -> Member:
    given = {"birth": "1970-01", "education": "高中", "joined_party": "1999-07-01", "full_since": "2000-07-01"}
    return member("王示例", **{**given, **written})


def loaded(text: str) -> tuple[Member, ...]:
    parsed = parse(text.encode(), "rosters/x.yml")
    assert not parsed.problems
    assert parsed.root
    plain = parsed.root.plain()
    assert isinstance(plain, dict)
    return Roster.model_validate({**plain, "id": "x"}).members


def it_changes_nothing_when_nothing_changes() -> None:
    assert updated_roster(WRITTEN, [zhang(), li(), wang()]) == WRITTEN


def it_mends_lines_and_keeps_comments_and_what_the_list_does_not_say() -> None:
    text = updated_roster(WRITTEN, [zhang(education="本科", position="书记: 主任", phone=None), li(), wang()])
    assert text == WRITTEN.replace("education: 大专  # 在读本科", "education: 本科  # 在读本科").replace(
        '    phone: "13800001001"\n', '    position: "书记: 主任"\n'
    )


def it_makes_a_probationary_member_full() -> None:
    text = updated_roster(WRITTEN, [zhang(), li(standing="正式", full_since="2027-06-28"), wang()])
    assert "    standing: 正式\n" in text
    assert "    joined_party: 2026-06-28\n    # 明年 6 月转正\n    full_since: 2027-06-28\n" in text


def it_replaces_a_text_over_several_lines() -> None:
    text = updated_roster(WRITTEN, [zhang(note="已脱困"), li(), wang()])
    assert "    note: 已脱困\n\n  # 第二党小组\n" in text


def it_writes_new_members_in_order_and_drops_those_who_left() -> None:
    text = updated_roster(
        WRITTEN, [li(), member("赵示例", ethnicity="汉族", group="第一党小组", floating="true"), zhang()]
    )
    assert names_in(text) == ("李示例", "赵示例", "张示例")
    assert text.startswith("# 花名册：示例\n# 核对于 2027-01\nmembers:\n")
    assert text.endswith("\n# 完\n")
    assert "王示例" not in text
    assert "  # 第一党小组\n  - name: 张示例  # 组长\n" in text
    new = text[text.index("  - name: 赵示例") : text.index("  # 第一党小组")]
    assert new.splitlines() == [
        "  - name: 赵示例",
        "    sex: 男",
        "    birth: 1980-05",
        "    education: 大专",
        "    joined_party: 2003-06-28",
        "    full_since: 2004-12-28",
        "    group: 第一党小组",
        "    floating: true",
    ]


def it_writes_a_member_in_braces_anew_only_when_it_changes() -> None:
    text = updated_roster(WRITTEN, [zhang(), li(), wang(phone="13800001003")])
    assert "  # 支部委员\n  - name: 王示例\n    sex: 男\n" in text
    assert "    phone: 13800001003\n# 完\n" in text


def it_tells_namesakes_apart_by_birth() -> None:
    old = updated_roster(None, [zhang(note="大"), zhang(birth="1990-01", note="小")])
    text = updated_roster(old, [zhang(birth="1990-01"), zhang()])
    assert [m.note for m in loaded(text)] == ["小", "大"]


@pytest.mark.parametrize(
    "existing",
    [None, "", "members: []\n", "members: [{name: 张示例, sex: 女}]\n", WRITTEN, WRITTEN.replace("\n", "\r\n")],
)
def the_text_loads_as_the_members(existing: str | None) -> None:
    wanted = [
        li(note="是：# 不是, [注]"),
        zhang(position='说"了"', id_tail="001X", note=None),
        member("欧阳·示例", note="null"),
    ]
    read = loaded(updated_roster(existing, wanted))
    assert [m.name for m in read] == ["李示例", "张示例", "欧阳·示例"]
    for written, found in zip(wanted, read, strict=True):
        assert {k: getattr(found, k) for k in written.model_fields_set} == {
            k: getattr(written, k) for k in written.model_fields_set
        }


def it_finds_its_way_in_unusual_files() -> None:
    text = 'members:\n- "name": 张示例\n  sex: 男\n  education:\n    小学 # 旧\n  birth: 1980-05\n  joined_party: "2003-06-28" # 大会\n  full_since: 2004-12-27 # 批复\n# 尾\n'
    assert updated_roster(text, [zhang()]) == text.replace("education:\n    小学 # 旧", "education: 大专").replace(
        "12-27", "12-28"
    )
    dashes = "members:\n  - name: 李示例\n    sex: 女\n  -\n    name: 张示例\n    sex: 女\n"
    assert [m.sex.value for m in loaded(updated_roster(dashes, [zhang(), li()]))] == ["男", "女"]


def it_writes_dues_as_a_mapping() -> None:
    text = updated_roster(None, [zhang(dues={"category": "在职月薪", "base": "3600", "rate": "1%", "monthly": "36"})])
    assert "    dues: {category: 在职月薪, base: 3600, rate: 1%, monthly: 36}\n" in text


def it_refuses_a_file_it_cannot_read() -> None:
    with pytest.raises(ContentError, match="花名册:1"):
        updated_roster("members: [", [zhang()])


def it_writes_an_empty_list() -> None:
    assert updated_roster(None, []).endswith("members: []\n")
