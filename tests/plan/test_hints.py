from __future__ import annotations

from typing import Any

import pytest

from generators.plan.hints import hints
from tests.plan.nouns import branch

ALONE = {"has_committee": "false", "committee_size": "0"}


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, []),
        ({**ALONE, "members": {"full": "2"}}, ["正式党员不足 3 名"]),
        ({**ALONE, "members": {"full": "3"}}, []),
        ({**ALONE, "members": {"full": "6"}}, []),
        ({**ALONE, "members": {"full": "7"}}, ["正式党员已有 7 名以上"]),
        ({"members": {"full": "6"}}, ["正式党员不足 7 名"]),
        ({"members": {"full": "48", "probationary": "2"}}, []),
        ({"members": {"full": "48", "probationary": "3"}}, ["党员超过 50 名"]),
        ({"groups": []}, ["党员超过 15 名"]),
    ],
)
def it_hints(changes: dict[str, Any], found: list[str]) -> None:
    texts = [hint.text for hint in hints(branch(**changes))]
    assert [any(t.startswith(f) for t in texts) for f in found] == [True] * len(found)
    assert len(texts) == len(found)
