"""Compiled forms kept between runs: the one place among the renderers that touches the disk, and only its cache."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from generators.pdf.cache import cache_key
from generators.pdf.compile import compile_form
from generators.pdf.compiled import CompiledForm

if TYPE_CHECKING:
    from generators.plan.shape import Shape

FOLDER = "ZHIBU_CACHE"
"""The environment variable that names the folder; the launcher sets it. Without it nothing is kept."""


def kept_form(shape: Shape) -> CompiledForm:
    """The compiled form, read back when it was compiled before from all the same things; else compiled and kept.

    Raises:
        ZhibuError: as `compile_form` does.
    """
    folder = os.environ.get(FOLDER)
    if not folder:
        return compile_form(shape)
    place = Path(folder) / f"{shape.form.id}-{cache_key(shape)[:40]}.json"
    with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
        return CompiledForm.from_json(place.read_text(encoding="utf-8"))
    made = compile_form(shape)
    with contextlib.suppress(OSError):
        _put(place, made.to_json())
    return made


def _put(place: Path, text: str) -> None:
    """Write whole, then rename: another process may read at the same time."""
    place.parent.mkdir(parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(dir=place.parent, prefix=".")
    with os.fdopen(handle, "w", encoding="utf-8") as stream:
        stream.write(text)
    Path(draft).replace(place)
