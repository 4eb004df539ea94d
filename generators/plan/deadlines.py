"""From the date of an event to the dates that follow from it (时限推算)."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generators.model.calculator import Deadline, Event, Span
    from generators.plan.workdays import Workdays

_MONTHS = 12


@dataclass(frozen=True)
class Due:
    """A deadline with its date."""

    deadline: Deadline
    day: dt.date


def due_dates(event: Event, on: dt.date, workdays: Workdays) -> tuple[Due, ...]:
    """Everything that follows an event, in order of date.

    A month or a year later is the same day of that month, or its last day where it is shorter. The day of the event
    itself is not counted.
    """
    found = [Due(deadline, day) for deadline in event.deadlines for day in _days(deadline, on, workdays)]
    return tuple(sorted(found, key=lambda due: due.day))


def _days(deadline: Deadline, on: dt.date, workdays: Workdays) -> Iterator[dt.date]:
    for nth in range(1, deadline.times + 1):
        yield _moved(on, deadline.span, nth * deadline.sign, workdays)


def _moved(day: dt.date, span: Span, times: int, workdays: Workdays) -> dt.date:
    if span.workdays:
        count = span.workdays * abs(times)
        return workdays.after(day, count) if times > 0 else workdays.before(day, count)
    if span.days:
        return day + dt.timedelta(days=span.days * times)
    return months_later(day, (span.years * _MONTHS + span.months) * times)


def months_later(day: dt.date, months: int) -> dt.date:
    """The same day so many months later (or earlier), or the last day of a shorter month."""
    year, month = divmod(day.year * _MONTHS + day.month - 1 + months, _MONTHS)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
