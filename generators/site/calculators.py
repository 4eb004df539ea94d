"""What the browser needs to know to work out a calculator: its rule as JSON, bases and marks as words."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from generators.model.calculator import Whole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generators.model.base import Citation, Verified
    from generators.model.calculator import Calculator, Deadline, DuesClass, DuesScale, Event, Share, Vote
    from generators.model.library import Library


def rule_of(calculator: Calculator, library: Library) -> dict[str, Any]:
    """The rule of a calculator as plain data: numbers of yuan and per cent, spans, shares as pairs of integers."""
    if calculator.dues:
        return _dues(calculator.dues)
    if calculator.deadlines:
        events = [_event(event, library) for event in calculator.deadlines.events]
        return {"events": events, "calendar": calendar_of(library)}
    return {"votes": [_vote(vote) for vote in calculator.quorum.votes]} if calculator.quorum else {}


def embedded(rule: dict[str, Any]) -> Markup:
    """JSON that may stand in an attribute in double quotes, in Markdown and HTML."""
    text = json.dumps(rule, ensure_ascii=False, separators=(",", ":"))
    for character in "&<>\"'":
        text = text.replace(character, f"&#{ord(character)};")
    return Markup(text)  # noqa: S704 -- every character of HTML is a reference now


def calendar_of(library: Library) -> dict[str, list[str]]:
    """The days that differ from the ordinary week, and the years that are settled."""
    years = library.holidays.values()
    return {
        "off": [day.isoformat() for year in years for day in year.off],
        "on": [day.isoformat() for year in years for day in year.on],
        "settled": [year.id for year in years if year.status.value == "已公布"],
    }


def source_of(basis: Sequence[Citation], verified: Verified | None, library: Library) -> str:
    """A basis in words, with its mark: 《发展党员细则》第七条〔核实〕."""
    named = "；".join(f"《{library.policy[c.policy].short}》{'、'.join(c.provision)}" for c in basis)
    return f"{named}〔{verified.label}〕" if verified else named


def _dues(scale: DuesScale) -> dict[str, Any]:
    return {
        "cap": float(scale.cap),
        "arrears": scale.arrears_months,
        "classes": [_class(member) for member in scale.classes],
    }


def _class(member: DuesClass) -> dict[str, Any]:
    fixed = member.fixed
    return {
        "id": member.id,
        "base": member.base,
        "help": member.help,
        "deduct": member.deduct,
        "brackets": [[None if b.up_to is None else float(b.up_to), float(b.percent)] for b in member.brackets],
        "fixed": [float(fixed.least), float(fixed.most)] if fixed else None,
    }


def _event(event: Event, library: Library) -> dict[str, Any]:
    return {"id": event.id, "deadlines": [_deadline(deadline, library) for deadline in event.deadlines]}


def _deadline(deadline: Deadline, library: Library) -> dict[str, Any]:
    return {
        "what": deadline.what,
        "bound": deadline.bound.value,
        "span": {unit: number for unit, number in deadline.span if number},
        "sign": deadline.sign,
        "times": deadline.times,
        "note": deadline.note,
        "source": source_of(deadline.basis, deadline.verified, library),
    }


def _vote(vote: Vote) -> dict[str, Any]:
    return {"id": vote.id, "attend": _share(vote.attend), "carry": _share(vote.carry)}


def _share(share: Share) -> dict[str, Any]:
    over, under = (share.more_than or share.at_least or "").split("/")
    return {"of": [int(over), int(under)], "more": share.more_than is not None, "expected": share.of is Whole.EXPECTED}
