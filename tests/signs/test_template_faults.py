from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from generators.plan.kinds import FOLDER, sign_kinds
from generators.plan.signs import plan_signs
from generators.problems import ZhibuError
from generators.signs import render_sign, template_faults
from generators.typeset import markup

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generators.model.library import Library
    from generators.plan.signs import PlannedSign

PAGE, STYLE = "rule-board/sign.html.j2", "rule-board/sign.css"


@pytest.fixture
def templates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of templates/signs/ that may be spoilt."""
    copied = tmp_path / "signs"
    shutil.copytree(FOLDER, copied, ignore=shutil.ignore_patterns("*.png"))
    monkeypatch.setattr(markup, "TEMPLATES", tmp_path)
    monkeypatch.setattr(template_faults, "FOLDER", copied)
    markup.markup_environment.cache_clear()
    yield copied
    markup.markup_environment.cache_clear()


@pytest.fixture
def board(library: Library) -> PlannedSign:
    return first(library, "S07")


def first(library: Library, name: str) -> PlannedSign:
    plan = plan_signs(library, library.branch["example-office"], everything=True)
    return next(planned for planned in plan.signs if planned.sign.id == name)


@pytest.mark.parametrize(
    ("file", "right", "wrong", "said"),
    [
        (PAGE, "{{ subject.title }}", "{{ subject.titel }}", "没有「titel」这一项，是不是「title」？"),
        (PAGE, "numeral(", "numral(", "没有名称「numral」，是不是「numeral」？"),
        (PAGE, "numeral(loop.index)", "numeral()", "算不出来"),
        (PAGE, "numeral(loop.index)", "numeral(loop.index) | trimm", "没有过滤器「trimm」"),
        (PAGE, 'emblem("party-gold"', 'emblem("party-gild"', "没有油墨「party-gild」，是不是「party-gold」？"),
        (PAGE, ' style="margin-top:', ' style="margin-tpo:', "不认识「margin-tpo"),
        (STYLE, "var(--panel-red); text-align", "var(--panel-rot); text-align", "没有油墨「panel-rot」"),
        (STYLE, "line-height: 1.5 }", "line-hieght: 1.5 }", "「line-hieght: 1.5」（没有这种属性）"),
        (STYLE, "line-height: 1.5 }", "line-height: 1.5x }", "「line-height: 1.5x」（值写错了，或者不支持）"),
        (STYLE, "#fit {", "#fit:foo {", "不认识「#fit:foo」"),
        (STYLE, "background: var(--paper) }", "background: url(paper.png) }", "不认识「paper.png」"),
    ],
)
def a_mistake_in_a_template_is_told_with_its_line(
    templates: Path, library: Library, board: PlannedSign, file: str, right: str, wrong: str, said: str
) -> None:
    before, found, after = (templates / file).read_text(encoding="utf-8").partition(right)
    assert found
    (templates / file).write_text(before + wrong + after, encoding="utf-8")
    with pytest.raises(ZhibuError) as caught:
        render_sign(board, library)
    line = before.count("\n") + 1
    assert str(caught.value).startswith(f"templates/signs/{file}:{line}：")
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("", "到文件末尾，前面的 {% for %} 没有配上 {% endfor %}"),
        ("{% endfro %}", "这里多了 {% endfro %}，或前面的 {% for %} 没有配上 {% endfor %}"),
        ("{% endfor %}{% include 'foot.j2' %}", "找不到文件「foot.j2」"),
        ("{% endfor %}{{ a b }}", "模板的写法不对"),
    ],
)
def it_tells_of_jinja_in_chinese(templates: Path, library: Library, board: PlannedSign, wrong: str, said: str) -> None:
    page = templates / PAGE
    page.write_text(page.read_text(encoding="utf-8").replace("{% endfor %}", wrong, 1), encoding="utf-8")
    with pytest.raises(ZhibuError, match=r"templates/signs/rule-board/sign\.html\.j2:\d+：") as caught:
        render_sign(board, library)
    assert said in str(caught.value)


def a_brace_that_is_missing_is_told_at_the_next_line(templates: Path, library: Library, board: PlannedSign) -> None:
    style = templates / STYLE
    style.write_text(style.read_text(encoding="utf-8").replace("#fit { line-height: 1.5 }", "#fit { line-height: 1.5"))
    with pytest.raises(ZhibuError, match=r"rule-board/sign\.css:8：.*「\.clause」，请检查上一行的花括号"):
        render_sign(board, library)


def a_mistake_in_what_plates_share_is_told_there(templates: Path, library: Library) -> None:
    shared = templates / "_plate.html.j2"
    shared.write_text(shared.read_text(encoding="utf-8").replace("block.lines %}", "block.linse %}", 1))
    with pytest.raises(ZhibuError, match=r"^templates/signs/_plate\.html\.j2:\d+：没有「linse」"):
        render_sign(first(library, "S02"), library)


@pytest.mark.parametrize(
    ("sign", "kind", "asked"),
    [("S01", "rule-board", "clauses"), ("S13", "rule-board", "clauses"), ("S04", "signpost", "pointers")],
)
def a_kind_that_is_made_for_something_else_is_no_mistake_of_its_template(
    library: Library, sign: str, kind: str, asked: str
) -> None:
    with pytest.raises(ZhibuError, match=rf"^content/signs/{sign}\.yml：式样「{kind}」不能用于 subject") as caught:
        render_sign(replace(first(library, sign), kind=sign_kinds()[kind]), library)
    assert f"要用它的「{asked}」" in str(caught.value)
    assert f"templates/signs/{kind}/sign.html.j2:" in str(caught.value)
