"""Compiled forms kept between runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generators.kept import kept
from generators.pdf.cache import cache_key
from generators.pdf.compile import compile_form
from generators.pdf.compiled import CompiledForm

if TYPE_CHECKING:
    from generators.plan.shape import Shape


def kept_form(shape: Shape) -> CompiledForm:
    """The compiled form, read back when it was compiled before from all the same things; else compiled and kept.

    Raises:
        ZhibuError: as `compile_form` does.
    """
    content = kept(
        lambda: f"{shape.form.id}-{cache_key(shape)[:40]}.form", lambda: compile_form(shape).to_json().encode()
    )
    return CompiledForm.from_json(content.decode())
