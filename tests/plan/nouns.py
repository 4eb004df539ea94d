"""Small nouns for the planning tests."""

from __future__ import annotations

from typing import Any

from generators.model.branch import Branch, Committee, Roster, Sector
from generators.model.form import Form
from generators.plan.extent import Extent
from generators.plan.known import Known


def form(identifier: str = "R99", **changes: Any) -> Form:
    written = {
        "id": identifier,
        "title": "示例表",
        "summary": "示例",
        "edition": "core",
        "filled_by": "组织委员",
        "when": "年初",
        "reviewed": "2026-11-22",
        "blocks": [{"grid": [{"field": "name", "label": "党组织全称", "from": "branch.name"}]}],
    }
    return Form.model_validate({**written, **changes})


def branch(**changes: Any) -> Branch:
    written = {
        "id": "example",
        "name": "中国共产党示例村支部委员会",
        "short": "示例村党支部",
        "sector": "village",
        "committee": "town",
        "unit": "示例村",
        "unit_kind": "行政村",
        "has_committee": "true",
        "committee_size": "3",
        "secretary": "张示例",
        "members": {"full": "21", "probationary": "2", "floating": "3", "applicants": "4"},
        "groups": ["第一党小组", "第二党小组"],
        "activity_day": "每月5日",
        "venue": {"kind": "独立", "area_m2": "120.5"},
        "stars": {"2026": "5", "2025": "4", "2024": "4", "2023": "3", "2027": "5"},
        "code": "YA-012",
    }
    return Branch.model_validate({**written, **changes})


def roster() -> Roster:
    common = {"birth": "1992-01", "education": "大专", "joined_party": "2010-07-01"}
    return Roster.model_validate(
        {
            "id": "example",
            "members": [
                {**common, "name": "钱示例", "sex": "女", "standing": "预备"},
                {
                    **common,
                    "name": "赵示例",
                    "sex": "男",
                    "full_since": "2011-07-01",
                    "dues": {"category": "农民", "monthly": "0.5"},
                },
                {**common, "name": "孙示例", "sex": "男", "birth": "1960", "education": "初中", "ethnicity": "回族"},
            ],
        }
    )


def known(*, with_roster: bool = True, year: int = 2027, **changes: Any) -> Known:
    profile = branch(**changes)
    return Known(
        branch=profile,
        extent=Extent.of(profile),
        sector=Sector.model_validate(
            {"id": "village", "title": "农村", "summary": "村", "term_years": "5", "verified": "checked"}
        ),
        committee=Committee.model_validate({"id": "town", "title": "中共示例镇委员会", "short": "示例镇党委"}),
        roster=roster() if with_roster else None,
        year=year,
    )
