"""content/README.md names every key."""

from __future__ import annotations

from generators.content.draft import PUBLICATION
from generators.content.fields import keys
from generators.content.readme import content_readme
from generators.content.written import shapes
from generators.model.base import Noun, Verified
from generators.model.library import KINDS

README = content_readme({"表格以外的字段": {"year": "年度｜哪一年", "a.b": "甲|乙"}})


def nouns(noun: type[Noun]) -> list[type[Noun]]:
    inner = [shape.item for shape in shapes(noun).values() if issubclass(shape.item, Noun)]
    return [noun, *(found for item in inner for found in nouns(item))]


def test_every_key_of_every_noun_has_a_row_with_its_meaning() -> None:
    for kind in (*KINDS, PUBLICATION):
        for noun in nouns(kind.noun):
            for key, name in keys(noun).items():
                meaning = (noun.model_fields[name].description or "").replace("|", "\\|")
                rows = [line for line in README.splitlines() if line.startswith(f"| `{key}` |")]
                assert any(meaning in row for row in rows), (noun, key)


def test_every_verification_mark_is_explained() -> None:
    assert all(f"| `{mark.value}` | {mark.label} |" in README for mark in Verified)


def test_required_keys_are_marked() -> None:
    assert "| `who` | 文字 | 必填 | 适用于谁、哪些支部，一两句话。 |" in README


def test_shorthands_dates_and_defaults_are_told() -> None:
    assert "| `rows` | 整数或「数量」 | 必填 |" in README
    assert "| `points` | 列表，每项是文字或「一句话」 |" in README
    assert "| `basis` | 「引用的依据」，一个或一列 |" in README
    assert "| `elected` | 日期，写到日 | 必填 |" in README
    assert "| `issued` | 日期 |  |" in README
    assert "`single` 竖版一页" in README
    assert "不写即 `single`。" in README


def test_parts_are_found_by_the_way_to_them() -> None:
    assert "列表，每项是「`stages.steps`」" in README
    assert "### 流程里的 `stages.steps`" in README


def test_every_row_of_a_table_has_as_many_cells_as_its_head() -> None:
    table: list[str] = []
    for line in [*README.splitlines(), ""]:
        if line.startswith("|"):
            table.append(line)
        else:
            assert len({row.replace("\\|", "").count("|") for row in table}) <= 1, table
            table = []


def test_the_prefill_vocabulary_is_listed() -> None:
    assert "### 表格以外的字段" in README
    assert "| `a.b` | 甲\\|乙 |" in README
