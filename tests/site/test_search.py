"""The search index, and what the browser's own worker makes of it."""

from __future__ import annotations

import gzip
import json
import shutil
import subprocess
from fnmatch import fnmatch
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
import yaml

from generators.site.lexicon import lexicon
from generators.site.pinyin import heard, rare_syllables, readings, spelled, syllables
from generators.site.record import Passage, Record
from generators.site.search import search_files, shard_of
from generators.site.synonyms import synonyms
from generators.site.tokens import normal, terms

if TYPE_CHECKING:
    from generators.model.library import Library

ASK = Path(__file__).with_name("ask.cjs")
ASSETS = Path(__file__).resolve().parents[2] / "templates/site/docs/assets"
WORKER = ASSETS / "search-worker.js"


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


def site_of(folder: Path, *records: Record, glossary: dict[str, str] | None = None) -> Path:
    """A folder with nothing but an index and the worker."""
    worker = {f"assets/{script.name}": script.read_bytes() for script in ASSETS.glob("search-*.js")}
    for path, content in {**search_files(records, glossary), **worker}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder


def record(
    title: str, text: str = "", *, aliases: tuple[str, ...] = (), location: str = "", weight: float = 1.0
) -> Record:
    return Record(location or f"{title}.html", title, "流程", aliases, weight, (Passage("", "", text),))


def the_han_text_is_cut_into_pairs_and_the_rest_into_words() -> None:
    assert list(terms("交党费Ｒ30, 0.5%……")) == ["交党", "党费", "r30", "0.5%"]
    assert list(terms("党")) == ["党"]
    assert list(terms("党费", single=True)) == ["党费", "党", "费"]


def a_number_before_a_measure_word_is_known_in_digits_too() -> None:
    assert list(terms("二十人")) == ["二十", "十人", "20人"]
    assert list(terms("5个工作日"))[-1] == "5个"
    assert list(terms("三五天")) == ["三五", "五天"]


def a_term_has_one_shard() -> None:
    assert [shard_of("党费", 4), shard_of("r30", 4), shard_of("党费", 1)] == [
        shard_of("党费", 4),
        shard_of("r30", 4),
        0,
    ]


def a_name_is_spelled_syllable_by_syllable() -> None:
    assert spelled("三会一课（R30）") == ("san", "hui", "yi", "ke", "r", "3", "0")
    assert "费" in syllables()["fei"]
    assert "費" in rare_syllables()["fei"]
    assert readings("重温") == {("chong", "wen"), ("zhong", "wen")}
    assert [heard(syllable) for syllable in ("zhang", "ning", "shi")] == ["zan", "lin", "si"]


def the_lexicon_knows_sounds_neighbours_and_initials() -> None:
    known = lexicon([record("谈心谈话"), record("党费收缴", aliases=("怎么交党费才算按时交",))])
    assert known["~dan fei"] == "党费"
    assert [known["心_话"], known["_心谈"], known["心谈_"]] == ["谈", "谈", "话"]
    assert [known["^txth"], known["^tx"], known["^xth"]] == ["谈心谈话"] * 3
    assert "^zmjdfcsasj" not in known


def a_synonym_leads_one_way_and_never_between_terms_kept_apart(library: Library) -> None:
    found = synonyms(library.term)
    assert found["党员活动日"] == "主题党日"
    assert found["除名"] == "除名"
    assert found["民主生活会"] == "民主生活会"
    for term in library.term.values():
        names = {normal(name) for name in (term.title, *term.aliases)}
        apart = {normal(library.term[other].title) for other in term.not_same}
        assert not {found.get(name) for name in names} & apart, term.title


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
    found = ask(site_of(tmp_path, record("党费收缴", "每月。")), "", "  ", "？！", "飞机大炮", "qqqq")
    assert all(results == [] for results in found.values()), found


def a_result_shows_its_kind_and_the_sentence_and_never_runs_it(tmp_path: Path) -> None:
    site = site_of(tmp_path, record("<b>党费</b>", '先说别的。<img src=x onerror="a">党费每月交。'))
    ((result, *_),) = ask(site, "党费")["党费"]
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


def a_question_finds_the_proper_word_for_what_is_said(tmp_path: Path) -> None:
    pages = [record("主题党日", "每月一天。"), record("民主生活会"), record("组织生活会")]
    glossary = {"党员活动日": "主题党日", "生活会": "组织生活会", "民主生活会": "民主生活会"}
    site = site_of(tmp_path, *pages, glossary=glossary)
    found = ask(site, "党员活动日怎么搞", "生活会", "民主生活会")
    assert [pages_found(results)[0] for results in found.values()] == [
        "主题党日.html",
        "组织生活会.html",
        "民主生活会.html",
    ]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("谈心淡话", "谈心谈话"), ("發展黨員", "发展党员"), ("平议党员", "评议党员"), ("党 费，收缴！", "党费收缴"), ("Ｒ３０", "R30 大会记录")],
)  # fmt: skip
def a_slip_or_another_way_of_writing_is_forgiven(tmp_path: Path, typed: str, meant: str) -> None:
    names = ("谈心谈话", "发展党员", "评议党员", "党费收缴", "R30 大会记录")
    assert pages_found(ask(site_of(tmp_path, *map(record, names)), typed)[typed])[0] == f"{meant}.html"


