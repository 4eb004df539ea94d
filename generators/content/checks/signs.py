"""Signs: the list of subjects belongs to the subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generators.model.sign import RoomSelection, Sign, Subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generators.content.draft import Draft
    from generators.problems import Problem


def check_signs(draft: Draft) -> Iterator[Problem]:
    """A list of subjects is written only for signs of such subjects."""
    for sign in draft.of(Sign).values():
        for key, named, subject in (
            ("rules", sign.rules, Subject.RULE),
            ("procedures", sign.procedures, Subject.PROCEDURE),
            ("officials", sign.officials, Subject.OFFICIAL),
            ("rooms", sign.rooms is not RoomSelection.ALL, Subject.ROOM),
        ):
            if named and sign.subject is not subject:
                what = f"subject 是 {sign.subject} 的标识不能写 {key}"
                yield draft.problem(sign, (key,), what, f"请删去，或把 subject 改为 {subject}")
