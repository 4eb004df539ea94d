"""The search index, and what the browser's own worker makes of it."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from generators.site.pinyin import spelled, syllables
from generators.site.record import Passage, Record
from generators.site.search import search_files, shard_of, terms

if TYPE_CHECKING:
    from generators.model.library import Library

ASK = Path(__file__).with_name("ask.cjs")
WORKER = Path(__file__).resolve().parents[2] / "templates/site/docs/assets/search-worker.js"


def ask(site: Path, *phrases: str) -> dict[str, list[list[dict[str, Any]]]]:
    """Phrase → results, from the site's own worker."""
    done = subprocess.run(["node", ASK, site], input=json.dumps(phrases), capture_output=True, text=True, check=True)
    found: dict[str, list[list[dict[str, Any]]]] = json.loads(done.stdout)
    return found


def pages_found(results: list[list[dict[str, Any]]]) -> list[str]:
    """Each result's page; a term's place in the glossary counts as its own."""
    return [
        (item[1] if item[0]["location"] == "glossary.html" and len(item) == 2 else item[0])["location"]
        for item in results
    ]


def site_of(folder: Path, *records: Record) -> Path:
    """A folder with nothing but an index and the worker."""
    for path, content in {**search_files(records), "assets/search-worker.js": WORKER.read_bytes()}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder


def record(
    title: str, text: str = "", *, aliases: tuple[str, ...] = (), location: str = "", weight: float = 1.0
) -> Record:
    return Record(location or f"{title}.html", title, "流程", aliases, weight, (Passage("", "", text),))


def the_han_text_is_cut_into_pairs_and_the_rest_into_words() -> None:
    assert list(terms("交党费R30, 0.5%")) == ["交党", "党费", "r30", "0.5%"]
    assert list(terms("党")) == ["党"]
    assert list(terms("党费", single=True)) == ["党费", "党", "费"]


def a_term_has_one_shard() -> None:
    assert [shard_of("党费", 4), shard_of("r30", 4), shard_of("党费", 1)] == [
        shard_of("党费", 4),
        shard_of("r30", 4),
        0,
    ]


def a_name_is_spelled_syllable_by_syllable() -> None:
    assert spelled("三会一课（R30）") == "san hui yi ke r 3 0"
    assert "费" in syllables()["fei"]


def the_same_records_give_the_same_files() -> None:
    pages = [record("党费收缴", "每月交。"), record("发展党员", "五个阶段。")]
    assert search_files(pages) == search_files(pages)


def an_empty_site_has_an_index_too(tmp_path: Path) -> None:
    assert ask(site_of(tmp_path), "党费") == {"党费": []}


def a_large_index_is_split_and_every_term_is_still_found(tmp_path: Path) -> None:
    pages = [record(f"第{n}页", "".join(chr(0x4E00 + (n * 97 + k * 31) % 6000) for k in range(900))) for n in range(60)]
    site = site_of(tmp_path, *pages, record("党费收缴"))
    assert len(list((site / "search").glob("terms-*.js"))) > 1
    assert len(list((site / "search").glob("texts-*.js"))) > 1
    assert pages_found(ask(site, "党费收缴")["党费收缴"])[0] == "党费收缴.html"


def the_title_counts_more_than_the_text(tmp_path: Path) -> None:
    site = site_of(tmp_path, record("会议", "党费党费党费党费。"), record("党费收缴", "每月。"))
    assert pages_found(ask(site, "党费")["党费"]) == ["党费收缴.html", "会议.html"]


def a_weight_puts_a_page_before_its_equals(tmp_path: Path) -> None:
    site = site_of(tmp_path, record("甲", "党费标准。"), record("乙", "党费标准。", weight=2))
    assert pages_found(ask(site, "党费标准")["党费标准"]) == ["乙.html", "甲.html"]


def a_question_is_stripped_to_its_subject(tmp_path: Path) -> None:
    site = site_of(tmp_path, record("多少", "怎么办。"), record("党费收缴", "每月。"))
    assert pages_found(ask(site, "请问党费要交多少呢")["请问党费要交多少呢"])[0] == "党费收缴.html"


def a_wrong_character_that_sounds_right_is_forgiven(tmp_path: Path) -> None:
    site = site_of(tmp_path, record("党费收缴", "每月。"), record("发展党员", "五个阶段。"))
    assert pages_found(ask(site, "党废收叫")["党废收叫"])[0] == "党费收缴.html"


@pytest.mark.parametrize("letters", ["shyk", "SHYK", "sanhuiyike", "san hui yi ke", "sanhui", "yike"])
def the_initials_and_syllables_find_a_name(tmp_path: Path, letters: str) -> None:
    site = site_of(tmp_path, record("党费收缴"), record("组织生活", aliases=("三会一课",)))
    assert pages_found(ask(site, letters)[letters]) == ["组织生活.html"]


def no_result_is_found_for_nothing(tmp_path: Path) -> None:
    found = ask(site_of(tmp_path, record("党费收缴", "每月。")), "", "  ", "？！", "飞机大炮", "zzzz")
    assert all(results == [] for results in found.values())


def a_result_shows_its_kind_and_the_sentence_and_never_runs_it(tmp_path: Path) -> None:
    site = site_of(tmp_path, record("<b>党费</b>", '先说别的。<img src=x onerror="a">党费每月交。'))
    ((result,),) = ask(site, "党费")["党费"]
    assert result["title"].startswith("&#60;b&#62;<mark>党费</mark>&#60;/b&#62; ")
    assert "流程" in result["title"]
    assert result["text"] == "<p>&#60;img src=x onerror=&#34;a&#34;&#62;<mark>党费</mark>每月交</p>"


