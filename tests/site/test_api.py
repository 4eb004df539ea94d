"""The content as JSON: whole, described by its schemas, and without anything private."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import jsonschema_rs
import pytest

from generators.model.library import KINDS
from generators.site.api import INDEX, PUBLIC, VERSION, api_files, list_path, page_of, schema_path

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from generators.model.base import Noun
    from generators.model.library import Kind, Library

EVERY_PUBLIC_KIND = pytest.mark.parametrize("kind", PUBLIC, ids=lambda kind: kind.name)


@pytest.fixture(scope="module")
def files(library: Library) -> Mapping[str, bytes]:
    return api_files(library)


def items(kind: Kind, files: Mapping[str, bytes]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(files[list_path(kind)])["items"]
    return found


@pytest.mark.any_content
@EVERY_PUBLIC_KIND
def every_file_agrees_with_its_schema(kind: Kind, files: Mapping[str, bytes]) -> None:
    schema = json.loads(files[schema_path(kind)])
    jsonschema_rs.meta.validate(schema)
    jsonschema_rs.Draft202012Validator(schema).validate(json.loads(files[list_path(kind)]))


@EVERY_PUBLIC_KIND
def every_key_has_a_chinese_description(kind: Kind, files: Mapping[str, bytes]) -> None:
    schema = json.loads(files[schema_path(kind)])
    nouns = [schema["properties"]["items"]["items"], *schema["$defs"].values()]
    for noun in nouns:
        for key, described in noun.get("properties", {}).items():
            assert any("\u4e00" <= c <= "\u9fff" for c in described["description"]), (kind.name, key)
        if "description" in noun:
            assert "\u4e00" <= noun["description"][0] <= "\u9fff"


@pytest.mark.any_content
@EVERY_PUBLIC_KIND
def every_noun_can_be_made_again_from_its_json(kind: Kind, files: Mapping[str, bytes], library: Library) -> None:
    nouns = library.of(kind.name)
    assert [item["id"] for item in items(kind, files)] == list(nouns)
    for item in items(kind, files):
        noun = nouns[item["id"]]
        said = {key: value for key, value in item.items() if key != "page" and value is not None}
        made = kind.noun.model_validate(without_nulls(said))
        if kind.name == "committee":
            assert "contact" not in item
            noun = noun.model_copy(update={"contact": None})
        assert made == noun


def without_nulls(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: without_nulls(inner) for key, inner in value.items() if inner is not None}
    return [without_nulls(inner) for inner in value] if isinstance(value, list) else value


def the_index_leads_to_every_file_and_tells_its_checksum(files: Mapping[str, bytes], library: Library) -> None:
    index = json.loads(files[INDEX])
    assert index["version"] == VERSION
    assert index["issued"] == library.publication.issued
    assert [entry["kind"] for entry in index["kinds"]] == [kind.name for kind in KINDS if kind.name != "roster"]
    for entry in index["kinds"]:
        content = files[f"api/{entry['file']}"]
        assert entry["count"] == len(json.loads(content)["items"]) == len(library.of(entry["kind"]))
        assert (entry["bytes"], entry["sha256"]) == (len(content), sha256(content).hexdigest())
        assert f"api/{entry['schema']}" in files
    assert len(files) == 1 + 2 * len(index["kinds"])


@pytest.mark.any_content
def every_page_named_is_in_the_site(files: Mapping[str, bytes], built_site: Path) -> None:
    for kind in PUBLIC:
        for item in items(kind, files):
            if item["page"]:
                path, _, anchor = item["page"].partition("#")
                page = (built_site / path).read_text(encoding="utf-8")
                assert not anchor or f'id="{anchor}"' in page, item["page"]


@pytest.mark.any_content
def the_site_carries_the_files(files: Mapping[str, bytes], built_site: Path) -> None:
    for path, content in files.items():
        assert (built_site / path).read_bytes() == content, path


def every_kind_of_page_is_named_or_known_to_have_none() -> None:
    without = {kind.name for kind in PUBLIC if page_of(kind, "x") is None}
    assert without == {"book", "occasion", "holidays", "committee", "sample"}


def nothing_private_is_given_out(small: Library) -> None:
    """The small library's roster holds a name and a number that stand nowhere else."""
    files = api_files(small)
    everything = b"".join(files.values()).decode()
    assert "13900000001" in repr(small.roster)
    assert "钱绝密" not in everything
    assert "13900000001" not in everything
    assert not [path for path in files if "roster" in path]


def no_key_of_a_roster_is_described(files: Mapping[str, bytes]) -> None:
    from generators.model.branch import Member, Roster  # noqa: PLC0415

    schemas = b"".join(content for path, content in files.items() if "schemas/" in path).decode()
    nouns: tuple[type[Noun], ...] = (Member, Roster)
    for noun in nouns:
        assert f'"{noun.__name__}"' not in schemas
    assert "id_tail" not in schemas
