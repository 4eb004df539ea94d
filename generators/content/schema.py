"""JSON Schemas of the content: as it is written, by which editors complete and check; and as the site gives it out."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from generators.content.describe import chinese_name, member_meanings, probe
from generators.content.draft import PUBLICATION
from generators.content.ids import ID
from generators.model.library import KINDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic_core import core_schema

    from generators.model.base import Noun
    from generators.model.library import Kind

_TEXT = {"type": ["string", "number", "boolean"]}
"""Every scalar is text to us, but an editor's YAML takes `2017` for a number and `true` for a boolean."""


def schemas() -> Mapping[str, str]:
    """Kind → the text of content/.schema/KIND.json."""
    return {kind.name: _dumped(_schema(kind)) for kind in (*KINDS, PUBLICATION)}


def _schema(kind: Kind) -> JsonSchemaValue:
    schema = kind.noun.model_json_schema(by_alias=True, schema_generator=_Generator)
    schema["properties"].pop("id")
    schema["required"].remove("id")
    definitions = _in_chinese(schema)
    if kind.single_file:
        ids = {"propertyNames": {"pattern": f"^{ID.pattern}$"}}
        schema = {"type": "object", **ids, "additionalProperties": schema}
    return {"title": kind.title, **schema, "$defs": definitions}


def described(noun: type[Noun]) -> JsonSchemaValue:
    """The schema of a noun as it is given out: every key present, its types as in JSON, Chinese descriptions."""
    schema = noun.model_json_schema(by_alias=True, mode="serialization", schema_generator=_Described)
    definitions = _in_chinese(schema)
    return {**schema, "$defs": definitions}


def _in_chinese(schema: JsonSchemaValue) -> JsonSchemaValue:
    """Give all nouns their Chinese names for descriptions; take out the nested ones and return them."""
    definitions: JsonSchemaValue = schema.pop("$defs", {})
    for part in (schema, *definitions.values()):
        part.pop("title", None)
        name = chinese_name(part.pop("description", None))
        if name:
            part["description"] = name
    return definitions


def _dumped(schema: JsonSchemaValue) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


class _Described(GenerateJsonSchema):
    """Pydantic's schema with the meanings of permitted values, and without English titles."""

    def enum_schema(self, schema: core_schema.EnumSchema) -> JsonSchemaValue:
        """Each permitted value with its meaning."""
        described = super().enum_schema(schema)
        meanings = member_meanings(schema["cls"])
        if meanings:
            described["enumDescriptions"] = [meanings.get(str(value), "") for value in described["enum"]]
        return described

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 -- pydantic passes it
        """No titles: they would be the English keys again."""
        return False


class _Generator(_Described):
    """The schema as the loader reads: scalars are text, nothing is null, shorthands are taken."""

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        """Text may look like a number or a boolean."""
        return {**super().str_schema(schema), **_TEXT}

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """What is not known is not written; null is refused."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """Only plain defaults are worth telling; nothing, an empty list and a whole mapping are not."""
        described = super().default_schema(schema)
        if not isinstance(described.get("default"), str | int | float):
            described.pop("default", None)
        return described

    def function_before_schema(self, schema: core_schema.BeforeValidatorFunctionSchema) -> JsonSchemaValue:
        """One for many, or a bare text or number for the mapping it stands for."""
        full = self.generate_inner(schema["schema"])
        made = probe(schema["function"]["function"])
        if isinstance(made, list):
            return {"anyOf": [full, full["items"]]}
        if isinstance(made, dict):
            (key,) = made
            value = dict(self._definition(full)["properties"][key])
            value.pop("default", None)
            return {"anyOf": [value, full]}
        return full

    def _definition(self, schema: JsonSchemaValue) -> JsonSchemaValue:
        """The mapping itself, where `schema` only refers to it."""
        reference = schema.get("$ref")
        return self.get_schema_from_definitions(reference) or schema if reference else schema
