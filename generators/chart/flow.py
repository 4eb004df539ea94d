"""Who does what after what: a procedure as numbered nodes in lanes, with the exits of each."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from generators.model.procedure import END

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generators.model.post import Post
    from generators.model.procedure import Procedure, Step


_UNNAMED: Mapping[str, str] = MappingProxyType({})


class Exit(NamedTuple):
    """Where it goes on after a step."""

    label: str
    """The answer; answers that lead to the same step are one exit. Empty after something done."""
    to: str
    """The id of the step, or `end`."""
    target: int | None
    """Index of the node in this chart; None when it leads out of the chart or to the end."""
    goal: str
    """What a mark says that stands for the target: 终, 第6步, 第6步后 (a question that follows step 6), or 转「…」."""
    onward: bool
    """Whether it leads to the very next step of the procedure."""
    procedure: str | None
    """The other procedure that takes over where this one ends."""


@dataclass(frozen=True, slots=True)
class Node:
    """A step in its place."""

    index: int
    step: Step
    number: int | None
    lane: int
    stage: int
    terminal: bool
    exits: tuple[Exit, ...]


@dataclass(frozen=True, slots=True)
class Flow:
    """A procedure, or one stage of it, ready to be laid out."""

    lanes: tuple[Post, ...]
    """The posts that act, by rank."""
    stages: tuple[str, ...]
    nodes: tuple[Node, ...]


def flow(
    procedure: Procedure, posts: Mapping[str, Post], stage: int | None = None, *, titles: Mapping[str, str] = _UNNAMED
) -> Flow:
    """The flow of the whole procedure, or of the stage with this index alone.

    Every post and every target must exist; the content checker has seen to that. `titles` names other procedures.
    """
    everything = list(procedure.steps())
    chosen = everything if stage is None else procedure.stages[stage].steps
    stages = procedure.stages if stage is None else (procedure.stages[stage],)
    acting = {step.post: posts[step.post] for step in chosen}
    lanes = sorted(acting.values(), key=lambda post: (post.rank, post.id))
    lane_of = {post.id: index for index, post in enumerate(lanes)}
    stage_of = {step.id: index for index, part in enumerate(stages) for step in part.steps}
    numbers = procedure.numbers()
    inside = {step.id: index for index, step in enumerate(chosen)}
    following = {step.id: after.id for step, after in pairwise(everything)}
    goals = _goals(everything, numbers)
    nodes = tuple(
        Node(
            index=index,
            step=step,
            number=numbers.get(step.id),
            lane=lane_of[step.post],
            stage=stage_of[step.id],
            terminal=step is everything[0] or step is everything[-1],
            exits=tuple(
                Exit(label, to, inside.get(to), _goal(other, titles) or goals[to], to == following.get(step.id), other)
                for (to, other), label in _ways(step, following.get(step.id))
            ),
        )
        for index, step in enumerate(chosen)
    )
    return Flow(tuple(lanes), tuple(part.title for part in stages), nodes)


def _ways(step: Step, following: str | None) -> Iterable[tuple[tuple[str, str | None], str]]:
    """Targets with their answers, those to one target together; from something done the one way on, if any.

    A target is a step, or the end with the procedure that takes over there.
    """
    if not step.is_decision:
        return [((following, None), "")] if following else []
    labels: dict[tuple[str, str | None], str] = {}
    for answer in step.answers:
        target = answer.to, answer.procedure if answer.to == END else None
        labels[target] = f"{labels[target]}／{answer.label}" if target in labels else answer.label
    return labels.items()


def _goal(procedure: str | None, titles: Mapping[str, str]) -> str:
    return f"转「{titles.get(procedure, '另一项流程')}」" if procedure else ""


def _goals(everything: Iterable[Step], numbers: Mapping[str, int]) -> dict[str, str]:
    """What marks say of each target; a question has no number, so it is named by the step before it."""
    goals, last = {END: "终"}, 0
    for step in everything:
        last = numbers.get(step.id, last)
        goals[step.id] = f"第{last}步" if step.id in numbers else f"第{last}步后" if last else "第1步前"
    return goals
