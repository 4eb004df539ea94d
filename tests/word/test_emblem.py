from __future__ import annotations

import re

from generators.word.emblem import emblem_run


def the_emblem_is_as_high_as_it_is_wide() -> None:
    xml = emblem_run(22, 1)
    assert set(re.findall(r'cx="(\d+)" cy="(\d+)"', xml)) == {("792000", "792000")}
    assert xml.count('noChangeAspect="1"') == 2


def it_is_two_closed_outlines_within_its_square() -> None:
    xml = emblem_run(22, 1)
    assert xml.count("<a:close/>") == xml.count("<a:moveTo>") == 2
    ends = re.findall(r'x="(-?\d+)" y="(-?\d+)"/></a:(?:moveTo|lnTo|cubicBezTo)>', xml)
    assert all(0 <= int(value) <= 32000 for point in ends for value in point)


def it_is_red_and_has_no_outline() -> None:
    xml = emblem_run(22, 1)
    assert 'srgbClr val="ED2C25"' in xml
    assert "<a:ln><a:noFill/></a:ln>" in xml
