"""Changes: the edition is as new as the newest of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generators.model.change import Change
from generators.model.publication import Publication

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generators.content.draft import Draft
    from generators.problems import Problem


def check_changes(draft: Draft) -> Iterator[Problem]:
    """A change that is newer than the edition means that the edition's date was forgotten."""
    for publication in draft.of(Publication).values():
        for change in draft.of(Change).values():
            if change.date > publication.issued:
                what = f"更新记录的日期 {change.date} 比本版日期 {publication.issued} 晚"
                fix = f"请核对；是新的一版，就把 publication.yml 的 issued 改成 {change.date}"
                yield draft.problem(change, ("date",), what, fix)
