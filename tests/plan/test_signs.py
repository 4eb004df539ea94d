from __future__ import annotations

from typing import Any

import pytest

from generators.model.branch import Branch, Committee, Sector
from generators.model.library import Library
from generators.model.procedure import Procedure
from generators.model.publication import Publication
from generators.model.rule import Rule
from generators.model.sign import Process, Sign
from generators.plan.kinds import sign_kinds
from generators.plan.signs import LeftOut, PlannedSign, plan_signs


def sign(identifier: str, kind: str, subject: str, **changes: Any) -> Sign:
    written = {
        "id": identifier,
        "title": "示例牌",
        "summary": "示例",
        "kind": kind,
        "subject": subject,
        "size": {"w": "600", "h": "900"},
        "material": "铝板",
        "layout": ["示例"],
        "verified": "suggested",
        "reviewed": "2026-11-22",
    }
    return Sign.model_validate({**written, **changes})


def rule(identifier: str, title: str, *sectors: str) -> Rule:
    return Rule.model_validate(
        {
            "id": identifier,
            "title": title,
            "summary": "示例",
            "applies_to": list(sectors),
            "basis": [],
            "clauses": ["每季度开会。"],
            "reviewed": "2026-11-22",
        }
    )


def procedure(identifier: str, title: str) -> Procedure:
    return Procedure.model_validate(
        {
            "id": identifier,
            "title": title,
            "aliases": ["示例"],
            "summary": "示例",
            "who": "支部",
            "owner": "secretary",
            "reviewed": "2026-11-22",
            "basis": [],
            "stages": [{"title": "办", "steps": [{"id": "a", "do": "办", "post": "secretary"}]}],
        }
    )


def branch(**changes: Any) -> Branch:
    written = {
        "id": "example",
        "name": "中国共产党示例村支部",
        "short": "示例村党支部",
        "sector": "village",
        "committee": "town",
        "unit": "示例村",
        "unit_kind": "行政村",
        "has_committee": "false",
        "secretary": "张示例",
        "members": {"full": "5"},
        "activity_day": "每月5日",
        "venue": {"kind": "独立"},
        "code": "YA-012",
    }
    return Branch.model_validate({**written, **changes})


PUBLICATION = Publication.model_validate(
    {
        "id": "publication",
        "title": "示例",
        "subtitle": "示例",
        "publisher": "示例",
        "contact": "示例",
        "year": "2027",
        "issued": "2026-11-22",
        "origin": "示例",
        "notice": "示例",
    }
)


def library(*signs: Sign, reduced: bool = False) -> Library:
    sector = {"id": "village", "title": "农村", "summary": "村", "term_years": "5", "verified": "checked"}
    return Library(
        publication=PUBLICATION,
        rule={
            r.id: r
            for r in (
                rule("meetings", "三会一课制度"),
                rule("talks", "谈心谈话制度"),
                rule("shop", "门店制度", "office"),
            )
        },
        procedure={p.id: p for p in (procedure("dues", "党费收缴"), procedure("transfer", "关系接转"))},
        sign={s.id: s for s in signs},
        sector={"village": Sector.model_validate({**sector, "reduced_signs": str(reduced).lower()})},
        committee={"town": Committee.model_validate({"id": "town", "title": "示例镇党委", "short": "示例镇"})},
    )


PLATE = sign("S01", "vertical-plate", "branch", keep_when_reduced="true", title="党组织竖牌")
RULES = sign("S07", "rule-board", "rule", title="规章制度牌")
FLOWS = sign("S13", "flow-board", "procedure", title="流程图展板")


def titles(signs: tuple[PlannedSign, ...] | tuple[LeftOut, ...]) -> list[str]:
    return [s.title for s in signs]


def a_branch_gets_one_plate_and_a_board_for_each_rule_and_procedure() -> None:
    plan = plan_signs(library(PLATE, RULES, FLOWS), branch())
    assert titles(plan.signs) == [
        "党组织竖牌",
        "规章制度牌：三会一课制度",
        "规章制度牌：谈心谈话制度",
        "流程图展板：党费收缴",
        "流程图展板：关系接转",
    ]
    assert plan.left_out == ()


def a_sign_may_name_the_rules_and_procedures_it_is_for() -> None:
    chosen = library(
        RULES.model_copy(update={"rules": ("talks",)}), FLOWS.model_copy(update={"procedures": ("transfer",)})
    )
    assert titles(plan_signs(chosen, branch()).signs) == ["规章制度牌：谈心谈话制度", "流程图展板：关系接转"]


def a_rule_of_another_sector_makes_no_board() -> None:
    only = library(RULES.model_copy(update={"rules": ("shop",)}))
    assert plan_signs(only, branch()).signs == ()


def a_sector_that_spares_signs_keeps_only_those_marked() -> None:
    plan = plan_signs(library(PLATE, RULES, reduced=True), branch())
    assert titles(plan.signs) == ["党组织竖牌"]
    assert titles(plan.left_out) == ["规章制度牌：三会一课制度", "规章制度牌：谈心谈话制度"]
    assert plan.left_out[0].reason.startswith("农村领域默认减牌")
    assert "--all" in plan.left_out[0].reason


def the_spared_signs_can_be_asked_for() -> None:
    plan = plan_signs(library(PLATE, RULES, reduced=True), branch(), everything=True)
    assert len(plan.signs) == 3
    assert plan.left_out == ()


@pytest.mark.parametrize(
    ("planned", "name"),
    [
        (
            PlannedSign(PLATE, sign_kinds()["vertical-plate"], branch(), PLATE.size),
            "示例村党支部_党组织竖牌_600×900mm_1块_UV直喷.pdf",
        ),
        (
            PlannedSign(
                RULES, sign_kinds()["rule-board"], branch(short="甲/乙_丙:支部 "), RULES.size, rule("a", "三会一课制度")
            ),
            "甲-乙-丙-支部_规章制度牌-三会一课制度_600×900mm_1块_UV直喷.pdf",
        ),
        (
            PlannedSign(
                sign("S07", "rule-board", "rule", process="photo", quantity="3"),
                sign_kinds()["rule-board"],
                branch(),
                RULES.size,
                rule("a", "制度"),
            ),
            "示例村党支部_示例牌-制度_600×900mm_3块_室内写真.pdf",
        ),
        (
            PlannedSign(
                RULES,
                sign_kinds()["rule-board"].model_copy(update={"process": Process.SPRAYED}),
                branch(),
                RULES.size.model_copy(update={"w": 1200.5}),
                rule("a", "制度"),
            ),
            "示例村党支部_规章制度牌-制度_1200.5×900mm_1条_喷绘.pdf",
        ),
    ],
)
def the_file_name_says_what_a_print_shop_asks(planned: PlannedSign, name: str) -> None:
    assert planned.file_name == name


def the_larger_sizes_come_smallest_first() -> None:
    sizes = [{"w": "800", "h": "1200"}, {"w": "400", "h": "600"}, {"w": "620", "h": "900"}]
    wanted = sign("S07", "rule-board", "rule", other_sizes=sizes)
    planned = PlannedSign(wanted, sign_kinds()["rule-board"], branch(), wanted.size)
    assert [bigger.size_text for bigger in planned.larger()] == ["620×900", "800×1200"]
    assert [bigger.size_text for bigger in next(planned.larger()).larger()] == ["800×1200"]
