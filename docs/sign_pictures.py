"""Makes the picture that each kind of sign shows in its README: templates/signs/<kind>/example.png.

Run it as `.venv/bin/python docs/sign_pictures.py`, or with the names of some kinds. The pictures show no roster, and
official texts are filled with a remark: what nobody has compared must not be read anywhere.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from generators.content.load import load_library, read_noun
from generators.model.sign import Sign
from generators.plan.kinds import FOLDER, sign_kinds
from generators.plan.signs import PlannedSign, planned_for
from generators.signs import render_sign, settled
from generators.signs.preview import preview

LONGEST_PX = 480
_FILLER = tuple(f"（{number}）这里照排官方原文第{number}项，逐字校对后才能制作。" for number in "一二三四五六七八")


def draw(names: list[str]) -> None:
    """Draw the kinds' examples with the first example branch that has something to show on them."""
    library = load_library(FOLDER.parents[1] / "content")
    official = {
        name: text.model_copy(update={"compared": True, "lines": _FILLER}) for name, text in library.official.items()
    }
    shown = replace(library, official=official, roster={})
    for name in names or sign_kinds():
        example = read_noun(FOLDER / name / "example.yml", Sign, name="S00", shown=f"templates/signs/{name}")
        planned = next(
            one
            for branch in shown.branch.values()
            for one in planned_for(example, shown, branch)
            if isinstance(one, PlannedSign)
        )
        png = preview(render_sign(settled(planned, shown), shown), longest=LONGEST_PX).png
        (FOLDER / name / "example.png").write_bytes(png)
        print(f"{name}: {len(png) / 1000:.0f} KB")


if __name__ == "__main__":
    draw(sys.argv[1:])
