"""Signs: the list of subjects belongs to the subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generators.model.sign import Sign, Subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generators.content.draft import Draft
    from generators.problems import Problem


def check_signs(draft: Draft) -> Iterator[Problem]:
    """`rules` is written for rule boards only, `procedures` for flow boards only."""
    for sign in draft.of(Sign).values():
        for key, named, subject in (
            ("rules", sign.rules, Subject.RULE),
            ("procedures", sign.procedures, Subject.PROCEDURE),
        ):
            if named and sign.subject is not subject:
                what = f"subject 是 {sign.subject} 的标识不能写 {key}"
                yield draft.problem(sign, (key,), what, f"请删去，或把 subject 改为 {subject}")
