from __future__ import annotations

import pytest

from generators.excel import with_counts
from generators.problems import ContentError


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "members: {full: 21, probationary: 2, floating: 3}  # 年初\n",
            "members: {full: 20, probationary: 11, floating: 3}  # 年初\n",
        ),
        ("members: {full: '9'}\n", "members: {full: 20, probationary: 11}\n"),
        (
            "members:\n  full: 9  # 正式\n  floating: 1\n",
            "members:\n  full: 20  # 正式\n  probationary: 11\n  floating: 1\n",
        ),
        ("name: 示例\n", "name: 示例\n"),
    ],
)
def it_changes_the_numbers_and_nothing_else(before: str, after: str) -> None:
    assert with_counts(before, full=20, probationary=11) == after


def it_refuses_a_profile_it_cannot_read() -> None:
    with pytest.raises(ContentError):
        with_counts("members: {", full=1, probationary=0)
