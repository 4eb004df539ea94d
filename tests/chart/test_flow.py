from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from generators.chart.flow import Flow, flow

if TYPE_CHECKING:
    from collections.abc import Callable

    from generators.model.procedure import Procedure

TEXT = """
    # 申请
    first p1 受理吗？ 受理>ask 不受理>end
    ask p0 递交申请
    # 审批
    good p1 材料齐全吗？ 齐全>decide 不全>ask 太旧>ask 要查>first
    decide p0 决定
"""


@pytest.fixture
def build(read_procedure: Callable[[str], Procedure], make_posts: Callable[..., Any]) -> Callable[..., Flow]:
    return lambda stage=None: flow(read_procedure(TEXT), make_posts("甲", "乙"), stage)


def exits(made: Flow, index: int) -> list[tuple[str, int | None, str, bool]]:
    return [(e.label, e.target, e.goal, e.onward) for e in made.nodes[index].exits]


def test_something_done_leads_to_the_next_step_and_the_last_one_nowhere(build: Callable[..., Flow]) -> None:
    assert exits(build(), 1) == [("", 2, "第1步后", True)]
    assert exits(build(), 3) == []


def test_answers_to_one_step_are_one_exit(build: Callable[..., Flow]) -> None:
    assert exits(build(), 2) == [
        ("齐全", 3, "第2步", True),
        ("不全／太旧", 1, "第1步", False),
        ("要查", 0, "第1步前", False),
    ]


def test_an_answer_may_end_the_procedure(build: Callable[..., Flow]) -> None:
    assert exits(build(), 0)[1] == ("不受理", None, "终", False)


def test_in_a_stage_the_other_stages_are_outside(build: Callable[..., Flow]) -> None:
    first, second = build(0), build(1)
    assert [node.step.id for node in second.nodes] == ["good", "decide"]
    assert [node.number for node in second.nodes] == [None, 2]
    assert exits(first, 1) == [("", None, "第1步后", True)]
    assert [target for _, target, _, _ in exits(second, 0)] == [1, None, None]
    assert [node.terminal for node in (*first.nodes, *second.nodes)] == [True, False, False, True]
