from __future__ import annotations

import pytest
from lxml import etree

from generators.plan.fillers import fillers_needed
from generators.word.fillers import filler_xml
from generators.word.ooxml import NAMESPACES
from generators.word.paper import PORTRAIT
from tests.word.opened import W, text_of


@pytest.mark.parametrize(("pages", "fillers"), [(4, 0), (5, 3), (6, 2), (7, 1), (216, 0)])
def books_have_a_multiple_of_four_pages(pages: int, fillers: int) -> None:
    assert fillers_needed(pages) == fillers


def every_filler_has_its_title_and_lines_on_a_page_of_its_own() -> None:
    body = etree.fromstring(f"<w:body {NAMESPACES}>{''.join(filler_xml(3, PORTRAIT))}</w:body>")
    assert text_of(body) == "附记" * 3
    assert len(list(body.iter(f"{W}pageBreakBefore"))) == 2
    assert [len(table.findall(f"{W}tr")) for table in body.iter(f"{W}tbl")] == [29] * 3