def a_note_says_what_was_understood_is_said(tmp_path: Path) -> None:
    site = site_of(tmp_path, record("党费收缴", "每月。"), record("发展党员"))
    ((head, *_), *_) = ask(site, "党废收叫")["党废收叫"]
    assert head["text"].startswith('<p class="zb-near">按「<b>党费收缴</b>」找到的</p>')
    ((near, *_),) = ask(site, "收发党章费")["收发党章费"]
    assert "您是不是要找" in near["text"]


def the_page_stands_before_the_terms_that_are_parts_of_another(tmp_path: Path) -> None:
    page = record("党费收缴", "党费每月交。", aliases=("交党费",), weight=1.5)
    term = Record("glossary.html#dues", "党费", "术语", (), 0.75, (Passage("dues", "党费", "按月交的党费。"),))
    assert pages_found(ask(site_of(tmp_path, term, page), "党费")["党费"]) == ["党费收缴.html", "glossary.html#dues"]


def a_question_asked_before_leads_to_its_answer(tmp_path: Path) -> None:
    faq = Passage("faq-1", "忘交了怎么补？", "跟支部说明。补交不超过6个月。")
    page = Record("dues.html", "党费收缴", "流程", (), 1, (Passage("faq", "常见问题", "", section=True), faq))
    ((head, first, *_), *_) = ask(site_of(tmp_path, page, record("忘我")), "忘交了怎么补")["忘交了怎么补"]
    assert head["location"] == "dues.html"
    assert first["location"] == "dues.html#faq-1"
    assert first["title"].startswith('<span class="zb-part">常见问题 › </span>')
    assert first["text"] == "<p>跟支部说明</p>"


class Measured(NamedTuple):
    """How a set of phrases fares."""

    mean_reciprocal_rank: float
    within_three: float
    missed: list[str]
    """What is not among the first three, with what is there instead."""


def measured(site: Path, phrases: Path) -> Measured:
    """Ask every phrase of a file and see where the first page stands that answers it."""
    wanted: dict[str, list[str]] = yaml.safe_load(phrases.read_text(encoding="utf-8"))
    reciprocal, within, missed = 0.0, 0, []
    for phrase, results in ask(site, *wanted).items():
        found = [location.replace(".html", "", 1) for location in pages_found(results)]
        places = [n for n, page in enumerate(found, 1) if any(fnmatch(page, want) for want in wanted[phrase])]
        reciprocal += 1 / places[0] if places else 0
        if places and places[0] <= 3:
            within += 1
        else:
            missed.append(f"{phrase} → {found[:3]}，应为 {wanted[phrase]}")
    return Measured(reciprocal / len(wanted), within / len(wanted), missed)


def the_phrases_of_branch_workers_find_their_pages(built_site: Path) -> None:
    result = measured(built_site, Path(__file__).with_name("phrases.yml"))
    assert result.mean_reciprocal_rank >= 0.90, result
    assert result.within_three >= 0.97, result


def the_phrases_nobody_prepared_for_find_their_pages_too(built_site: Path) -> None:
    result = measured(built_site, Path(__file__).with_name("phrases-held-out.yml"))
    assert result.mean_reciprocal_rank >= 0.80, result
    assert result.within_three >= 0.88, result


def every_alias_of_a_procedure_finds_it(built_site: Path, library: Library) -> None:
    aliases = {alias: procedure.id for procedure in library.procedure.values() for alias in procedure.aliases}
    found = {phrase: pages_found(results)[:3] for phrase, results in ask(built_site, *aliases).items()}
    missed = [alias for alias, procedure in aliases.items() if f"procedures/{procedure}.html" not in found[alias]]
    assert len(missed) <= len(aliases) // 100, missed


def a_first_question_loads_little(built_site: Path) -> None:
    phrases = ["三会一课", "介绍信过期了怎么办", "公积金算不算党费基数", "shyk"]
    script = [shutil.which("node") or "node", str(ASK), str(built_site), "--cost"]
    done = subprocess.run(script, input=json.dumps(phrases), capture_output=True, text=True, check=True)
    for phrase, cost in json.loads(done.stdout).items():
        packed = sum(len(gzip.compress((built_site / file).read_bytes())) for file in cost["loaded"])
        assert packed < 120_000, phrase
