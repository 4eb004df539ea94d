"""Jinja templates that become HTML for the press."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined

if TYPE_CHECKING:
    from typing import Final

TEMPLATES: Final = Path(__file__).parents[2] / "templates"


@cache
def markup_environment(folder: str) -> Environment:
    """The templates of a folder of templates/; every value is escaped, and a name that is not known is an error."""
    return Environment(
        loader=FileSystemLoader(TEMPLATES / folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
