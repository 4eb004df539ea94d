"""Procedures: every arrow of the chart leads somewhere, and every step is reached."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from generators.model.procedure import END, Procedure, Step
from generators.problems import near

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generators.content.draft import Draft
    from generators.content.source import Loc
    from generators.problems import Problem


def check_procedures(draft: Draft) -> Iterator[Problem]:
    """Aliases are there for search; steps are distinct, lead to steps that exist, and can all be reached."""
    for procedure in draft.of(Procedure).values():
        if not procedure.aliases:
            what = "流程没有写搜索用语（aliases）"
            yield draft.problem(procedure, (), what, "请写上群众和工作人员的各种问法，十个以上为好")
        steps = dict(_located(procedure))
        yield from _ids(draft, procedure, steps)
        astray = list(_targets(draft, procedure, steps))
        yield from astray or _reach(draft, procedure, steps)


def _located(procedure: Procedure) -> Iterator[tuple[Loc, Step]]:
    for s, stage in enumerate(procedure.stages):
        for n, step in enumerate(stage.steps):
            yield ("stages", s, "steps", n), step


def _ids(draft: Draft, procedure: Procedure, steps: dict[Loc, Step]) -> Iterator[Problem]:
    seen: set[str] = set()
    for loc, step in steps.items():
        if step.id == END:
            yield draft.problem(procedure, (*loc, "id"), "「end」表示流程终止，不能作步骤的 id", "请换一个")
        elif step.id in seen:
            yield draft.problem(procedure, (*loc, "id"), f"步骤 id「{step.id}」重复", "同一流程里每步的 id 应不同")
        seen.add(step.id)
        labels = [answer.label for answer in step.answers]
        for index, label in enumerate(labels):
            if label in labels[:index]:
                yield draft.problem(procedure, (*loc, "answers", index, "label"), f"答案「{label}」重复", "请改写")
        if step.post in step.together:
            at = (*loc, "together", step.together.index(step.post))
            yield draft.problem(procedure, at, f"责任岗位「{step.post}」不必再写进 together", "请删去")


def _leads(loc: Loc, step: Step) -> Iterator[tuple[Loc, str]]:
    for index, answer in enumerate(step.answers):
        yield (*loc, "answers", index, "to"), answer.to
    for index, otherwise in enumerate(step.otherwise):
        if otherwise.to:
            yield (*loc, "otherwise", index, "to"), otherwise.to


def _targets(draft: Draft, procedure: Procedure, steps: dict[Loc, Step]) -> Iterator[Problem]:
    known = [step.id for step in steps.values()]
    for loc, step in steps.items():
        for place, to in _leads(loc, step):
            if to != END and to not in known:
                fix = near(to, [*known, END]) or "请写本流程某一步的 id，或 end（流程终止）"
                yield draft.problem(procedure, place, f"流程里没有步骤「{to}」", fix)
            elif to == step.id:
                yield draft.problem(procedure, place, f"步骤「{to}」指向了自己", "请改成另一步")


def _reach(draft: Draft, procedure: Procedure, steps: dict[Loc, Step]) -> Iterator[Problem]:
    """Follow the arrows from the first step; what is left over nobody would ever do."""
    order = list(steps.values())
    onward = {step.id: {to for _, to in _leads(loc, step)} for loc, step in steps.items()}
    for step, after in pairwise(order):
        if not step.is_decision:
            onward[step.id].add(after.id)
    reached = _reached(order[0].id, onward)
    for loc, step in steps.items():
        if step.id not in reached:
            fix = "请检查前面判断（ask）的答案，或调整先后"
            yield draft.problem(procedure, (*loc, "id"), f"没有一步通向步骤「{step.id}」", fix)
            reached |= _reached(step.id, onward)


def _reached(start: str, onward: dict[str, set[str]]) -> set[str]:
    reached: set[str] = set()
    waiting = {start}
    while waiting:
        step_id = waiting.pop()
        reached.add(step_id)
        waiting |= onward.get(step_id, set()) - reached
    return reached
