"""The yearly calendar: the page by month, and the files that phones and computers subscribe to (RFC 5545)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING

from icalendar import Alarm, Calendar, Event

from generators.model.occasion import PartOfMonth
from generators.plan.occasions import occasions_of, year_of
from generators.plan.workdays import Workdays
from generators.site.address import Address
from generators.site.calculators import source_of
from generators.site.files import Download

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generators.model.library import Library
    from generators.model.occasion import Occasion
    from generators.plan.occasions import Dated, Year

_NINE = dt.timedelta(hours=9)
_NOTICE = {part: dt.timedelta(days=7 if part is PartOfMonth.END else 1) for part in PartOfMonth}
"""How long before the day one is reminded: there is little to prepare for a meeting, and much for a limit."""


@dataclass(frozen=True)
class Calendars:
    """The calendar files of the site; none when the content knows no occasions."""

    whole: Download | None = None
    """All occasions, with the activity at the month's start."""
    branches: Mapping[str, Download] = field(default_factory=dict)
    """Branch id → what it has to do, on its own activity day. Branches with the same year share one file."""

    @classmethod
    def of(cls, library: Library) -> Calendars:
        """The calendars of the year that the site is made for."""
        if not library.occasion:
            return cls()
        year, workdays = library.publication.year, Workdays.of(library.holidays.values())
        known = year in workdays.settled
        made: dict[tuple[tuple[str, ...], str | None], tuple[Address, bytes]] = {}
        events: _Events = {}

        def offer(occasions: tuple[Occasion, ...], activity_day: str | None, title: str) -> Download:
            key = tuple(occasion.id for occasion in occasions), activity_day
            if key not in made:
                content = _written(year_of(occasions, year, workdays, activity_day), library, known, events)
                made[key] = Address(f"downloads/calendars/{year}-{sha256(content).hexdigest()[:10]}.ics"), content
            address, content = made[key]
            return Download(address, "日历文件", f"{title}{year}年日历.ics", content)

        return cls(
            offer(tuple(library.occasion.values()), None, "支部全年必办事项"),
            {b.id: offer(occasions_of(library, b), b.activity_day, b.short) for b in library.branch.values()},
        )

    def files(self) -> Iterator[Download]:
        """Every file; the same file may come more than once."""
        if self.whole:
            yield self.whole
        yield from self.branches.values()


_END = b"END:VCALENDAR\r\n"
_Events = dict[tuple[str, dt.date, dt.date], bytes]
"""Occasion, day and meant day → the event as it is written."""


def settled(library: Library, year: int) -> bool:
    """Whether the days off of a year have been published."""
    return year in Workdays.of(library.holidays.values()).settled


def _written(planned: Year, library: Library, known: bool, events: _Events) -> bytes:  # noqa: FBT001 -- its only argument of the kind
    """The file of a year; `events` keeps those already written: from one branch to the next, few differ."""
    calendar = Calendar()
    calendar.add("prodid", "-//zhibu//calendar//ZH")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", f"支部必办事项{planned.year}" + ("" if known else "（暂定）"))
    written = []
    for dated in planned.dated:
        key = dated.occasion.id, dated.day, dated.meant
        if key not in events:
            events[key] = _event(dated, library, known).to_ical()
        written.append(events[key])
    frame: bytes = calendar.to_ical()
    return frame.removesuffix(_END) + b"".join(written) + _END


def _event(dated: Dated, library: Library, known: bool) -> Event:  # noqa: FBT001 -- as above
    occasion = dated.occasion
    event = Event()
    event.add("uid", f"{occasion.id}-{dated.meant:%Y%m}@zhibu")
    issued = dt.datetime.fromisoformat(library.publication.issued).replace(hour=12, tzinfo=dt.UTC)
    event.add("dtstamp", issued)
    event.add("dtstart", dated.day)
    event.add("dtend", dated.day + dt.timedelta(days=1))
    event.add("summary", occasion.title + ("" if known else "（暂定）"))
    event.add("description", "\n".join(_lines(dated, library)))
    event.add("transp", "TRANSPARENT")
    event.add_component(_reminder(occasion))
    return event


def _reminder(occasion: Occasion) -> Alarm:
    """At nine in the morning, by the clock of whoever reads it."""
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", occasion.title)
    alarm.add("trigger", _NINE - _NOTICE[occasion.day])
    return alarm


def _lines(dated: Dated, library: Library) -> Iterable[str]:
    occasion = dated.occasion
    yield occasion.summary
    yield f"牵头：{library.post[occasion.post].title}　{occasion.every}"
    only = [library.sector[sector].title for sector in occasion.applies_to]
    only += ["设支委会的支部"] * occasion.needs_committee + ["划分党小组的支部"] * occasion.needs_groups
    if only:
        yield "适用：" + "、".join(only)
    if occasion.forms:
        yield "填表：" + "、".join(f"{form} {library.form[form].title}" for form in occasion.forms)
    if dated.day != dated.meant:
        moved = "顺延" if dated.day > dated.meant else "提前"
        yield f"原定{dated.meant.month}月{dated.meant.day}日，那天不上班，{moved}到这天。"
    if source := source_of(occasion.basis, occasion.verified, library):
        yield f"依据：{source}"
    if occasion.note:
        yield f"说明：{occasion.note}"
