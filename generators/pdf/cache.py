"""When a compiled form may be kept: the key changes with everything that it depends on."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from generators.kept import makers

if TYPE_CHECKING:
    from generators.plan.shape import Shape

_MAKING = (
    "generators/pdf/*.py",
    "generators/typeset/*.py",
    "generators/plan/shape.py",
    "templates/pdf/*",
    "templates/fonts/*",
)
"""What makes a compiled form out of a shape."""
_LIBRARIES = ("fonttools", "jinja2", "pikepdf", "weasyprint")


def cache_key(shape: Shape) -> str:
    """64 hexadecimal digits, the same as long as `compile_form(shape)` gives the same form.

    It covers the form, its rows and edition, our code and templates, the fonts, and the versions of the libraries.
    """
    digest = sha256(makers(_MAKING, _LIBRARIES))
    rows = ",".join(f"{name}={count}" for name, count in shape.rows)
    digest.update(f"\n{shape.form.id}\n{rows}\n{shape.compact}\n".encode())
    digest.update(shape.form.model_dump_json(by_alias=True).encode())
    return digest.hexdigest()
