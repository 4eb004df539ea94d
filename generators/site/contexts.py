"""What each kind of page needs to know beside its own noun."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from generators.chart import lay_out, svg_for_page
from generators.model.base import Verified
from generators.model.form import Layout
from generators.model.policy import PolicyStatus
from generators.model.sign import Process, Subject
from generators.plan.kinds import sign_kinds
from generators.plan.signs import process_name
from generators.site.address import CALENDAR, Address
from generators.site.calculators import embedded, rule_of
from generators.site.fields import KIND_NAMES, field_groups
from generators.site.floor_plan import floor_plan
from generators.site.hubs import sign_card
from generators.site.order import ordered
from generators.site.relations import forms_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generators.chart.geometry import Chart
    from generators.model.branch import Branch, Sector
    from generators.model.calculator import Calculator
    from generators.model.form import Form
    from generators.model.guide import Guide
    from generators.model.official import OfficialText
    from generators.model.policy import Policy
    from generators.model.post import Post
    from generators.model.procedure import Procedure
    from generators.model.room import Room
    from generators.model.rule import Rule
    from generators.model.sign import Sign
    from generators.model.standard import Standard
    from generators.site.relations import Relations

KEY_LIMITS = 4
"""How many time limits the summary box of a procedure shows."""

LEAST_SCALE = 0.88
"""How far a chart shrinks on the screen before it scrolls: its letters stay 12 pixels high."""
LEAST_STAGE_SCALE = 0.8
"""The same for a stage's chart, which phones show: three lanes fit a phone's width with letters of 11 pixels."""
COLUMN = 756
"""Width in pixels of the text column on a desk's screen."""
SHEET = (960, 1300)
"""Width and height in pixels of the largest chart that prints on one A4 sheet with letters of 7 points."""


@dataclass(frozen=True)
class Drawing:
    """A chart for a page."""

    svg: Markup
    least_width: int
    """Pixels."""
    fits_sheet: bool
    """Whether it prints on one sheet."""

    @classmethod
    def of(cls, svg: str, chart: Chart, least_scale: float = LEAST_SCALE) -> Drawing:
        """A drawing of a chart, or of a stage of it."""
        fits = chart.width <= SHEET[0] and chart.height <= SHEET[1]
        return cls(Markup(svg), round(chart.width * least_scale), fits)  # noqa: S704 -- the chart escapes its texts

    @property
    def wide(self) -> bool:
        """Whether the text column is too narrow for it."""
        return self.least_width > COLUMN


def _procedure(known: Relations, procedure: Procedure) -> dict[str, Any]:
    chart = lay_out(procedure, known.library.post, known.library.procedure)
    stages = range(len(procedure.stages)) if len(procedure.stages) > 1 else ()
    of_steps = dict.fromkeys(m for step in procedure.steps() for m in step.materials)
    return {
        "numbers": procedure.numbers(),
        "steps": {step.id: step for step in procedure.steps()},
        "ordinals": "一二三四五六七八九十",
        "key_limits": procedure.limits[:KEY_LIMITS],
        "chart": Drawing.of(svg_for_page(chart), chart),
        "stage_charts": [Drawing.of(svg_for_page(chart, stage=n), chart.stages[n], LEAST_STAGE_SCALE) for n in stages],
        "materials": procedure.materials or tuple(of_steps),
        "forms": [known.library.form[identifier] for identifier in forms_of(procedure)],
        "rules": [rule for rule in known.library.rule.values() if procedure.id in rule.related],
        "tools": [tool for tool in known.library.calculator.values() if procedure.id in tool.related],
        "guides": [g for g in known.library.guide.values() if any(procedure.id in p.procedures for p in g.passages)],
    }


def _policy(known: Relations, policy: Policy) -> dict[str, Any]:
    parts = groupby(policy.provisions, key=lambda provision: provision.part or "条款")
    status_classes = {PolicyStatus.IN_FORCE: "live", PolicyStatus.ORIGIN: "origin"}
    return {
        "parts": [{"title": title, "provisions": list(group)} for title, group in parts],
        "mentions": lambda policy_id, number: known.mentions.get((policy_id, number), ()),
        "status_class": status_classes.get(policy.status, "old"),
    }


def _post(known: Relations, post: Post) -> dict[str, Any]:
    tasks = known.tasks_of_posts.get(post.id, ())
    return {
        "owned": [(p, list(group)) for p, group in groupby(tasks, key=lambda task: task.procedure)],
        "year": [occasion for occasion in known.library.occasion.values() if occasion.post == post.id],
        "calendar": Address(CALENDAR),
    }


def _rule(known: Relations, rule: Rule) -> dict[str, Any]:
    boards = [sign for sign in known.library.sign.values() if sign.subject is Subject.RULE]
    unsure = (Verified.SINGLE, Verified.MEMORY, Verified.PENDING)
    return {
        "signs": [sign for sign in boards if not sign.rules or rule.id in sign.rules],
        "on_demand": [sign for sign in boards if sign.rules and rule.id not in sign.rules],
        "sparing": [s for s in known.library.sector.values() if s.reduced_signs],
        "characters": sum(len("".join(clause.text.split())) for clause in rule.clauses),
        "unsure": [mark for mark in unsure if any(clause.verified is mark for clause in rule.clauses)],
    }


