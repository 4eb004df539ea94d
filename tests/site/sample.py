"""A small library whose texts try to be markup, and how its pages look to a reader."""

from __future__ import annotations

import html
import re
from typing import Any

from generators.model.book import BookSize
from generators.model.branch import Branch, Committee, Roster, Sector
from generators.model.form import Form
from generators.model.guide import Guide
from generators.model.library import Library
from generators.model.official import OfficialText
from generators.model.policy import Policy
from generators.model.post import Post
from generators.model.procedure import Procedure
from generators.model.publication import Publication
from generators.model.rule import Rule
from generators.model.sign import Sign
from generators.model.standard import Standard
from generators.model.term import Term
from generators.site.address import Address
from generators.site.blank_books import BlankBook, BookFamily
from generators.site.downloads import Offers
from generators.site.files import Download
from generators.site.sign_pictures import Picture, SignPicture
from generators.site.sign_samples import SignSample, SignSamples

EXTENSIONS = ["attr_list", "def_list", "md_in_html", "tables", "toc"]
"""The Markdown extensions of mkdocs.yml."""
HOSTILE = '<script>alert(1)</script> | *重* _斜_ [链](http://x.example) `码` # 号 {#id} & "引" 1. - +'
"""Text in which every character counts for Markdown, HTML or Jinja; it must show as it stands."""


def _made(kind: type[Any], /, **fields: Any) -> dict[str, Any]:
    noun = kind.model_validate(fields)
    return {noun.id: noun}


def small_library() -> Library:
    """One noun of every kind, each with the hostile text in it."""
    reviewed = "2026-11-22"
    step = {"id": "pay", "do": "交党费", "post": "secretary", "together": ["member"], "within": "每月", "risk": HOSTILE,
            "detail": HOSTILE, "materials": ["凭证"], "forms": ["R44"], "basis": {"policy": "DF08", "provision": "第一条"},
            "otherwise": [{"when": HOSTILE, "then": "补交", "to": "paid"}]}  # fmt: skip
    ask = {
        "id": "paid",
        "ask": "交齐了吗？",
        "post": "member",
        "answers": [{"label": "交齐", "to": "end"}, {"label": "没交", "to": "pay", "note": HOSTILE}],
    }
    posts = [Post.model_validate({"id": i, "title": t, "kind": "个人", "rank": n, "summary": HOSTILE, "reviewed": reviewed,
                                  "duties": [{"text": HOSTILE, "verified": "practice", "basis": {"policy": "DF08"}}]})
             for n, (i, t) in enumerate((("member", "党员"), ("secretary", "党支部书记")))]  # fmt: skip
    return Library(
        publication=Publication.model_validate({"id": "publication", "title": f"手册{HOSTILE}", "subtitle": HOSTILE, "publisher": HOSTILE,
                                                "contact": HOSTILE, "year": 2027, "issued": reviewed, "origin": HOSTILE, "notice": HOSTILE}),
        policy=_made(Policy, id="DF08", title=f"党费规定{HOSTILE}", short="党费规定", issuer=HOSTILE, status="现行", summary=HOSTILE, verified="checked", reviewed=reviewed,
                     provisions=[{"number": "第一条", "title": HOSTILE, "text": [HOSTILE], "figures": [{"item": HOSTILE, "value": "0.5%"}]},
                                 {"number": "二（2）", "title": "第二", "part": HOSTILE, "verified": "seed"}]),
        post={post.id: post for post in posts},
        procedure=_made(Procedure, id="dues", title=f"党费收缴{HOSTILE}", aliases=["交党费", HOSTILE], summary=HOSTILE, who=HOSTILE, owner="secretary", reviewed=reviewed,
                        basis={"policy": "DF08", "verified": "checked", "note": HOSTILE}, points=[HOSTILE], risks=[HOSTILE], forms=["R44"],
                        limits=[{"item": HOSTILE, "value": HOSTILE, "verified": "pending", "basis": {"policy": "DF08", "provision": "二（2）"}}],
                        stages=[{"title": HOSTILE, "steps": [step, ask]}], faq=[{"q": HOSTILE, "a": HOSTILE}]),
        rule=_made(Rule, id="dues", title="党费制度", summary=HOSTILE, basis={"policy": "DF08"}, clauses=[HOSTILE], related=["dues"], reviewed=reviewed),
        standard=_made(Standard, id="base", title="创评标准", summary=HOSTILE, basis={"policy": "DF08"}, notice=HOSTILE, reviewed=reviewed,
                       norms=[{"code": "H", "title": HOSTILE, "group": "五规范", "points": 2, "items": [{"code": "H1", "title": HOSTILE, "points": 2, "requirement": HOSTILE, "basis": {"policy": "DF08", "provision": "第一条"}}]}],
                       stars=[{"stars": 5, "at_least": 95}, {"stars": 0, "at_least": 0}], vetoes=[HOSTILE]),
        form=_made(Form, id="R44", title="党费收缴登记", summary=HOSTILE, edition="core", filled_by=HOSTILE, when="每月", evidence_for=["H1"], reviewed=reviewed, guide=[HOSTILE], mistakes=[HOSTILE],
                   blocks=[{"grid": [{"field": "date", "label": HOSTILE, "kind": "date", "required": True, "help": HOSTILE}]},
                           {"table": {"name": "people", "rows": 2, "columns": [{"field": "name", "label": "姓名"}, {"field": "paid", "label": "交否", "kind": "choice", "choices": ["是", HOSTILE]}]}}]),
        guide=_made(Guide, id="start", title="新手指南", summary=HOSTILE, rank=1, owner="secretary", reviewed=reviewed, basis={"policy": "DF08"},
                    passages=[{"title": "第一周", "text": [HOSTILE], "steps": [HOSTILE], "points": [HOSTILE], "procedures": ["dues"], "forms": ["R44"], "rules": ["dues"], "policies": ["DF08"]}]),
        official=_made(OfficialText, id="oath", title="入党誓词", summary=HOSTILE, points=[HOSTILE], basis={"policy": "DF08"}, edition=HOSTILE, source=HOSTILE,
                       lines=[HOSTILE], entered_by=HOSTILE, entered=reviewed, note=HOSTILE, verified="memory", related=["dues"], reviewed=reviewed),
        sign=_made(Sign, id="S01", title="竖牌", summary=HOSTILE, kind="vertical-plate", subject="branch", size={"w": 400, "h": 2400}, material=HOSTILE, layout=[HOSTILE], verified="suggested", reviewed=reviewed),
        sector=_made(Sector, id="village", title="农村", summary=HOSTILE, term_years=5, verified="checked", notes=[HOSTILE]),
        committee=_made(Committee, id="town", title="镇党委", short="镇党委"),
        branch=_made(Branch, id="example", name=f"示例村支部委员会{HOSTILE}", short="示例村党支部", sector="village", committee="town", unit="示例村", unit_kind="行政村", has_committee=True, committee_size=3,
                     secretary="张示例", members={"full": 9, "probationary": 1}, activity_day="每月5日", venue={"kind": "独立"}, code="YA-1", stars={2025: 4}),
        roster=_made(Roster, id="example", members=[{"name": "钱绝密", "sex": "男", "birth": "1980-05", "education": "本科", "joined_party": "2005-07-01", "phone": "13900000001"}]),
        term=_made(Term, id="dues", title="党费", text=HOSTILE, aliases=["会费"], see=["dues"], basis={"policy": "DF08"}),
    )  # fmt: skip


