"""What pydantic finds is told in Chinese, whatever is wrong."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from generators.content.draft import PUBLICATION
from generators.content.messages import _SENTENCES, explain
from generators.content.parse import parse
from generators.content.source import Source
from generators.model.library import KINDS, Kind

BASE = Path(__file__).parents[1] / "broken" / "base"


def files() -> list[tuple[Kind, Any]]:
    """Every file of the small content folder that holds one noun, with what it says."""
    found = [(PUBLICATION, BASE / "publication.yml")]
    found += [(kind, path) for kind in KINDS for path in sorted((BASE / kind.folder).glob("*.yml"))]
    return [(kind, yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)) for kind, path in found]  # noqa: S506


FILES = files()

anything = st.sampled_from(
    ["", "字" * 40, "yes", "-1", "99999", "1.5", "9" * 30, "2026-02-30", [], ["甲"], {}, {"甲": "乙"}, [["甲"]]]
)


@st.composite
def spoilt(draw: st.DrawFn) -> tuple[Kind, Any]:
    """A file with one place deleted, replaced or added to."""
    kind, whole = draw(st.sampled_from(FILES))
    tree = copy.deepcopy(whole)
    node = tree
    while True:
        place = draw(st.sampled_from(sorted(node) if isinstance(node, dict) else range(len(node))))
        if not isinstance(node[place], dict | list) or not node[place] or draw(st.booleans()):
            break
        node = node[place]
    match draw(st.sampled_from(["delete", "replace", "add"])):
        case "delete":
            del node[place]
        case "replace":
            node[place] = draw(anything)
        case "add" if isinstance(node, dict):
            node["新键"] = draw(anything)
        case "add":
            node.append(draw(anything))
    return kind, tree


@settings(deadline=None, max_examples=300)
@given(spoilt())
def test_every_finding_is_a_chinese_sentence_at_a_place_of_the_file(case: tuple[Kind, Any]) -> None:
    kind, tree = case
    text = yaml.dump(tree, allow_unicode=True, default_style='"', sort_keys=False)
    root = parse(text.encode(), "f.yml").root
    if root is None:
        return
    source = Source("f.yml", root)
    try:
        kind.noun.model_validate({**tree, "id": "x"}, by_alias=True, by_name=False)
    except ValidationError as error:
        for finding in error.errors():
            problem = explain(finding, kind.noun, source)
            assert finding["type"] in _SENTENCES
            assert "put should" not in str(problem)
            assert "Value error" not in str(problem)
            assert 1 <= problem.line <= text.count("\n") + 1


@pytest.mark.parametrize("kind", [*KINDS, PUBLICATION], ids=lambda kind: kind.name)
def test_a_missing_key_is_told_with_its_meaning(kind: Kind) -> None:
    root = parse(b"{}", "f.yml").root
    assert root
    with pytest.raises(ValidationError) as caught:
        kind.noun.model_validate({"id": "x"})
    for finding in caught.value.errors():
        problem = explain(finding, kind.noun, Source("f.yml", root))
        assert problem.what == f"缺少必填的键「{finding['loc'][0]}」"
        assert problem.fix.startswith("请补上：")
