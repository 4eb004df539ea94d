"""Who does what, and what fills which form, seen from the other end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generators.site.relations import forms_of, forms_proving, items_by_code, tasks_of_forms, tasks_of_posts

if TYPE_CHECKING:
    from generators.model.library import Library


def a_post_owns_its_steps_and_takes_part_in_others(small: Library) -> None:
    tasks = tasks_of_posts(small)
    assert [(t.step.id, t.number, t.leading) for t in tasks["secretary"]] == [("pay", 1, True)]
    assert [(t.step.id, t.number, t.leading) for t in tasks["member"]] == [("pay", 1, False), ("paid", None, True)]


def a_form_knows_the_steps_that_fill_it(small: Library) -> None:
    assert [t.step.id for t in tasks_of_forms(small)["R44"]] == ["pay"]


def a_form_proves_items_of_the_standard(small: Library) -> None:
    assert forms_proving(small) == {"H1": ("R44",)}
    assert items_by_code(small)["H1"].standard.id == "base"


def a_procedure_lists_each_of_its_forms_once(small: Library) -> None:
    assert forms_of(small.procedure["dues"]) == ("R44",)


def every_step_of_the_content_is_in_somebodys_hands(library: Library) -> None:
    owned = {(t.procedure.id, t.step.id) for tasks in tasks_of_posts(library).values() for t in tasks if t.leading}
    assert owned == {(p.id, s.id) for p in library.procedure.values() for s in p.steps()}
