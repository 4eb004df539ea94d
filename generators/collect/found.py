"""What a reader finds in a file, before it is understood."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from generators.collect.bounds import TEXT_LIMIT
from generators.collect.record import Unread

Answer = str | bool
"""A text as it stands in the file, empty while the placeholder shows, or a tick."""


@dataclass
class Found:
    """Answers by full field name; boxes of a multiple choice each have their own."""

    answers: dict[str, Answer] = field(default_factory=dict)
    unread: list[Unread] = field(default_factory=list)
    branch: str = ""
    """The organisation's name as page heads or the file's properties have it."""
    year: str = ""
    repeated: Counter[str] = field(default_factory=Counter)
    """Copy of a form → how many of its fields came a second time and said something else."""

    def add(self, name: str, answer: Answer) -> None:
        """Note an answer; the first one under a name counts."""
        if isinstance(answer, str) and len(answer) > TEXT_LIMIT:
            self.unread.append(Unread(name, "内容过长，没有读"))
            answer = ""
        first = self.answers.setdefault(name, answer)
        if first != answer and answer:
            self.repeated[".".join(name.split(".")[:2])] += 1
