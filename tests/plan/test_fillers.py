from __future__ import annotations

from generators.plan.fillers import fillers_needed


def it_fills_up_to_whole_sheets_of_four_pages() -> None:
    assert [fillers_needed(pages) for pages in (1, 2, 3, 4, 5, 155, 216)] == [3, 2, 1, 0, 3, 1, 0]
