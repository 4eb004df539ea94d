"""When a compiled form may be kept: the key changes with everything that it depends on."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from generators.typeset.fonts import Face, face_path

if TYPE_CHECKING:
    from generators.plan.shape import Shape

_ROOT = Path(__file__).parents[2]
_MAKING = ("generators/pdf/*.py", "generators/typeset/*.py", "generators/plan/shape.py", "templates/pdf/*")
"""What makes a compiled form out of a shape."""
_LIBRARIES = ("fonttools", "jinja2", "pikepdf", "weasyprint")


def cache_key(shape: Shape) -> str:
    """64 hexadecimal digits, the same as long as `compile_form(shape)` gives the same form.

    It covers the form, its rows and edition, our code and templates, the fonts, and the versions of the libraries.

    Raises:
        ZhibuError: a font is missing.
    """
    digest = sha256(_makers())
    rows = ",".join(f"{name}={count}" for name, count in shape.rows)
    digest.update(f"\n{shape.form.id}\n{rows}\n{shape.compact}\n".encode())
    digest.update(shape.form.model_dump_json(by_alias=True).encode())
    return digest.hexdigest()


@cache
def _makers() -> bytes:
    """A digest of what is the same for all shapes."""
    digest = sha256()
    for library in _LIBRARIES:
        digest.update(f"{library} {version(library)}\n".encode())
    files = [path for pattern in _MAKING for path in sorted(_ROOT.glob(pattern)) if path.is_file()]
    for path in (*files, *(face_path(face) for face in Face)):
        digest.update(path.name.encode())
        digest.update(sha256(path.read_bytes()).digest())
    return digest.digest()
