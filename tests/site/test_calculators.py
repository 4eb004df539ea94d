"""The page works out the same as Python."""

from __future__ import annotations

import datetime as dt
import html
import json
import random
import shutil
import subprocess
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from generators.plan.deadlines import due_dates
from generators.plan.dues import monthly_dues
from generators.plan.quorum import decide
from generators.plan.workdays import Workdays
from generators.site.calculators import embedded, rule_of

if TYPE_CHECKING:
    from generators.model.calculator import Calculator
    from generators.model.library import Library

SCRIPT = Path("templates/site/docs/assets/calculators.js").resolve()
RUN = """
const c = require(process.argv[1]), { rule, questions } = JSON.parse(require("fs").readFileSync(0, "utf8"));
const by = (list, id) => list.filter((item) => item.id === id)[0];
const ask = {
  dues: (id, base) => { const d = c.dues(rule, by(rule.classes, id), c.fen(base)); return [d.least, d.most, d.capped]; },
  deadlines: (id, day) => c.dueDates(by(rule.events, id), c.dayOf(day), rule.calendar).map((d) => [d.deadline.what, c.iso(d.day)]),
  quorum: (id, ...numbers) => { const r = c.decide(by(rule.votes, id), ...numbers); return [r.attend, r.carry, r.valid, r.carried]; },
};
process.stdout.write(JSON.stringify(questions.map(([kind, ...given]) => ask[kind](...given))));
"""
needs_node = pytest.mark.skipif(not shutil.which("node"), reason="没有 node")


def asked(calculator: Calculator, library: Library, questions: list[list[Any]]) -> list[Any]:
    """What the page's script answers."""
    given = json.dumps(
        {"rule": rule_of(calculator, library), "questions": [[calculator.form, *question] for question in questions]}
    )
    done = subprocess.run(["node", "-e", RUN, SCRIPT], input=given, capture_output=True, text=True, check=True)
    answers: list[Any] = json.loads(done.stdout)
    return answers


@needs_node
def the_page_and_python_agree_on_dues(library: Library) -> None:
    calculator = library.calculator["dues"]
    assert calculator.dues
    chance = random.Random(2017)  # noqa: S311 -- not a secret
    sums = [f"{chance.uniform(0, 60000):.2f}" for _ in range(400)] + ["3000", "3000.01", "5001", "10000", "50001", "0"]
    questions = [[member.id, base] for member in calculator.dues.classes for base in sums]
    members = {member.id: member for member in calculator.dues.classes}
    for (member, base), answer in zip(questions, asked(calculator, library, questions), strict=True):
        due = monthly_dues(calculator.dues, members[member], Decimal(base))
        assert answer == [due.least * 100, due.most * 100, due.capped], (member, base)


@needs_node
def the_page_and_python_agree_on_dates(library: Library) -> None:
    calculator, calendar = library.calculator["deadlines"], Workdays.of(library.holidays.values())
    assert calculator.deadlines
    days = [dt.date(2024, 1, 1) + dt.timedelta(days=n) for n in range(0, 1300, 7)] + [dt.date(2024, 2, 29)]
    questions = [[event.id, day.isoformat()] for event in calculator.deadlines.events for day in days]
    events = {event.id: event for event in calculator.deadlines.events}
    for (event, day), answer in zip(questions, asked(calculator, library, questions), strict=True):
        due = due_dates(events[event], dt.date.fromisoformat(day), calendar)
        assert answer == [[d.deadline.what, d.day.isoformat()] for d in due], (event, day)


@needs_node
def the_page_and_python_agree_on_votes(library: Library) -> None:
    calculator = library.calculator["quorum"]
    assert calculator.quorum
    chance = random.Random(2017)  # noqa: S311 -- not a secret
    numbers = [[n, chance.randint(0, n), chance.randint(0, n)] for n in range(1, 120)] + [[20, 11, 10], [20, 11, 11]]
    questions = [[vote.id, *given] for vote in calculator.quorum.votes for given in numbers]
    votes = {vote.id: vote for vote in calculator.quorum.votes}
    for (vote, *given), answer in zip(questions, asked(calculator, library, questions), strict=True):
        result = decide(votes[vote], *given)
        assert answer == [result.attend, result.carry, result.valid, result.carried], (vote, given)


@needs_node
@pytest.mark.parametrize(
    ("written", "fen"), [("5,280.5", 528050), ("５２８０．５０", 528050), ("五千", None), ("-1", None), ("1.234", None), ("", None), (" 3000元", 300000)]
)  # fmt: skip
def test_sums_are_read_as_people_write_them(written: str, fen: int | None) -> None:
    script = f"process.stdout.write(JSON.stringify(require({json.dumps(str(SCRIPT))}).fen({json.dumps(written)})))"
    done = subprocess.run(["node", "-e", script], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == fen


@needs_node
@pytest.mark.parametrize(
    ("written", "day"),
    [("2026-11-22", "2026-11-22"), ("2026年1月5日", "2026-01-05"), ("2026/2/30", None), ("昨天", None)],
)
def test_dates_are_read_as_people_write_them(written: str, day: str | None) -> None:
    script = f"const c = require({json.dumps(str(SCRIPT))}), d = c.dayOf({json.dumps(written)}); process.stdout.write(JSON.stringify(d === null ? null : c.iso(d)))"
    done = subprocess.run(["node", "-e", script], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == day


def a_rule_can_stand_in_an_attribute() -> None:
    shown = embedded({"what": "\"'<script>&*_`[]"})
    assert not set(shown) & set("<>\"'")
    assert json.loads(html.unescape(shown)) == {"what": "\"'<script>&*_`[]"}
