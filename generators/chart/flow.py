"""Who does what after what: a procedure as numbered nodes in lanes, with the exits of each."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from generators.model.procedure import END

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generators.model.post import Post
    from generators.model.procedure import Procedure, Step


@dataclass(frozen=True, slots=True)
class Exit:
    """Where it goes on after a step."""

    label: str
    """The answer; answers that lead to the same step are one exit. Empty after something done."""
    to: str
    """The id of the step, or `end`."""
    target: int | None
    """Index of the node in this chart; None when it leads out of the chart or to the end."""
    goal: str
    """What a mark says that stands for the target: 终, 第6步, or 第6步后 for a question that follows step 6."""
    onward: bool
    """Whether it leads to the very next step of the procedure."""


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


def flow(procedure: Procedure, posts: Mapping[str, Post], stage: int | None = None) -> Flow:
    """The flow of the whole procedure, or of the stage with this index alone.

    Every post and every target must exist; the content checker has seen to that.
    """
    everything = list(procedure.steps())
    chosen = everything if stage is None else procedure.stages[stage].steps
    stages = procedure.stages if stage is None else (procedure.stages[stage],)
    acting = {step.post: posts[step.post] for step in chosen}
    lanes = sorted(acting.values(), key=lambda post: (post.rank, post.id))
    lane_of = {post.id: index for index, post in enumerate(lanes)}
    stage_of = {step.id: index for index, part in enumerate(stages) for step in part.steps}
    route = _Route(everything, procedure.numbers(), {step.id: index for index, step in enumerate(chosen)})
    nodes = tuple(
        Node(
            index=index,
            step=step,
            number=route.numbers.get(step.id),
            lane=lane_of[step.post],
            stage=stage_of[step.id],
            terminal=step is everything[0] or step is everything[-1],
            exits=route.exits(step),
        )
        for index, step in enumerate(chosen)
    )
    return Flow(tuple(lanes), tuple(part.title for part in stages), nodes)


class _Route:
    """Finds the exits of steps: all steps in order, their numbers, and the indices of those in this chart."""

    def __init__(self, everything: list[Step], numbers: dict[str, int], inside: dict[str, int]) -> None:
        self.numbers = numbers
        self._inside = inside
        self._everything = everything
        self._next = {a.id: b.id for a, b in pairwise(everything)}

    def exits(self, step: Step) -> tuple[Exit, ...]:
        """The answers of a question, those to one target together; else the one way on, if there is one."""
        labels: dict[str, list[str]] = {}
        for answer in step.answers:
            labels.setdefault(answer.to, []).append(answer.label)
        if not step.is_decision and step.id in self._next:
            labels[self._next[step.id]] = []
        return tuple(
            Exit(
                label="／".join(answers),
                to=to,
                target=self._inside.get(to),
                goal=self._goal(to),
                onward=to == self._next.get(step.id),
            )
            for to, answers in labels.items()
        )

    def _goal(self, to: str) -> str:
        if to == END:
            return "终"
        if to in self.numbers:
            return f"第{self.numbers[to]}步"
        before = takewhile(lambda step: step.id != to, self._everything)
        return f"第{number}步后" if (number := sum(step.id in self.numbers for step in before)) else "第1步前"
