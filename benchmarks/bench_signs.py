"""Measure signs: our fitting and print files against WeasyPrint with a binary search for the letter.

Run from the repository: `.venv/bin/python benchmarks/bench_signs.py [SIGNS]`. It takes SIGNS (30) signs of all example
branches, all kinds mixed, and gives CPU seconds and signs a second for:

- `ours`: settling the size, finding the letter, laying out, and finishing as PDF/X-4
- `plain`: the same templates in the same size; the letter found by halving down to the same step, one layout each try,
  then the PDF. Nothing is spread, and neither boxes nor CMYK nor the emblem are looked after.
"""

from __future__ import annotations

import sys
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING

from generators.plan.ready import open_library
from generators.plan.signs import plan_signs
from generators.signs import render_sign, settled
from generators.signs.fit import STEP_MM, measure
from generators.signs.setting import Fit, compose
from generators.typeset.press import render_pdf

if TYPE_CHECKING:
    from generators.model.library import Library
    from generators.plan.signs import PlannedSign


def plain(planned: PlannedSign, library: Library) -> bytes:
    """The sign by halving; what a template cannot know before it is measured comes from one layout, as in ours."""
    kind = planned.kind
    room = measure(compose(planned, library, Fit(kind.min_letter_mm)), kind.safe_mm).room
    low, high = 0, int((kind.max_letter_mm - kind.min_letter_mm) / STEP_MM)
    while low < high:
        middle = (low + high + 1) // 2
        html = compose(planned, library, Fit(kind.min_letter_mm + middle * STEP_MM, room=room))
        if measure(html, kind.safe_mm).height <= room[1]:
            low = middle
        else:
            high = middle - 1
    return render_pdf(
        compose(planned, library, Fit(kind.min_letter_mm + low * STEP_MM, room=room)), title=planned.title
    )


def main() -> None:
    """Print the table."""
    library = open_library(Path(__file__).resolve().parents[1] / "content")
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 30
    every = [s for b in library.branch.values() for s in plan_signs(library, b, everything=True).signs]
    signs = [settled(sign, library) for sign in every[:: max(1, len(every) // count)][:count]]
    render_sign(signs[0], library)  # fonts and templates are read once
    started = process_time()
    for sign in signs:
        render_sign(settled(sign, library), library)
    ours = process_time() - started
    started = process_time()
    for sign in signs:
        plain(sign, library)
    other = process_time() - started
    print(f"{len(signs)} signs")
    print(f"ours   {ours:7.2f} s  {len(signs) / ours:6.2f} a second")
    print(f"plain  {other:7.2f} s  {len(signs) / other:6.2f} a second  ({other / ours:.1f} ×)")


if __name__ == "__main__":
    main()
