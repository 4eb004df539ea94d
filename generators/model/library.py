"""The library: everything one content folder holds, by kind and id."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from typing import Any, NamedTuple

from generators.model.base import Identified
from generators.model.book import Book
from generators.model.branch import Branch, Committee, Roster, Sector
from generators.model.calculator import Calculator
from generators.model.change import Change
from generators.model.form import Form
from generators.model.guide import Guide
from generators.model.holidays import HolidayYear
from generators.model.milestone import Milestone
from generators.model.occasion import Occasion
from generators.model.official import OfficialText
from generators.model.policy import Policy
from generators.model.post import Post
from generators.model.procedure import Procedure
from generators.model.publication import Publication
from generators.model.room import Room
from generators.model.rule import Rule
from generators.model.sign import Sign
from generators.model.sign_sample import SignSample
from generators.model.standard import Standard
from generators.model.term import Term


class Kind(NamedTuple):
    """A kind of content: its name in code, its folder, its noun and its Chinese name."""

    name: str
    folder: str
    noun: type[Identified]
    title: str
    single_file: bool = False
    """True when all of the kind stand in one file, content/FOLDER.yml, under their ids."""


KINDS: tuple[Kind, ...] = (
    Kind("policy", "policies", Policy, "依据"),
    Kind("post", "posts", Post, "岗位"),
    Kind("procedure", "procedures", Procedure, "流程"),
    Kind("rule", "rules", Rule, "制度"),
    Kind("official", "official", OfficialText, "法定文字"),
    Kind("standard", "standards", Standard, "标准"),
    Kind("form", "forms", Form, "表"),
    Kind("book", "books", Book, "实录"),
    Kind("guide", "guides", Guide, "指南"),
    Kind("calculator", "calculators", Calculator, "计算器"),
    Kind("occasion", "calendar", Occasion, "必办事项", single_file=True),
    Kind("milestone", "timeline", Milestone, "沿革", single_file=True),
    Kind("change", "changes", Change, "更新", single_file=True),
    Kind("holidays", "holidays", HolidayYear, "放假安排", single_file=True),
    Kind("sign", "signs", Sign, "标识"),
    Kind("sample", "samples", SignSample, "空白样板", single_file=True),
    Kind("room", "rooms", Room, "功能室"),
    Kind("sector", "sectors", Sector, "领域"),
    Kind("committee", "committees", Committee, "上级党组织"),
    Kind("branch", "branches", Branch, "支部"),
    Kind("roster", "rosters", Roster, "花名册"),
    Kind("term", "glossary", Term, "术语", single_file=True),
)


@dataclass(frozen=True)
class Library:
    """All nouns of one content folder, each kind in order of id."""

    publication: Publication
    policy: Mapping[str, Policy] = field(default_factory=dict)
    post: Mapping[str, Post] = field(default_factory=dict)
    procedure: Mapping[str, Procedure] = field(default_factory=dict)
    rule: Mapping[str, Rule] = field(default_factory=dict)
    official: Mapping[str, OfficialText] = field(default_factory=dict)
    standard: Mapping[str, Standard] = field(default_factory=dict)
    form: Mapping[str, Form] = field(default_factory=dict)
    book: Mapping[str, Book] = field(default_factory=dict)
    guide: Mapping[str, Guide] = field(default_factory=dict)
    calculator: Mapping[str, Calculator] = field(default_factory=dict)
    occasion: Mapping[str, Occasion] = field(default_factory=dict)
    milestone: Mapping[str, Milestone] = field(default_factory=dict)
    change: Mapping[str, Change] = field(default_factory=dict)
    holidays: Mapping[str, HolidayYear] = field(default_factory=dict)
    sign: Mapping[str, Sign] = field(default_factory=dict)
    sample: Mapping[str, SignSample] = field(default_factory=dict)
    room: Mapping[str, Room] = field(default_factory=dict)
    sector: Mapping[str, Sector] = field(default_factory=dict)
    committee: Mapping[str, Committee] = field(default_factory=dict)
    branch: Mapping[str, Branch] = field(default_factory=dict)
    roster: Mapping[str, Roster] = field(default_factory=dict)
    term: Mapping[str, Term] = field(default_factory=dict)

    def of(self, kind: str) -> Mapping[str, Any]:
        """The nouns of one kind by id."""
        nouns: Mapping[str, Any] = getattr(self, kind)
        return nouns

    def all(self) -> Iterator[tuple[str, Identified]]:
        """Every noun with the name of its kind; the publication is not among them."""
        for slot in fields(self):
            if slot.name != "publication":
                for noun in self.of(slot.name).values():
                    yield slot.name, noun