def _standard(known: Relations, standard: Standard) -> dict[str, Any]:
    base = known.library.standard[standard.extends] if standard.extends else None
    norms = standard.norms_for(base)
    return {
        "norms": norms,
        "total": sum(norm.points for norm in norms),
        "replaced": {item.code for item in standard.replace},
        "proofs": {item.code: known.proofs.get(item.code, ()) for norm in norms for item in norm.items},
        "stars": standard.stars or (base.stars if base else ()),
        "vetoes": (base.vetoes if base else ()) + standard.vetoes,
        "bonus": (base.bonus if base else ()) + standard.bonus,
        "process": standard.process or (base.process if base else ()),
    }


def _form(known: Relations, form: Form) -> dict[str, Any]:
    groups = field_groups(form)
    specs = [spec for group in groups for spec in group.fields]
    chapters = [
        f"《{book.title}》{chapter.title}"
        for book in known.library.book.values()
        for chapter in book.chapters
        if form.id in {item.form for item in chapter.forms}
    ]
    return {
        "groups": groups,
        "labels": {spec.field: spec.label for spec in specs},
        "required": any(spec.required for spec in specs),
        "kinds": KIND_NAMES,
        "layouts": {
            Layout.SINGLE: "竖版一页",
            Layout.SPREAD: "竖版两页（精简版合成一页）",
            Layout.LANDSCAPE: "横版",
        },
        "chapter": next(iter(chapters), ""),
        "evidence": [known.items[code] for code in form.evidence_for if code in known.items],
        "tasks": known.tasks_of_forms.get(form.id, ()),
    }


def _sign(known: Relations, sign: Sign) -> dict[str, Any]:
    library = known.library
    texts = {
        Subject.RULE: [("rule", rule) for rule in sign.rules or library.rule],
        Subject.PROCEDURE: [("procedure", procedure) for procedure in sign.procedures or library.procedure],
        Subject.OFFICIAL: [("official", text) for text in sign.officials or library.official],
    }
    process = sign.process or sign_kinds()[sign.kind].process
    return {
        "texts": texts.get(sign.subject, ()),
        "process": process_name(process),
        "unit": "像素" if process is Process.SCREEN else "毫米",
    }


def _branch(known: Relations, branch: Branch) -> dict[str, Any]:
    own = [s for s in known.library.standard.values() if s.sector == branch.sector]
    general = [s for s in known.library.standard.values() if s.sector is None]
    return {"committee": known.library.committee[branch.committee], "standards": own or general}


def _sector(known: Relations, sector: Sector) -> dict[str, Any]:
    library = known.library
    own = [s for s in library.standard.values() if s.sector == sector.id]
    return {
        "signs": [s for s in ordered("sign", library) if s.keep_when_reduced] if sector.reduced_signs else (),
        "standards": own + [s for s in library.standard.values() if s.sector is None],
        "branches": [b for b in library.branch.values() if b.sector == sector.id],
    }


def _guide(_known: Relations, _guide: Guide) -> dict[str, Any]:
    see = (
        ("流程", "procedure", "procedures"),
        ("填表", "form", "forms"),
        ("制度", "rule", "rules"),
        ("标准", "standard", "standards"),
        ("标识", "sign", "signs"),
        ("法定文字", "official", "officials"),
        ("依据", "policy", "policies"),
        ("工具", "calculator", "calculators"),
        ("指南", "guide", "guides"),
    )
    return {"see": see}


def _official(_known: Relations, _official: OfficialText) -> dict[str, Any]:
    return {}


def _calculator(known: Relations, calculator: Calculator) -> dict[str, Any]:
    events = calculator.deadlines.events if calculator.deadlines else ()
    return {
        "rule": embedded(rule_of(calculator, known.library)),
        "groups": [(title, list(group)) for title, group in groupby(events, key=lambda event: event.group)],
    }


def _room(known: Relations, room: Room) -> dict[str, Any]:
    return {
        "signs": [sign_card(sign, known.library) for sign in ordered("sign", known.library) if room.id in sign.hung_in],
        "plans": [(plan, Markup(floor_plan(plan))) for plan in room.plans],  # noqa: S704 -- it escapes its texts
    }


CONTEXTS: Mapping[str, Callable[[Relations, Any], dict[str, Any]]] = {
    "procedure": _procedure,
    "policy": _policy,
    "post": _post,
    "rule": _rule,
    "official": _official,
    "standard": _standard,
    "form": _form,
    "sign": _sign,
    "branch": _branch,
    "sector": _sector,
    "guide": _guide,
    "room": _room,
    "calculator": _calculator,
}
"""Kind → the context of its template."""
