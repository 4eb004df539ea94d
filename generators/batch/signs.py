"""A branch's signs with all that the shop and the installer need."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generators.model.sign import Process
from generators.plan.signs import plan_signs
from generators.signs.cutting import cutting_svg
from generators.signs.elevation import wall_elevation
from generators.signs.keep import kept_preview, kept_sign
from generators.signs.order import order_lines, order_workbook
from generators.signs.order_sheets import order_list, proof_sheet
from generators.signs.twins import settled_together

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generators.model.branch import Branch
    from generators.model.library import Library
    from generators.plan.signs import LeftOut, PlannedSign

_FOLDER = "标识"
_CUT = {Process.TRIMMED, Process.UV, Process.PHOTO, Process.SPRAYED}


class SignWishes(NamedTuple):
    """What a user may choose about a branch's signs."""

    everything: bool = False
    """Whether signs that are spared are made all the same."""
    outline: bool = False
    """Whether text becomes paths."""
    svg: bool = False
    """Whether each sign also comes as SVG for cutters."""
    rights_left: bool = False
    """Whether the rights hang left of the flag and the duties right, instead of the other way round."""
    wall_mm: float = 6000
    """Width of the activity room's main wall."""


def sign_files(
    library: Library,
    branch: Branch,
    wishes: SignWishes = SignWishes(),  # noqa: B008 # it is immutable
) -> tuple[Mapping[str, bytes], tuple[LeftOut, ...]]:
    """The branch's signs and sheets by file name, and the signs left out with their reasons (减牌).

    Raises:
        ZhibuError: A sign's text does not fit, or a rule of signs is broken; nothing is made then.
    """
    plan = plan_signs(library, branch, everything=wishes.everything)
    made = [(sign, kept_sign(sign, library, outline=wishes.outline)) for sign in settled_together(plan.signs, library)]
    files: dict[str, bytes] = {}
    for sign, pdf in made:
        files[f"{_FOLDER}/{sign.file_name}"] = pdf
        files |= _beside(sign, pdf, library, wishes)
    lines = order_lines([sign for sign, _ in made], library)
    files[f"{_FOLDER}/制作清单.xlsx"] = order_workbook(lines, branch, library.publication.issued)
    files[f"{_FOLDER}/制作清单.pdf"] = order_list(lines, branch, library)
    files[f"{_FOLDER}/打样单.pdf"] = proof_sheet(made, branch, library)
    if any(room.meeting for room in branch.venue.rooms):
        wall = wall_elevation(library, branch, wishes.wall_mm, rights_left=wishes.rights_left)
        files[f"{_FOLDER}/主墙立面图.pdf"] = wall
    return files, plan.left_out


def _beside(sign: PlannedSign, pdf: bytes, library: Library, wishes: SignWishes) -> dict[str, bytes]:
    """What a sign comes as besides its PDF: a screen page as a picture, a plate for the cutter as SVG."""
    name = f"{_FOLDER}/{sign.file_name.removesuffix('.pdf')}"
    if sign.process is Process.SCREEN:
        return {f"{name}.png": kept_preview(pdf, longest=round(max(sign.size.w, sign.size.h))).png}
    if wishes.svg and sign.process in _CUT:
        outlined = kept_sign(sign, library, outline=True)
        return {f"{name}.svg": cutting_svg(outlined).encode()}
    return {}
