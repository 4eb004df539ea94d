from __future__ import annotations

from typing import TYPE_CHECKING

from generators.pdf.names import name_tree
from tests.pdf.nouns import CONTENTS, MEETING, shape_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generators.pdf import CompiledForm
    from generators.plan.shape import Shape


def it_gives_every_field_its_name_from_the_nodes_above(compiled: Mapping[Shape, CompiledForm]) -> None:
    form = compiled[shape_of(MEETING)]
    tree = name_tree(form)
    for spec, own, parent in zip(form.fields, tree.own, tree.parents, strict=True):
        parts, above = [own], parent
        while above > 0:
            parts.insert(0, tree.nodes[above].name)
            above = tree.nodes[above].parent
        assert ".".join(parts) == spec.name


def it_joins_each_field_once(compiled: Mapping[Shape, CompiledForm]) -> None:
    form = compiled[shape_of(MEETING)]
    kids = [kid for node in name_tree(form).nodes for kid in node.kids]
    assert sorted(n for is_field, n in kids if is_field) == list(range(len(form.fields)))
    assert len(kids) == len(set(kids))


def it_has_no_names_without_fields(compiled: Mapping[Shape, CompiledForm]) -> None:
    assert not name_tree(compiled[shape_of(CONTENTS)]).nodes