def a_result_leads_to_the_part_that_matches(tmp_path: Path) -> None:
    page = Record(
        "dues.html",
        "党费收缴",
        "流程",
        (),
        1,
        (Passage("", "", "每月主动交。"), Passage("faq-1", "忘交怎么补？", "补交一般不超过6个月。")),
    )
    ((head, part),) = ask(site_of(tmp_path, page), "补交")["补交"]
    assert head["location"] == "dues.html"
    assert part["location"] == "dues.html#faq-1"
    assert part["text"] == "<p><mark>补交</mark>一般不超过6个月</p>"


def the_worker_answers_only_the_newest_question(tmp_path: Path) -> None:
    site = site_of(tmp_path, record("党费收缴"), record("发展党员"))
    script = f"""
const vm=require("vm"),fs=require("fs");const w={{location:{{href:"file:///s/assets/search-worker.js"}},l:[],addEventListener(_,f){{this.l.push(f)}},
importScripts(a){{return new Promise(r=>setTimeout(()=>{{vm.runInContext(fs.readFileSync({json.dumps(str(site))}+a.slice(9).replace(/\\?.*/,""),"utf8"),w);r()}},20))}},
postMessage(m){{if(m.type===3)console.log(m.data.items.map(i=>i[0].location).join())}}}};w.self=w;vm.createContext(w);
vm.runInContext(fs.readFileSync({json.dumps(str(WORKER))},"utf8"),w);for(const q of ["发展党员","党费收缴"])w.l.forEach(f=>f({{data:{{type:2,data:q}}}}));
"""
    done = subprocess.run(["node", "-e", script], capture_output=True, text=True, check=True)
    assert done.stdout == "党费收缴.html\n"


EVERYDAY = {
    "发展党员": "procedures/develop-member.html",
    "怎么入党": "procedures/develop-member.html",
    "入党要多久": "procedures/develop-member.html",
    "预备党员转正": "procedures/full-membership.html",
    "政治审查": "procedures/develop-member.html",
    "入党积极分子培养": "procedures/develop-member.html",
    "党费收缴": "procedures/dues.html",
    "交多少党费": "procedures/dues.html",
    "退休党员交多少党费": "procedures/dues.html",
    "公积金算不算党费基数": "procedures/dues.html",
    "忘了交党费怎么办": "procedures/dues.html",
    "党废": "procedures/dues.html",
    "组织关系接转": "procedures/transfer.html",
    "怎么转组织关系": "procedures/transfer.html",
    "介绍信有效期": "procedures/transfer.html",
    "三会一课": "procedures/branch-meeting.html",
    "三会一课多久一次": "procedures/branch-meeting.html",
    "支委会几个人能开": "procedures/committee-meeting.html",
    "党小组会怎么开": "procedures/group-meeting.html",
    "书记讲党课": "procedures/party-lecture.html",
    "党员活动日": "procedures/party-day.html",
    "组织生活会": "procedures/organisation-life.html",
    "民主评议优秀能评几个": "procedures/democratic-review.html",
    "谈心谈话一年几次": "procedures/heart-talks.html",
    "支部党员大会记录": "forms/R30.html",
    "党员大会记录怎么写": "forms/R30.html",
    "党费收缴登记": "forms/R44.html",
    "R10": "forms/R10.html",
    "正式党员名册": "forms/R14.html",
    "三会一课制度": "rules/three-meetings.html",
    "组织委员": "posts/organisation-member.html",
    "支部书记职责": "posts/secretary.html",
    "五规范三满意": "standards/base.html",
    "制度牌": "signs/S07.html",
    "竖牌": "signs/S01.html",
    "发展党员细则": "policies/FZ26.html",
    "铜发〔2017〕10号": "policies/TL17.html",
    "核实标记": "about/marks.html",
    "示例村党支部": "branches/example-village.html",
    "fzdy": "procedures/develop-member.html",
    "dfsj": "procedures/dues.html",
    "zzgxjz": "procedures/transfer.html",
    "sanhuiyike": "procedures/branch-meeting.html",
}
"""What people type → the page they mean."""


@pytest.fixture(scope="module")
def answers(built_site: Path, library: Library) -> dict[str, list[str]]:
    aliases = [alias for procedure in library.procedure.values() for alias in procedure.aliases]
    return {phrase: pages_found(found) for phrase, found in ask(built_site, *EVERYDAY, *aliases).items()}


@pytest.mark.parametrize("phrase", EVERYDAY)
def an_everyday_question_finds_its_page_among_the_first_three(phrase: str, answers: dict[str, list[str]]) -> None:
    assert EVERYDAY[phrase] in answers[phrase][:3], answers[phrase]


def the_page_meant_mostly_stands_first(answers: dict[str, list[str]]) -> None:
    ranks = [
        1 / (answers[phrase].index(page) + 1) if page in answers[phrase] else 0 for phrase, page in EVERYDAY.items()
    ]
    assert sum(ranks) / len(ranks) > 0.86


def every_alias_of_a_procedure_finds_it(library: Library, answers: dict[str, list[str]]) -> None:
    for procedure in library.procedure.values():
        for alias in procedure.aliases:
            assert f"procedures/{procedure.id}.html" in answers[alias][:3], alias
