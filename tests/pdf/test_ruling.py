from __future__ import annotations

import re

import pytest

from generators.pdf.ruling import rulings
from generators.typeset import press

PAGE = "<style>@page { size: 100mm 100mm; margin: 10mm } td { width: 20mm; height: 8mm; padding: 0 } table { border-spacing: 0 }</style>"


def strokes(html: str) -> list[list[bytes]]:
    return [re.findall(rb"^.* m .* l S$", page, re.MULTILINE) for page in rulings(press.layout(PAGE + html))]


def it_joins_the_edges_of_neighbouring_cells() -> None:
    cells = '<tr><td class="cell"></td><td class="cell"></td></tr>' * 3
    (lines,) = strokes(f"<table>{cells}</table>")
    assert len(lines) == 4 + 3


def it_leaves_out_edges_that_a_cell_gives_up() -> None:
    (lines,) = strokes('<table><tr><td class="cell no-right"></td><td class="cell no-left"></td></tr></table>')
    assert len(lines) == 4


def it_frames_only_what_the_cells_of_a_page_take_up() -> None:
    cells = '<tr><td class="cell"></td></tr>' * 12
    pages = rulings(press.layout(f'{PAGE}<table class="frame first last">{cells}</table>'))
    assert len(pages) == 2
    heights = []
    for page in pages:
        frame = page.partition(b"2 J 1 w")[2]
        ends = [float(y) for y in re.findall(rb"(\S+) [ml]", frame)]
        heights.append(max(ends) - min(ends))
    assert sum(heights) == pytest.approx(12 * 8 * 72 / 25.4, abs=0.3)


def it_rules_lines_to_write_on_inside_their_box() -> None:
    (lines,) = strokes('<div class="ruled" data-leading="22.68" style="height:32mm"></div>')
    assert len(lines) == 3
