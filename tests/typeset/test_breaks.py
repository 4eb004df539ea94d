from __future__ import annotations

import pytest

from generators.typeset.breaks import halves, middle


@pytest.mark.parametrize(
    ("label", "lines"),
    [
        ("更新或撤下日期", ("更新或", "撤下日期")),
        ("缺席人员及补学安排", ("缺席人员", "及补学安排")),
        ("动机与认识要点", ("动机与", "认识要点")),
        ("应到有表决权", ("应到", "有表决权")),
        ("联系人身份", ("联系人", "身份")),
    ],
)
def it_breaks_a_label_between_its_words(label: str, lines: tuple[str, str]) -> None:
    assert halves(label) == lines


def it_begins_a_line_with_the_bracket() -> None:
    assert halves("参加工作（入学）时间") == ("参加工作", "（入学）时间")


def it_keeps_pairs_of_characters_together() -> None:
    assert halves("会议记录页码") == ("会议记录", "页码")
    assert halves("统一社会信用代码") == ("统一社会", "信用代码")


def it_does_not_go_far_from_the_middle_for_a_word() -> None:
    assert halves("听取和研究本支部的工作") == middle("听取和研究本支部的工作")
