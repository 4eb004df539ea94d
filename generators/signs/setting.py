"""Setting a sign: its kind's template and style, filled and laid on the sheet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from jinja2 import TemplateError, TemplateRuntimeError
from markupsafe import Markup

from generators.model.procedure import Procedure
from generators.model.rule import Rule
from generators.model.sign import Process
from generators.model.theme import Typeface
from generators.plan.board_contents import levels_of, months_of, notice_columns
from generators.plan.floor_views import FloorView
from generators.plan.sign_subjects import floors_of
from generators.plan.theme import sign_theme
from generators.problems import ZhibuError, near
from generators.signs.basis import basis_text, printable_limits, reserved
from generators.signs.blame import too_long_advice
from generators.signs.flag import flag_svg
from generators.signs.floor_drawing import floor_drawing
from generators.signs.flow import picture
from generators.signs.inks import INKS, colour, ink_variables
from generators.signs.letters import column, line_mm, numeral, verses
from generators.signs.lines import block, in_two
from generators.signs.phrases import phrased
from generators.signs.qr import qr_svg
from generators.signs.sheet import crop_marks, sheet_for, slug
from generators.signs.template_faults import check_inks, misfit, template_fault
from generators.signs.typefaces import BOLD
from generators.typeset.emblem import emblem_svg
from generators.typeset.markup import markup_environment

if TYPE_CHECKING:
    from generators.model.library import Library
    from generators.plan.signs import PlannedSign
    from generators.signs.floor_drawing import FloorDrawing
    from generators.signs.flow import Picture
    from generators.signs.lines import TextBlock

_FILES = ("sign.html.j2", "sign.css")


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
        TooLongError: A single line is too long for its least letter.
        ZhibuError: The kind is not made for what the sign speaks of, or its template has a mistake.
    """
    sheet = sheet_for(planned)
    names = vocabulary(planned, library, fit)
    templates = markup_environment("signs")
    try:
        art, style = (templates.get_template(f"{planned.kind.id}/{name}").render(names) for name in _FILES)
    except (TemplateError, TypeError, ArithmeticError) as error:
        fault = template_fault(error, planned, names)
        if fault is None:
            raise
        raise fault from error
    check_inks(style + art, planned)
    return templates.get_template("sheet.html.j2").render(
        names,
        sheet=sheet,
        art=Markup(art),  # noqa: S704 # rendered with autoescape
        style=Markup(style),  # noqa: S704 # rendered with autoescape
        inks=ink_variables(screen=sheet.screen),
        marks=Markup(crop_marks(sheet, str(INKS["registration"]))),  # noqa: S704 # numbers only
        slug=slug(planned, sheet),
    )


def vocabulary(planned: PlannedSign, library: Library, fit: Fit) -> dict[str, Any]:
    """What a kind's template may name; templates/signs/README.md explains each to template writers."""
    size = planned.size
    screen = planned.process is Process.SCREEN
    words = _Words(planned, library)
    return {
        "planned": planned,
        "sign": planned.sign,
        "kind": planned.kind,
        "branch": planned.branch,
        "signature": planned.branch.name if planned.signed else "",
        "short_signature": planned.branch.short if planned.signed else "",
        "committee": library.committee[planned.branch.committee],
        "subject": planned.subject,
        "publication": library.publication,
        "theme": sign_theme(),
        "width": size.w,
        "height": size.h,
        "rem": min(size.w, size.h) / 100,
        "letter": fit.letter,
        "slack": max(0.0, fit.slack),
        "room": fit.room,
        "column": lambda text: column(text, BOLD[sign_theme().plate]),
        "numeral": numeral,
        "verses": verses,
        "line_mm": words.line_mm,
        "in_two": in_two,
        "phrased": phrased,
        "block": words.block,
        "emblem": lambda name, side: _emblem(_ink(name, screen=screen), side),
        "ink": lambda name: _ink(name, screen=screen),
        "flag": lambda length: Markup(  # noqa: S704 # made of numbers
            flag_svg(colour("party-red", screen=screen), colour("party-gold", screen=screen), length)
        ),
        "drawing": Markup,
        "limits": printable_limits,
        "reserved": reserved,
        "basis": lambda basis: basis_text(basis, library),
        "post": lambda name: library.post[name].title,
        "page_code": lambda side: _page_code(planned, library, side),
        "picture": lambda room: _picture(planned, library, room),
        "floor_drawing": lambda room: _floor_drawing(planned, library, room),
        "levels": lambda: levels_of(library, planned.branch),
        "floors": lambda: floors_of(planned.branch),
        "months": lambda: months_of(library, planned.branch),
        "columns": lambda: notice_columns(planned.branch),
    }


