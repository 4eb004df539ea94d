"""The table of policies and the history, as the fact base gives them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generators.model.policy import PolicyStatus

if TYPE_CHECKING:
    from generators.model.library import Library

TABLE = {
    "TL17": ("2017-04-13", "铜发〔2017〕10号"), "AH17": ("2017", None), "DZ": ("2022-10-22", None), "FZ26": ("2026-05-11", None),
    "FZ14": ("2014-05-28", None), "ZB18": ("2018-10-28", None), "XJ20": ("2020-07-13", None), "RQ18": ("2018-07", None),
    "JY19": ("2019-05-06", None), "CZ24": ("2024-06-16", None), "LD24": ("2024-11-11", None), "DF08": ("2008-02", "中组发〔2008〕3号"),
    "DF17": ("2017", "组电明字〔2017〕5号"), "QL20": ("2020-12-25", None), "GK17": ("2017-12-20", None), "QS19": ("2019-01-31", None),
    "NC18": ("2018-12-28", None), "JG19": ("2019-12", None), "GQ19": ("2019-12-30", None), "GX21": ("2021-04", None),
    "ZZ16": ("2016-10-27", None), "MZ16": ("2016-12", None), "SZ19": ("2019", None), "DC23": ("2023-12", None), "BZ17": ("2017", None),
    "DH21": ("2021-06-26", None), "JF17": ("2017", "财行〔2017〕324号"), "CJ22": ("2022-08-22", None), "JF24": ("2024-08-06", None),
    "CS19": ("2019-05", None), "BD14": ("2014", None), "GH24": (None, None), "SY10": ("2010", None),
}  # fmt: skip
"""Policy → date and number of the fact base's table; what it does not know is not written either."""
ORIGIN_AND_UNCHANGED = {"TL17"}


@pytest.fixture
def ours(library: Library) -> Library:
    if "TL17" not in library.policy or "FZ26" not in library.policy:
        pytest.skip("other content")
    return library


def test_the_table_is_whole_with_its_dates_and_numbers(ours: Library) -> None:
    assert {name: (ours.policy[name].issued, ours.policy[name].document_number) for name in TABLE} == TABLE


def test_what_is_superseded_is_named_with_what_holds_now(ours: Library) -> None:
    superseded = {policy.id: policy.superseded_by for policy in ours.policy.values() if policy.superseded_by}
    assert superseded == {"FZ14": "FZ26", "XJ90": "XJ20", "DQ96": "DH21"}
    for policy in ours.policy.values():
        assert (policy.id in superseded) == (policy.status in {PolicyStatus.AMENDED, PolicyStatus.REPEALED})
    assert ours.policy["TL17"].status is PolicyStatus.ORIGIN


def test_every_policy_of_the_history_says_what_it_changed(ours: Library) -> None:
    in_history = {name for milestone in ours.milestone.values() for name in milestone.policies}
    assert len(in_history) == len(ours.milestone) - 1, "one milestone is no document"
    assert [name for name in sorted(in_history - ORIGIN_AND_UNCHANGED) if not ours.policy[name].changes] == []


def test_every_change_says_how_sure_it_is(ours: Library) -> None:
    assert [policy.id for policy in ours.policy.values() if not all(change.verified for change in policy.changes)] == []


def test_the_comparison_of_2014_and_2026_is_whole(ours: Library) -> None:
    subjects = [change.text.split("：")[0] for change in ours.policy["FZ26"].changes]
    expected = {
        "列为发展对象",
        "预审合格后多久开大会",
        "入党宣誓时间",
        "发展对象培训",
        "入党介绍人",
        "政治审查",
        "转正手续",
        "表样",
        "条号",
    }
    assert expected <= set(subjects)
