"""What the boards of a branch show: its organisation, its year, and the fields of its notice board."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from generators.model.occasion import Every
from generators.plan.occasions import occasions_of, year_of
from generators.plan.sign_subjects import Named, officers_of
from generators.plan.workdays import Workdays

if TYPE_CHECKING:
    import datetime as dt

    from generators.model.branch import Branch
    from generators.model.library import Library

_USUAL_POSTS = ("组织委员", "宣传委员", "纪检委员")
_FULL_CHART = 4
"""So many levels fill a board."""
_VILLAGES, _COMMUNITIES = {"village"}, {"community"}


class Level(NamedTuple):
    """A row of the organisation chart."""

    boxes: tuple[Named, ...]
    committee: bool = False
    """Whether these are the branch committee."""


@dataclass(frozen=True)
class Month:
    """A month on the activity board."""

    number: int
    activity: dt.date | None
    """The day of the fixed activity; None where the calendar has none."""
    matters: tuple[str, ...]
    """What is due in this month and not in every month."""


@dataclass(frozen=True)
class WorkMonths:
    """The year on the activity board."""

    monthly: tuple[str, ...]
    """What is due every month."""
    months: tuple[Month, ...]
    settled: bool
    """Whether the year's days off have been published; until then days may move."""


def levels_of(library: Library, branch: Branch) -> tuple[Level, ...]:
    """Meeting, secretary, other officers, groups, from top to bottom; levels without anybody are left out.

    A short chart begins with the organisation above, for which a full one has no room. Where no roster is known the
    usual posts of a committee stand without names. Only officers are named.
    """
    members = branch.members
    count = f"正式党员{members.full}名" if members.total else ""
    if members.probationary:
        count += f"、预备党员{members.probationary}名"
    secretary, *others = officers_of(library, branch)
    if branch.has_committee and not others:
        others = [Named(post) for post in _USUAL_POSTS[: branch.committee_size - 1]]
    levels = [
        Level((Named("支部党员大会", count),)),
        Level((secretary,), committee=branch.has_committee),
        Level(tuple(others), committee=branch.has_committee),
        Level(tuple(Named(group) for group in branch.groups)),
    ]
    found = [level for level in levels if level.boxes]
    if len(found) < _FULL_CHART:
        found.insert(0, Level((Named("上级党组织", library.committee[branch.committee].title),)))
    return tuple(found)


def months_of(library: Library, branch: Branch) -> WorkMonths:
    """The year of the branch by months, the day of its fixed activity in each.

    What several matters share is named once; the month's activity itself is the date, not a matter.
    """
    year = library.publication.year
    workdays = Workdays.of(library.holidays.values())
    occasions = occasions_of(library, branch)
    planned = year_of(occasions, year, workdays, branch.activity_day)
    day = {dated.day.month: dated.day for dated in planned.dated if dated.occasion.id == "party-day"}
    matters: dict[int, dict[str, None]] = {number: {} for number in range(1, 13)}
    for dated in planned.dated:
        if dated.occasion.every is not Every.MONTH:
            matters[dated.day.month][dated.occasion.title] = None
    return WorkMonths(
        monthly=tuple(occasion.title for occasion in occasions if occasion.every is Every.MONTH),
        months=tuple(Month(number, day.get(number), tuple(found)) for number, found in matters.items()),
        settled=year in workdays.settled,
    )


def notice_columns(branch: Branch) -> tuple[str, ...]:
    """The ten fields of the notice board (facts, signage 6): villages and communities also publish their affairs."""
    shared = ("党务公开", "财务公开", "发展党员公示", "党费收缴", "评优评先", "值班安排", "意见办理结果")
    if branch.sector in _VILLAGES | _COMMUNITIES:
        affairs = "村务公开" if branch.sector in _VILLAGES else "居务公开"
        return ("年度目标", "承诺和评议", shared[0], affairs, *shared[1:])
    return ("年度目标", "公开承诺", "评议结果", *shared)