def _page_code(planned: PlannedSign, library: Library, side: float) -> Markup:
    """A QR code that opens the site's page of the rule or procedure; empty where the site has no address."""
    address, subject = library.publication.address, planned.subject
    if not address or not isinstance(subject, Rule | Procedure):
        return Markup()
    folder = "rules" if isinstance(subject, Rule) else "procedures"
    code = qr_svg(f"{address}{folder}/{subject.id}.html", side, dark=str(INKS["black"]), light=str(INKS["white"]))
    return Markup(code)  # noqa: S704 # made of numbers


class TooLongError(ZhibuError):
    """A sign has no room for its text, or for one `text` of it, at the kind's least letter."""

    def __init__(self, planned: PlannedSign, library: Library, text: str = "", least: float | None = None) -> None:
        super().__init__(
            f"「{planned.title}」（{planned.branch.short}）放不下：成品 {planned.size_text} 毫米，"
            f"字高要小于 {least or planned.kind.min_letter_mm:g} 毫米；{too_long_advice(text, planned, library)}"
        )


class _Words(NamedTuple):
    """Texts of a sign, set as large as they fit."""

    planned: PlannedSign
    library: Library

    def block(
        self, text: str, width: float, height: float, typeface: Typeface = Typeface.HEI, **wanted: Any
    ) -> TextBlock:
        """Lines that fill a space. Raises TooLongError."""
        kind = self.planned.kind
        space = {"at_least": kind.min_letter_mm, "at_most": kind.max_letter_mm, **wanted}
        found = block(text, width, height, face=BOLD[typeface], **space)
        if found is None:
            raise TooLongError(self.planned, self.library, text, space["at_least"])
        return found

    def line_mm(self, text: str, width: float, typeface: Typeface | None = None, **limits: float) -> float:
        """The letter at which a text fills a line, in the theme's heading where nothing else is said.

        Raises TooLongError.
        """
        try:
            return line_mm(text, width, face=BOLD[typeface or sign_theme().heading], **limits)
        except ZhibuError as error:
            raise TooLongError(self.planned, self.library, text, limits["at_least"]) from error


def _ink(name: str, *, screen: bool) -> str:
    """Jinja's own error, so that the template's line is known."""
    if name not in INKS:
        raise TemplateRuntimeError(f"没有油墨「{name}」，{near(name, INKS)}")
    return colour(name, screen=screen)


def _picture(planned: PlannedSign, library: Library, room: tuple[float, float]) -> Picture:
    if not isinstance(planned.subject, Procedure):
        raise misfit(planned)
    letters = (planned.kind.min_letter_mm, planned.kind.max_letter_mm)
    drawn = picture(planned.subject, library.post, room, letters, library.procedure)
    if drawn.letter_mm < letters[0] - 0.005:
        raise TooLongError(planned, library)
    return drawn


def _floor_drawing(planned: PlannedSign, library: Library, room: tuple[float, float]) -> FloorDrawing:
    if not isinstance(planned.subject, FloorView):
        raise misfit(planned)
    drawn = floor_drawing(planned.subject, room, planned.kind.min_letter_mm, planned.kind.max_letter_mm)
    if drawn is None:
        raise TooLongError(planned, library)
    return drawn


def _emblem(fill: str, size: float) -> Markup:
    return Markup(emblem_svg(fill, f"{size:g}mm"))  # noqa: S704 # made of numbers
