"""Setting a sign: its kind's template and style, filled and laid on the sheet."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generators.plan.kinds import FOLDER
from generators.signs.basis import basis_text, printable_limits
from generators.signs.flow import picture
from generators.signs.inks import INKS, ink_variables
from generators.signs.letters import column, line_mm, numeral
from generators.signs.sheet import crop_marks, sheet_for, slug
from generators.typeset.emblem import emblem_svg

if TYPE_CHECKING:
    from generators.model.library import Library
    from generators.plan.signs import PlannedSign
    from generators.signs.flow import Picture


@dataclass(frozen=True)
class Fit:
    """What is found by measuring: the letter height, what is left over, and the size of `#room`, all in mm."""

    letter: float
    slack: float = 0.0
    room: tuple[float, float] | None = None
    """None on the first pass, when templates leave out what depends on it."""


def compose(planned: PlannedSign, library: Library, fit: Fit) -> str:
    """The HTML of the whole sheet.

    Raises:
        ZhibuError: A single line of the sign is too long for its least letter.
    """
    sheet = sheet_for(planned)
    names = {
        "planned": planned,
        "sign": planned.sign,
        "kind": planned.kind,
        "branch": planned.branch,
        "subject": planned.subject,
        "publication": library.publication,
        "letter": fit.letter,
        "slack": max(0.0, fit.slack),
        "room": fit.room,
        "width": sheet.width,
        "height": sheet.height,
        "rem": min(sheet.width, sheet.height) / 100,
        "sheet": sheet,
    }
    functions = {
        "basis": lambda basis: basis_text(basis, library),
        "picture": lambda room: _picture(planned, library, room),
        "post": lambda name: library.post[name].title,
    }
    art = Markup(_environment().get_template(f"{planned.kind.id}/sign.html.j2").render(names | functions))  # noqa: S704 # rendered with autoescape
    style = (FOLDER / planned.kind.id / "sign.css").read_text(encoding="utf-8")
    frame = _environment().get_template("sheet.html.j2")
    return frame.render(
        names,
        art=art,
        style=Markup(style),  # noqa: S704 # a file of this repository
        inks=ink_variables(),
        marks=Markup(crop_marks(sheet, str(INKS["registration"]))),  # noqa: S704 # numbers only
        slug=slug(planned, sheet),
    )


def _picture(planned: PlannedSign, library: Library, room: tuple[float, float]) -> Picture:
    procedure: Any = planned.subject
    return picture(procedure, library.post, room, (planned.kind.min_letter_mm, planned.kind.max_letter_mm))


def _emblem(ink: str, size: float) -> Markup:
    return Markup(emblem_svg(str(INKS[ink]), f"{size:g}mm"))  # noqa: S704 # made of numbers


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(FOLDER), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.globals.update(
        column=column, line_mm=line_mm, numeral=numeral, emblem=_emblem, limits=printable_limits, drawing=Markup
    )
    return environment
