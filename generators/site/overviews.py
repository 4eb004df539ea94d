"""Pages that show many nouns at once: the year by months, the history since 2017, posts against procedures."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from generators.model.occasion import Every
from generators.site.address import CALENDAR, CHANGES, Address, hub_of
from generators.site.calendars import settled
from generators.site.order import ordered
from generators.site.page import Page

if TYPE_CHECKING:
    from generators.model.milestone import Milestone
    from generators.model.occasion import Occasion
    from generators.model.post import Post
    from generators.model.procedure import Procedure
    from generators.site.composer import Composer
    from generators.site.downloads import Offers
    from generators.site.relations import Relations

TIMELINE = "policies/timeline.md"
MATRIX = "posts/matrix.md"


@dataclass(frozen=True)
class Month:
    """A month with what falls in it beside the monthly matters."""

    number: int
    occasions: tuple[Occasion, ...]


def calendar_page(composer: Composer, known: Relations, offers: Offers) -> Page:
    """全年必办事项."""
    occasions = known.library.occasion.values()
    year = known.library.publication.year
    months = tuple(
        Month(n, tuple(o for o in occasions if o.every is not Every.MONTH and o.falls_in(n))) for n in range(1, 13)
    )
    return Page(
        CALENDAR,
        "全年必办事项",
        composer.write(
            "calendar",
            CALENDAR,
            monthly=[o for o in occasions if o.every is Every.MONTH],
            months=months,
            year=year,
            settled=settled(known.library, year),
            offers=offers,
            branches=hub_of("branch"),
            sectors=ordered("sector", known.library),
        ),
        "工具",
        "一年里每个月要办什么、谁来办、填哪张表；可以导进手机日历。",
        aliases=("支部日历", "工作日历", "每个月要做什么", "年度安排", "什么时候开什么会", "党务日历", "月历", "日程"),
        weight=1.2,
        section="guide",
    )


@dataclass(frozen=True)
class Span:
    """A year of the history, the latest first; what is known to the year only stands last."""

    number: str
    milestones: tuple[Milestone, ...]


def timeline_page(composer: Composer, known: Relations, _offers: Offers) -> Page:
    """制度沿革."""
    latest_first = sorted(known.library.milestone.values(), key=lambda milestone: milestone.date, reverse=True)
    years = [Span(number, tuple(found)) for number, found in groupby(latest_first, key=lambda found: found.date[:4])]
    superseded = [policy for policy in ordered("policy", known.library) if policy.superseded_by]
    return Page(
        TIMELINE,
        "制度沿革",
        composer.write("timeline", TIMELINE, years=years, superseded=superseded, changes=Address(CHANGES)),
        "依据",
        "2017年以来支部的做法变了什么，哪些旧规定不能再用。",
        aliases=("时间线", "新旧规定", "最近有什么新规定", "哪些文件废止了", "规定变化", "新规定"),
        section="policy",
    )


@dataclass(frozen=True)
class Row:
    """A procedure with the number of steps each post leads (a number above zero) or joins (zero)."""

    procedure: Procedure
    shares: dict[str, int]


def matrix_page(composer: Composer, known: Relations, _offers: Offers) -> Page:
    """岗位与流程对照."""
    library = known.library
    rows = [Row(procedure, _shares(procedure)) for procedure in ordered("procedure", library)]
    busy = {post for row in rows for post in row.shares}
    posts: list[Post] = [post for post in ordered("post", library) if post.id in busy]
    return Page(
        MATRIX,
        "岗位与流程对照",
        composer.write("matrix", MATRIX, rows=rows, posts=posts),
        "岗位",
        "凡事有岗：每项流程由哪些岗位牵头、哪些岗位参与，一张表看清。",
        aliases=("岗位矩阵", "谁负责什么", "分工表", "岗责对照", "凡事有岗"),
        weight=0.9,
        section="post",
    )


def _shares(procedure: Procedure) -> dict[str, int]:
    led = Counter(str(step.post) for step in procedure.steps())
    joined = {str(post): 0 for step in procedure.steps() for post in step.together}
    return joined | dict(led)
