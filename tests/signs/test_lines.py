from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators.signs.lines import LEADING, block, in_two
from generators.typeset.fonts import Face, advance

VILLAGE = "中国共产党示例镇示例村支部委员会"
JOINT = "中国共产党示例市示例区示例街道示例社区居民委员会综合服务站和物业服务企业联合支部委员会"
LONGEST = (
    "中国共产党示例省示例市示例自治县经济技术开发区示例镇人民政府农业农村与生态环境保护服务中心"
    "直属机关第一二联合支部委员会"
)


def lines_of(text: str, width: float = 500, height: float = 130, **wanted: float) -> tuple[str, ...]:
    found = block(text, width, height, **{"at_least": 10.0, "at_most": 90.0} | wanted)
    assert found is not None
    return found.lines


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        (VILLAGE, ("中国共产党", "示例镇示例村支部委员会")),
        ("中国共产党示例科技有限公司支部", ("中国共产党", "示例科技有限公司支部")),
        ("中国共产党示例市示例局机关第一支部委员会", ("中国共产党示例市示例局机关", "第一支部委员会")),
        ("中国共产党示例大学（离退休）第十二支部", ("中国共产党示例大学", "（离退休）第十二支部")),
        ("中共示例镇示例村支部委员会", ("中共示例镇示例村", "支部委员会")),
    ],
)
def a_name_breaks_where_its_sense_does(name: str, lines: tuple[str, ...]) -> None:
    assert lines_of(name) == lines


def a_long_name_stands_on_three_even_lines() -> None:
    lines = lines_of(JOINT, height=200)
    assert len(lines) == 3
    assert max(map(len, lines)) - min(map(len, lines)) <= 2
    assert lines[-1].endswith("联合支部委员会")


def no_compound_of_a_long_name_is_broken() -> None:
    assert lines_of(LONGEST, height=200) == (
        "中国共产党示例省示例市示例自治县经济技术开发区",
        "示例镇人民政府农业农村与生态环境保护",
        "服务中心直属机关第一二联合支部委员会",
    )
    assert in_two(LONGEST)[1].startswith("农业农村与生态环境保护")
    assert lines_of("中国共产党示例市生态环境保护综合行政执法支队第二支部委员会")[1:] == (
        "生态环境保护综合行政",
        "执法支队第二支部委员会",
    )


def no_mark_leaves_its_compound() -> None:
    assert lines_of("示例（有限公司）（管理）", width=60, height=900, at_least=5) == (
        "示例",
        "（有限公司）",
        "（管理）",
    )


@given(st.integers(0, 60), st.floats(60, 600), st.floats(40, 400), st.floats(0, 1), st.floats(0, 1))
def it_never_leaves_its_space(more: int, width: float, height: float, across: float, down: float) -> None:
    text = "中国共产党" + ("示例镇村街道社区学校第二医院联合综合" * 4)[:more] + "支部委员会"
    found = block(text, width, height, at_least=5, at_most=90, across=across, down=down)
    if found is None:
        return
    assert "".join(found.lines) == text
    widest = max(advance(Face.HEI_BOLD, line) for line in found.lines)
    assert (widest + across) * found.letter <= width + 0.01
    assert (1 + (len(found.lines) - 1) * LEADING + down) * found.letter <= height + 0.01
    assert 5 <= found.letter <= 90
    assert all(len(line) > 1 for line in found.lines)


def a_text_that_would_be_too_small_is_not_set() -> None:
    assert block("示例" * 40, 200, 100, at_least=10, at_most=90) is None


def a_second_line_is_taken_where_one_would_be_too_small() -> None:
    assert lines_of("党员活动室和图书角", width=85, worth=9) == ("党员活动室", "和图书角")
    assert lines_of("党员活动室和图书角", width=99, worth=9) == ("党员活动室和图书角",)


def no_mark_number_or_word_is_broken() -> None:
    assert lines_of("示例（一）党员，2026年度", width=60, height=900, most_lines=3, at_least=5) == (
        "示例（一）",
        "党员，",
        "2026年度",
    )
    assert lines_of("Party Members' Activity Room", width=150) == ("Party Members'", "Activity Room")


def a_wide_space_parts_a_name_from_its_post() -> None:
    assert lines_of("李示镕　组织委员", height=50) == ("李示镕　组织委员",)
    assert lines_of("李示镕　组织委员", width=100) == ("李示镕", "组织委员")


def a_short_word_is_spaced() -> None:
    trackings = [block(text, 900, 90, at_least=10, at_most=50) for text in ("大厅", "会议室", "综合窗口", "党员活动室")]
    spaces = [found.tracking for found in trackings if found]
    assert spaces == sorted(spaces, reverse=True)
    assert spaces[-1] == 0 < spaces[-2]
    latin = block("ABC", 900, 90, at_least=10, at_most=50)
    assert latin
    assert latin.tracking == 0


def a_name_parts_in_two_for_two_columns() -> None:
    first, second = in_two(JOINT)
    assert first + second == JOINT
    assert first.endswith("社区")
    assert abs(len(first) - len(second)) <= 5