def blank_offers(library: Library, **_: object) -> Offers:
    """Downloads of one byte for every form and sign, a blank book of one page, a picture of every sign."""
    book = Download(Address("downloads/books/general-small.pdf"), "PDF", f"{HOSTILE}.pdf", b"x")
    size = BookSize.model_validate({"code": "small", "title": HOSTILE, "suits": HOSTILE, "members": {"full": "6"}})
    sectors = tuple(library.sector.values())
    return Offers(
        {
            form: (Download(Address(f"downloads/forms/{form}.pdf"), "PDF", f"{form}.pdf", b"x"),)
            for form in library.form
        },
        {sign: SignPicture(HOSTILE, *(_picture(f"{sign}{n}") for n in "12")) for sign in library.sign},
        (BookFamily(HOSTILE, sectors * 2, (BlankBook(size, 1, (book,)),)),),
        samples=SignSamples(tuple(_blank_sign(sign, shown) for sign in library.sign for shown in _SHOWN)),
    )


def _picture(name: str) -> Picture:
    return Picture(Address(f"assets/signs/{name}.png"), 9, 6, b"x")


_SHOWN = ("rules/dues.md", "procedures/dues.md", "")


def _blank_sign(sign: str, shown: str) -> SignSample:
    file = Download(Address(f"downloads/signs/{sign}-{shown[:4]}.pdf"), "PDF", f"{HOSTILE}.pdf", b"x")
    return SignSample(sign, HOSTILE, shown, "600×900", "毫米", file)


def visible(rendered: str) -> str:
    """What a reader sees of HTML: tags away, entities resolved, blanks collapsed."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", rendered)).split())
