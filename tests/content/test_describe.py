"""What the models say of themselves."""

from __future__ import annotations

import pytest

from generators.content.describe import chinese_name, member_meanings, shapes
from generators.content.fields import field_at, head, keys, noun_at
from generators.model.base import Citation, PostId, Statement, Verified
from generators.model.branch import Branch, Sex, TermOfOffice
from generators.model.form import FieldSpec, Form, Table
from generators.model.procedure import Procedure, Step
from generators.model.sizing import Per, Sizing


def test_a_members_docstring_is_its_meaning() -> None:
    assert member_meanings(Per)["month"] == "每月一份：12"
    assert list(member_meanings(Verified)) == [mark.value for mark in Verified]


def test_a_member_without_docstring_has_no_meaning() -> None:
    assert member_meanings(Sex) == {}


@pytest.mark.parametrize(
    ("docstring", "name"),
    [("A provision (条款), short.", "条款"), ("A size (成品尺寸，毫米).", "成品尺寸"), ("No name.", ""), (None, "")],
)
def test_a_class_is_named_in_brackets(docstring: str | None, name: str) -> None:
    assert chinese_name(docstring) == name


def test_a_shape_tells_lists_and_shorthands() -> None:
    points = shapes(Procedure)["points"]
    assert (points.item, points.is_list, points.shorthand, points.one_or_many) == (Statement, True, str, False)
    basis = shapes(Procedure)["basis"]
    assert (basis.item, basis.is_list, basis.shorthand, basis.one_or_many) == (Citation, True, None, True)
    rows = shapes(Table)["rows"]
    assert (rows.item, rows.is_list, rows.shorthand) == (Sizing, False, int)
    assert shapes(Sizing)["per"].one_or_many
    assert shapes(Branch)["stars"].is_mapping
    assert shapes(Step)["post"].item is PostId


def test_a_shape_tells_dates_and_how_exact_they_are() -> None:
    assert shapes(Procedure)["reviewed"].is_date
    assert not shapes(Procedure)["reviewed"].is_full_date
    assert shapes(TermOfOffice)["elected"].is_full_date
    assert shapes(Branch)["founded"].is_full_date
    assert not shapes(Branch)["name"].is_date


def test_keys_are_those_of_the_file() -> None:
    assert keys(FieldSpec)["from"] == "source"
    assert "id" not in keys(Form)
    assert "id" in keys(Step)


def test_the_noun_at_a_place_is_found() -> None:
    assert noun_at(Procedure, ("stages", 0, "steps", 2)) is Step
    assert noun_at(Procedure, ("basis", 0)) is Citation
    assert noun_at(Form, ("blocks", 1, "table", "rows")) is Sizing
    assert noun_at(Procedure, ("title",)) is None
    assert noun_at(Procedure, ("nothing", "there")) is None


def test_the_field_of_a_place_is_found() -> None:
    field = field_at(Procedure, ("stages", 0, "steps", 0, "together", 1))
    assert field
    assert field.description == "一起办的岗位。"


def test_a_description_begins_with_the_name() -> None:
    assert head("名称，如「农村」。") == "名称"
    assert head(None) == ""
