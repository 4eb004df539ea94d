"""Measure swimlane charts: laying out and drawing a procedure the size of 发展党员.

Run from the repository: `.venv/bin/python benchmarks/bench_chart.py`. Times are CPU milliseconds, the best of several
rounds, so that other work on the machine counts little. `cold` means that no text has been broken into lines before.
"""

from __future__ import annotations

from pathlib import Path
from time import process_time
from timeit import repeat
from typing import TYPE_CHECKING

from generators.chart import lay_out, svg
from generators.chart.layout import lay_out_part
from generators.chart.wrap import words
from generators.plan.ready import open_library

if TYPE_CHECKING:
    from collections.abc import Callable

AIM_MS = 1.0
ROUNDS, RUNS = 9, 40


def milliseconds(work: Callable[[], object]) -> float:
    """CPU time of one run, in the best of several rounds."""
    work()
    return min(repeat(work, timer=process_time, repeat=ROUNDS, number=RUNS)) / RUNS * 1000


def main() -> None:
    """Print a table: one row for each procedure of the handbook."""
    library = open_library(Path(__file__).parents[1] / "content")
    print(f"{'procedure':16}{'steps':>6}{'posts':>6}{'KB':>6}{'whole':>8}{'stages':>8}{'each':>8}{'cold':>8}  ms")
    for procedure in library.procedure.values():
        chart = lay_out(procedure, library.post)

        def whole() -> str:
            return svg(lay_out_part(procedure, library.post))  # noqa: B023 -- runs before the next turn

        def every() -> list[str]:
            made = lay_out(procedure, library.post)  # noqa: B023 -- the same
            return [svg(made), *(svg(made, stage=n) for n in range(len(made.stages)))]

        def cold() -> str:
            words.cache_clear()
            return whole()

        all_charts, one = milliseconds(every), milliseconds(whole)
        print(
            f"{procedure.id:16}{len(chart.boxes):6}{len(chart.lanes):6}{len(svg(chart).encode()) / 1024:6.1f}{one:8.2f}"
            f"{all_charts - one:8.2f}{all_charts / (1 + len(chart.stages)):8.2f}{milliseconds(cold):8.2f}"
            f"  {'within' if one <= AIM_MS else 'over'} the aim of {AIM_MS:g} ms"
        )


if __name__ == "__main__":
    main()
