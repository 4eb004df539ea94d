"""A branch's signs with all that the shop and the installer need."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generators.model.sign import Process
from generators.plan.signs import plan_signs
from generators.signs.cutting import cutting_svg
from generators.signs.elevation import wall_elevation
from generators.signs.keep import kept_preview, kept_sign
from generators.signs.order import order_of, order_workbook
from generators.signs.order_sheets import order_list, proof_sheet
from generators.signs.twins import settled_together
from generators.signs.wall import for_wall, main_wall

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

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


class SignFiles(NamedTuple):
    """What a branch's signs come as."""

    files: Mapping[str, bytes]
    """By name."""
    left_out: tuple[LeftOut, ...]
    """What is not made, with its reason (减牌)."""
    remark: str
    """How many signs count where they are spared; empty where they are not."""


def sign_files(
    library: Library,
    branch: Branch,
    wishes: SignWishes = SignWishes(),  # noqa: B008 # it is immutable
) -> SignFiles:
    """The branch's signs, and the sheets that go with them.

    Raises:
        ZhibuError: A sign's text does not fit, or a rule of signs is broken; nothing is made then.
    """
    plan = plan_signs(library, branch, everything=wishes.everything)
    planned = [for_wall(one, wishes.wall_mm) for one in plan.signs]
    made = [(sign, kept_sign(sign, library, outline=wishes.outline)) for sign in settled_together(planned, library)]
    files: dict[str, bytes] = {}
    for sign, pdf in made:
        files[f"{_FOLDER}/{sign.file_name}"] = pdf
        files |= _beside(sign, pdf, library, wishes)
    signs = [sign for sign, _ in made]
    wall = main_wall(library, wishes.wall_mm, signs, rights_left=wishes.rights_left)
    order = order_of(signs, branch, library, wall.heights)
    files[f"{_FOLDER}/制作清单.xlsx"] = order_workbook(order, library.publication.issued)
    files[f"{_FOLDER}/制作清单.pdf"] = order_list(order, library)
    files[f"{_FOLDER}/打样单.pdf"] = proof_sheet(made, order, library)
    if any(room.meeting for room in branch.venue.rooms):
        files[f"{_FOLDER}/主墙立面图.pdf"] = wall_elevation(wall, branch, library)
    return SignFiles(files, plan.left_out, order.remark)


def _beside(sign: PlannedSign, pdf: bytes, library: Library, wishes: SignWishes) -> dict[str, bytes]:
    """What a sign comes as besides its PDF: a screen page as a picture, a plate for the cutter as SVG."""
    name = f"{_FOLDER}/{sign.file_name.removesuffix('.pdf')}"
    if sign.process is Process.SCREEN:
        return {f"{name}.png": kept_preview(pdf, longest=round(max(sign.size.w, sign.size.h))).png}
    if wishes.svg and sign.process in _CUT:
        outlined = kept_sign(sign, library, outline=True)
        return {f"{name}.svg": cutting_svg(outlined).encode()}
    return {}


def not_of_this_time(folder: Path, files: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Files beside the branch's signs that were not made together with them: a sign of before might go to the shop."""
    made = {folder / name for name in files}
    return tuple(path for path in sorted((folder / _FOLDER).glob("*")) if path.is_file() and path not in made)
