"""Reading a file: our scalar rules, places, and nothing but problems for whatever else is in it."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generators.content import parse as parsing
from generators.content.characters import place_at
from generators.content.parse import parse
from generators.content.source import Node, Source


def value(text: str) -> object:
    parsed = parse(text.encode(), "f.yml")
    assert not parsed.problems, parsed.problems
    assert parsed.root
    return parsed.root.plain()


@pytest.mark.parametrize(
    "written", ["no", "yes", "on", "010", "0x1F", "19:30", "2024-11-20", "1_000", "1e3", ".inf", "5%", "〔2017〕10号"]
)
def test_every_scalar_is_text(written: str) -> None:
    assert value(f"a: {written}") == {"a": written}


def test_quotes_make_an_empty_text() -> None:
    assert value("a: ''\nb: \"\"") == {"a": "", "b": ""}


def test_han_that_runs_on_gets_no_space() -> None:
    assert value("a: 第一行\n  第二行，\n  第三行 and\n  more 字\n") == {"a": "第一行第二行，第三行 and more 字"}


def test_a_written_space_between_han_stays() -> None:
    assert value("a: 张　三 李四") == {"a": "张　三 李四"}


def test_a_folded_block_joins_and_a_literal_block_keeps_lines() -> None:
    assert value("a: >\n  甲\n  乙\n\n  丙\nb: |\n  甲\n  乙\n") == {"a": "甲乙\n丙", "b": "甲\n乙"}


@pytest.mark.parametrize("written", ["", "~", "null", "Null", "NULL", "|", ">"])
def test_a_key_without_content_is_told_at_the_key(written: str) -> None:
    parsed = parse(f"a: 1\nb: {written}\n".encode(), "f.yml")
    assert [(p.line, p.column, p.what) for p in parsed.problems] == [(2, 1, "键「b」没有内容")]


def test_several_mistakes_of_a_file_are_told_at_once() -> None:
    parsed = parse(b"a: &x 1\na: 2\nb:\nc: [~]\n", "f.yml")
    assert [(p.line, p.column) for p in parsed.problems] == [(1, 4), (2, 1), (3, 1), (4, 5)]


def test_aliases_cannot_grow() -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"{k}: &{k} [*{p}, *{p}]\n" for p, k in zip("abcdefgh", "bcdefghi", strict=True))
    parsed = parse(bomb.encode(), "f.yml")
    assert len(parsed.problems) == 9 + 16


def test_deep_nesting_stops_at_once() -> None:
    parsed = parse(b"a: " + b"[" * 300_000, "f.yml")
    assert [p.what for p in parsed.problems] == ["嵌套太深（超过 24 层）"]


FAULTS = [
    ("a:\n\tb: 1", "缩进用了制表符（Tab 键）"),
    ("a: b: c", "这里的冒号被当成了键的冒号"),
    ("a:\n  - x\n b: 1", "缩进与上文对不齐"),
    ("a: 1\nb：c\nd: e", "这一行不是「键: 值」"),
    ("a: [1, 2", "方括号没有配对，或项与项之间少了逗号"),
    ("a: {x: 1", "花括号没有配对，或项与项之间少了逗号"),
    ('a: "abc', "引号没有配对"),
    ("a: *加粗", "文字不能以「*」或「&」开头"),
    ("a: @x", "文字不能以「@」开头"),
    ("a: `x", "文字不能以「`」开头"),
    ("a: |x\n  b", "「|」和「>」后面不能再写文字"),
    ('a: "\\q"', "双引号里的反斜杠「\\」写法有误"),
    ("a: 'it's'", "引号后面还有文字，或者缩进与上文对不齐"),
    ("a: - b", "这里不能直接写「- 」"),
    ("a: ? b", "文字不能以「? 」开头"),
    ("a: 1\n...\nb: 2", "一个文件只能写一份内容，这里又开始了一份"),
    ("%x", "行首不能写「%」"),
    ("a: ]", "文字不能以「]」开头"),
    ("a: [1]]", "多了一个「]」"),
    ("[[", "括号没有配对"),
    ("a: !<x", "文字不能以「!」开头"),
    ("? [a]\n: b", "键只能是一个词，不能是列表或一组键值"),
    (": b", "冒号前面没有键"),
    ('"": b', "冒号前面没有键"),
]


@pytest.mark.parametrize("loader", [yaml.CSafeLoader, yaml.SafeLoader], ids=["libyaml", "pure"])
@pytest.mark.parametrize(("text", "what"), FAULTS)
def test_a_syntax_error_is_told_in_chinese_by_both_parsers(
    text: str, what: str, loader: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parsing, "_LOADER", loader)
    assert what in [p.what for p in parse(text.encode(), "f.yml").problems]


def test_a_colon_that_libyaml_does_not_expect_is_told() -> None:
    assert [p.what for p in parse(b"a: {b:] c}", "f.yml").problems] == ["冒号后面少了空格或内容"]


yaml_like = st.text(st.sampled_from("ab键值:：-?[]{},&*!|>'\"%@`#\\ \t\n\r0~<=…\ufeff\x07\u2028")) | st.text()


@settings(deadline=None)
@given(yaml_like)
def test_any_text_gives_a_tree_or_problems_inside_the_file(text: str) -> None:
    try:
        raw = text.encode()
    except UnicodeEncodeError:
        raw = text.encode("utf-8", "surrogatepass")
    parsed = parse(raw, "f.yml")
    assert (parsed.root is not None) or parsed.problems
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for problem in parsed.problems:
        if problem.line:
            assert problem.line <= len(lines)
            assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1


@settings(deadline=None)
@given(st.binary())
def test_any_bytes_give_a_tree_or_problems(raw: bytes) -> None:
    parsed = parse(raw, "f.yml")
    assert (parsed.root is not None) or parsed.problems


trees = st.recursive(
    st.text("ab字。 ", min_size=1).filter(str.strip),
    lambda inner: st.lists(inner, min_size=1) | st.dictionaries(st.text("abc字", min_size=1), inner, min_size=1),
    max_leaves=12,
)


@settings(deadline=None)
@given(st.dictionaries(st.text("abc字", min_size=1), trees, min_size=1))
def test_every_value_is_found_where_it_stands(tree: dict[str, object]) -> None:
    text = yaml.dump(tree, allow_unicode=True, default_style='"', width=10_000)
    parsed = parse(text.encode(), "f.yml")
    assert parsed.root
    assert parsed.root.plain() == tree
    source = Source("f.yml", parsed.root)
    offsets = {place_at(text, at): at for at in range(len(text))}
    for loc, leaf in leaves(parsed.root):
        at = offsets[source.place(loc)]
        assert text[at] == '"'
        assert text[at + 1 : at + 1 + len(leaf)] == leaf


def leaves(node: Node, loc: tuple[str | int, ...] = ()) -> list[tuple[tuple[str | int, ...], str]]:
    content = node.content
    if isinstance(content, dict):
        return [leaf for key, entry in content.items() for leaf in leaves(entry.node, (*loc, key))]
    if isinstance(content, list):
        return [leaf for index, item in enumerate(content) for leaf in leaves(item, (*loc, index))]
    return [(loc, content or "")]
