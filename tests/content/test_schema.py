"""The JSON Schemas agree with the loader."""

from __future__ import annotations

import json
from typing import Any

import pytest

from generators.content.draft import PUBLICATION
from generators.content.fields import keys
from generators.content.schema import schemas
from generators.model.library import KINDS, Kind

KINDS_AND_PUBLICATION = [*KINDS, PUBLICATION]


def schema(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(schemas()[name])
    return loaded


def test_there_is_one_for_each_kind() -> None:
    assert list(schemas()) == [kind.name for kind in KINDS_AND_PUBLICATION]


@pytest.mark.parametrize("kind", KINDS_AND_PUBLICATION, ids=lambda kind: kind.name)
def test_it_lists_the_keys_that_the_loader_takes_and_no_id(kind: Kind) -> None:
    described = schema(kind.name)
    noun = described["additionalProperties"] if kind.single_file else described
    assert list(noun["properties"]) == list(keys(kind.noun))
    assert noun["additionalProperties"] is False
    assert "id" not in noun.get("required", [])
    assert described["title"] == kind.title


def test_every_key_is_explained_in_chinese() -> None:
    for name in schemas():
        for part in objects(schema(name)):
            for key, value in part["properties"].items():
                assert any("一" <= c <= "鿿" for c in value.get("description", "")), (name, key)


def test_nothing_may_be_null() -> None:
    assert not any('"null"' in text or ": null" in text for text in schemas().values())


def test_shorthands_are_offered() -> None:
    form = schema("form")
    assert form["properties"]["guide"]["items"]["anyOf"][1] == {"$ref": "#/$defs/Statement"}
    assert form["properties"]["guide"]["items"]["anyOf"][0]["type"] == ["string", "number", "boolean"]
    assert form["$defs"]["Table"]["properties"]["rows"]["anyOf"][0]["type"] == "integer"
    assert {"$ref": "#/$defs/Citation"} in form["properties"]["basis"]["anyOf"]
    assert {"$ref": "#/$defs/Per"} in form["$defs"]["Sizing"]["properties"]["per"]["anyOf"]


def test_values_of_an_enumeration_are_explained() -> None:
    verified = schema("policy")["$defs"]["Verified"]
    assert verified["description"] == "核实标记"
    assert len(verified["enumDescriptions"]) == len(verified["enum"]) == 8
    assert all(verified["enumDescriptions"])


def test_ids_of_terms_are_restricted() -> None:
    assert schema("term")["propertyNames"] == {"pattern": "^[A-Za-z0-9][A-Za-z0-9-]*$"}


def test_two_runs_give_the_same_text() -> None:
    assert schemas() == schemas()


def objects(part: Any) -> list[dict[str, Any]]:
    """Every part of a schema that lists properties."""
    if isinstance(part, list):
        return [found for item in part for found in objects(item)]
    if not isinstance(part, dict):
        return []
    inner = [found for value in part.values() for found in objects(value)]
    return [part, *inner] if isinstance(part.get("properties"), dict) else inner
