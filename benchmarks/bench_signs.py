"""Measure signs: our fitting and print files against WeasyPrint with a binary search for the letter of each sign.

Run from the repository: `.venv/bin/python benchmarks/bench_signs.py [SIGNS]`. It takes SIGNS (30) signs of all example
branches, all kinds mixed, and gives CPU seconds and signs a second, each way in a process of its own, for:

- `ours`: settling the size, finding the letter, laying out, and finishing as PDF/X-4 with every check
- `plain`: the same templates and fonts in the size that we settled on, given to WeasyPrint as they are; the letter
  found by halving down to the same step, one layout each try, then the PDF. Nothing is spread, and neither boxes nor
  CMYK, fonts nor the emblem are looked after
- `plain*`: the same, but it knows which templates work their letters out themselves, and lays those out just once

Fonts, templates and the library are read before the clock starts, and one sign has been made.
"""

from __future__ import annotations

import gc
import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING

import weasyprint

from generators.plan.ready import open_library
from generators.plan.signs import plan_signs
from generators.signs import render_sign, settled
from generators.signs.fit import filling
from generators.signs.search import STEP_MM, steps
from generators.signs.setting import Fit, compose
from generators.typeset.fonts import only_our_fonts

if TYPE_CHECKING:
    from collections.abc import Callable

    from generators.model.library import Library
    from generators.plan.signs import PlannedSign
    from generators.signs.fit import Filling


def ours(planned: PlannedSign, library: Library) -> bytes:
    """The sign as `zhibu signs` makes it."""
    return render_sign(settled(planned, library), library)


def plain(planned: PlannedSign, library: Library, *, knowing: bool = False) -> bytes:
    """The sign by halving; what a template cannot know before it is measured comes from one layout, as in ours."""
    kind = planned.kind
    first = compose(planned, library, Fit(kind.min_letter_mm))
    if knowing and 'id="room"' not in first:
        return weasyprint.HTML(string=compose(planned, library, Fit(kind.max_letter_mm))).write_pdf()
    room = _measured(first, planned).room
    low, high = 0, steps(kind.min_letter_mm, kind.max_letter_mm)
    while low < high:
        middle = (low + high + 1) // 2
        found = _measured(compose(planned, library, Fit(kind.min_letter_mm + middle * STEP_MM, room=room)), planned)
        if found.height <= room[1] and not found.strays:
            low = middle
        else:
            high = middle - 1
    html = compose(planned, library, Fit(kind.min_letter_mm + low * STEP_MM, room=room))
    return weasyprint.HTML(string=html).write_pdf()


def plain_knowing(planned: PlannedSign, library: Library) -> bytes:
    """The sign by halving, where there is a letter to be found."""
    return plain(planned, library, knowing=True)


def seconds(make: Callable[[PlannedSign, Library], bytes], count: int) -> tuple[int, float]:
    """How many signs were made, and the CPU time it took."""
    library = open_library(Path(__file__).resolve().parents[1] / "content")
    gc.freeze()  # as the command does
    every = [s for b in library.branch.values() for s in plan_signs(library, b, everything=True).signs]
    signs = [settled(sign, library) for sign in every[:: max(1, len(every) // count)][:count]]
    with only_our_fonts():
        make(signs[0], library)
        started = process_time()
        for sign in signs:
            make(sign, library)
        return len(signs), process_time() - started


def _measured(html: str, planned: PlannedSign) -> Filling:
    return filling(weasyprint.HTML(string=html).render(), planned.kind.safe_mm)


def main() -> None:
    """Print the table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 30
    ways = {"ours": ours, "plain": plain, "plain*": plain_knowing}
    first = 0.0
    for name, make in ways.items():
        with ProcessPoolExecutor(1, get_context("spawn")) as process:
            made, spent = process.submit(seconds, make, count).result()
        first = first or spent
        print(f"{name:8} {made} signs {spent:7.2f} s  {made / spent:6.2f} a second  ({spent / first:.1f} ×)")


if __name__ == "__main__":
    main()
