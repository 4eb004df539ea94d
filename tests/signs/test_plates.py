"""The plates of every branch: what they say, in which colours, and how the emblem stands on them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

import pymupdf
import pytest

from generators.model.branch import ServiceWindow, VenueRoom
from generators.plan.sign_subjects import Named, Star
from generators.plan.signs import plan_signs, planned_for
from generators.signs import render_sign, settled
from generators.signs.inks import INKS
from generators.signs.lines import in_two
from generators.signs.render import fitted
from generators.signs.setting import TooLongError, compose
from generators.signs.sheet import SLUG_LETTER
from generators.typeset.press import layout
from tests.signs.test_render import MM, letters, text_of, trim_on_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generators.model.library import Library
    from generators.plan.signs import PlannedSign

PLATES = (
    "area-plate",
    "desk-plate",
    "door-plate",
    "duty-board",
    "household-plate",
    "name-plate",
    "post-plate",
    "star-plaque",
    "whereabouts-board",
    "window-plate",
)
SIGNS = ("S02", "S03", "S04", "S05", "S06", "S06-2", "S14", "S14-2", "S15", "S16", "S19", "S27", "S27-2")
LONG = "中国共产党示例市示例区示例街道示例社区居民委员会综合服务站和物业服务企业联合支部委员会"


SLUG = SLUG_LETTER / 25.4 * 96 + 0.1
"""The line below the trim is no part of the plate, px."""


class Rect(NamedTuple):
    """A rectangle, px, y down."""

    x: float
    y: float
    width: float
    height: float

    def apart(self, other: Rect) -> float:
        """How far the other is beside or below it; below 0 when they overlap."""
        across = max(other.x - self.x - self.width, self.x - other.x - other.width)
        return max(across, other.y - self.y - self.height, self.y - other.y - other.height)


@pytest.fixture(scope="module")
def plates(library: Library) -> tuple[tuple[PlannedSign, bytes], ...]:
    """One of every sort of plate, and every door, of every branch; each with its PDF."""
    found = []
    for branch in library.branch.values():
        seen = set()
        for planned in plan_signs(library, branch, everything=True).signs:
            if planned.kind.id in PLATES and (planned.sign.id not in seen or planned.kind.id == "door-plate"):
                seen.add(planned.sign.id)
                found.append((planned, render_sign(planned, library)))
    return tuple(found)


def first(library: Library, sign: str, branch: str = "example-village") -> PlannedSign:
    found = next(planned_for(library.sign[sign], library, library.branch[branch]))
    assert not hasattr(found, "reason")
    return found


def named(planned: PlannedSign, name: str) -> PlannedSign:
    return replace(planned, branch=planned.branch.model_copy(update={"name": name}))


def filled_parts(pdf: bytes) -> Iterator[int]:
    """Of how many lines and curves each filled shape is made; a star has ten."""
    with pymupdf.open(stream=pdf, filetype="pdf") as document:
        for drawing in document[0].get_drawings():
            if drawing["fill"]:
                yield len(drawing["items"])


def html_of(planned: PlannedSign, library: Library) -> str:
    return compose(planned, library, fitted(planned, library))


def every_sort_of_plate_is_made(plates: tuple[tuple[PlannedSign, bytes], ...]) -> None:
    assert {planned.sign.id for planned, _ in plates} == set(SIGNS)
    assert {planned.kind.id for planned, _ in plates} == set(PLATES)


def every_letter_is_legible_and_inside(plates: tuple[tuple[PlannedSign, bytes], ...]) -> None:
    for planned, pdf in plates:
        trim, edge = trim_on_page(pdf), planned.kind.safe_mm * MM
        inside = [(height, place) for height, place in letters(pdf) if place.intersects(trim)]
        assert inside
        for height, place in inside:
            assert height >= planned.kind.min_letter_mm - 0.05, planned.title
            assert height >= planned.sign.viewing_m * 4 - 0.05, planned.title
            assert trim.x0 + edge - 1 <= place.x0 <= place.x1 <= trim.x1 - edge + 1, planned.title
            middle = (place.y0 + place.y1) / 2
            assert trim.y0 + edge <= middle - height * MM / 2 + 2, planned.title
            assert middle + height * MM / 2 <= trim.y1 - edge + 2, planned.title


def the_emblem_is_square_and_stands_off_by_a_letter(
    plates: tuple[tuple[PlannedSign, bytes], ...], library: Library
) -> None:
    seen = set()
    for planned, _ in plates:
        page = layout(html_of(planned, library)).pages[0]._page_box  # as generators/signs/fit.py
        boxes = list(page.descendants(placeholders=True))
        for emblem in (box for box in boxes if box.element is not None and box.element.get("aria-label") == "党徽"):
            seen.add(planned.kind.id)
            assert emblem.width == pytest.approx(emblem.height)
            near = Rect(emblem.position_x, emblem.position_y, emblem.width, emblem.height)
            for text in (box for box in boxes if hasattr(box, "text") and box.text.strip()):
                letter = text.style["font_size"]
                middle = text.position_y + text.height / 2
                if letter > SLUG:
                    ink = Rect(text.position_x, middle - letter / 2, text.width, letter)
                    assert near.apart(ink) >= 0.95 * letter, planned.title
    assert seen == set(PLATES) - {"window-plate", "household-plate"}


def the_emblem_is_gold_on_red_and_red_on_white(library: Library) -> None:
    gold, red = str(INKS["party-gold"]), str(INKS["party-red"])
    for sign, ink in (("S02", red), ("S03", red), ("S19", red), ("S04", gold), ("S14", gold), ("S15", gold)):
        drawn = re.findall(r'aria-label="党徽"><path fill="([^"]+)"', html_of(first(library, sign), library))
        assert drawn == [ink], sign


def a_private_door_has_no_emblem(library: Library) -> None:
    planned = first(library, "S16")
    assert 'aria-label="党徽"' not in html_of(planned, library)
    assert "DH21" in {citation.policy for citation in planned.sign.basis}


def the_party_rooms_are_red_and_the_others_blue(library: Library) -> None:
    village = library.branch["example-village"]
    for planned in planned_for(library.sign["S05"], library, village):
        room: Any = planned.subject  # type: ignore[union-attr]
        html = html_of(planned, library)  # type: ignore[arg-type]
        assert ('class="ground" style="background: var(--panel-red)"' in html) is room.party
        assert ('class="ground" style="background: var(--plate-blue)"' in html) is not room.party
        assert ('aria-label="党徽"' in html) is room.party
        text = text_of(render_sign(planned, library))  # type: ignore[arg-type]
        assert room.title in text
        assert (room.number or "") in text


def a_bilingual_door_has_both_names(library: Library) -> None:
    text = text_of(render_sign(first(library, "S05", "example-office"), library))
    assert "党员活动室" in text
    assert "PartyMembers'ActivityRoom" in text


def the_full_name_stands_on_the_name_plate(library: Library) -> None:
    for branch in library.branch.values():
        planned = first(library, "S02", branch.id)
        assert branch.name in text_of(render_sign(planned, library))
    assert "中共示例镇示例村支部委员会" in text_of(render_sign(first(library, "S03"), library))


def a_long_name_is_set_on_a_plate_of_usual_size(library: Library) -> None:
    planned = settled(named(first(library, "S02"), LONG), library)
    assert planned.size_text == "600×400"
    assert LONG in text_of(render_sign(planned, library))


def a_long_name_stands_in_two_columns(library: Library) -> None:
    planned = settled(named(first(library, "S01"), LONG), library)
    assert planned.size_text == "400×2400"
    pdf = render_sign(planned, library)
    trim = trim_on_page(pdf)
    big = [place for height, place in letters(pdf) if height >= planned.kind.min_letter_mm]
    middles = {round((place.x0 + place.x1) / 2 / 20) for place in big}
    assert len(middles) == 2
    first_letter = max(big, key=lambda place: (place.x0, -place.y0))
    assert first_letter.y0 == pytest.approx(min(place.y0 for place in big), abs=MM)
    assert (max(place.x1 for place in big) + min(place.x0 for place in big)) / 2 == pytest.approx(
        (trim.x0 + trim.x1) / 2, abs=2 * MM
    )
    right = [place for place in big if place.x0 > (trim.x0 + trim.x1) / 2]
    assert len(right) == len(in_two(LONG)[0])
    for part in in_two(LONG):
        assert part in text_of(pdf)


def a_name_of_sixty_characters_is_set_or_refused_but_never_cut(library: Library) -> None:
    name = "中国共产党" + "示例市示例区示例街道" * 5 + "支部委员会"
    assert len(name) == 60
    for sign in ("S01", "S02", "S15", "S19"):
        planned = settled(named(first(library, sign), name), library)
        text = text_of(render_sign(planned, library))
        parts = in_two(name) if sign == "S01" else (name,)
        assert all(part in text for part in parts)
    with pytest.raises(TooLongError, match="放不下"):
        settled(named(first(library, "S02"), "中国共产党" + "示例" * 90 + "支部委员会"), library)


def a_rare_character_is_set(library: Library) -> None:
    name = "中国共产党㛃𬬭镇𠮷家沟村支部委员会"
    for sign in ("S01", "S02", "S19"):
        assert name in text_of(render_sign(named(first(library, sign), name), library))
    planned = replace(first(library, "S14"), subject=Named("党员先锋岗", "𠮷示㛃", "组织委员"))
    assert "𠮷示㛃" in text_of(render_sign(planned, library))


@pytest.mark.parametrize("title", ["室", "大厅", "新时代文明实践站和退役军人服务站办公室", "一二三四五六七八九十" * 2])
@pytest.mark.parametrize("party", [True, False])
def every_room_gets_its_door(title: str, party: bool, library: Library) -> None:
    room = VenueRoom(title=title, party=party, floor=10, number="A-1001号", english="Office of the Village Committee")
    planned = settled(replace(first(library, "S05"), subject=room), library)
    assert title in text_of(render_sign(planned, library))


def every_window_gets_its_plates(library: Library) -> None:
    window = ServiceWindow(title="退役军人和残疾人服务窗口", staff=("party-worker", "secretary"), english="Veterans")
    for sign in ("S06", "S06-2"):
        planned = settled(replace(first(library, sign), subject=window), library)
        text = text_of(render_sign(planned, library))
        assert window.title in text
    assert "党务工作者、党支部书记" in text.replace("\n", "")


@pytest.mark.parametrize("stars", [1, 2, 3, 4, 5])
def the_plaque_has_as_many_stars(stars: int, library: Library) -> None:
    planned = replace(first(library, "S19"), subject=Star(2026, stars))
    pdf = render_sign(planned, library)
    assert list(filled_parts(pdf)).count(10) == stars
    text = text_of(pdf)
    for part in ("五规范三满意", "2026年度", planned.branch.name, library.committee[planned.branch.committee].title):
        assert part in text


def a_plate_without_a_name_leaves_room_to_write(library: Library) -> None:
    unknown = replace(library, roster={})
    for sign in ("S14", "S14-2", "S16"):
        (planned,) = planned_for(library.sign[sign], unknown, library.branch["example-village"])
        html = html_of(planned, unknown)  # type: ignore[arg-type]
        assert ('class="by-hand"' in html) is (sign != "S16")
        text = text_of(render_sign(planned, unknown))  # type: ignore[arg-type]
        assert not any(member.name in text for member in library.roster["example-village"].members)


def no_name_is_printed_on_duty_and_area_plates(library: Library) -> None:
    names = {member.name for roster in library.roster.values() for member in roster.members}
    names |= {branch.secretary for branch in library.branch.values()}
    for sign in ("S15", "S27", "S27-2"):
        planned = first(library, sign)
        text = text_of(render_sign(planned, library))
        assert not any(name in text for name in names)
        assert 'class="card"' in html_of(planned, library)


def a_village_keeps_what_leads_the_way_and_serves(library: Library) -> None:
    plan = plan_signs(library, library.branch["example-village"])
    made = {planned.sign.id for planned in plan.signs} & {"S01", *SIGNS}
    assert made == {"S01", "S05", "S06", "S06-2", "S14"}
    left = {one.title.partition("：")[0] for one in plan.left_out}
    assert {"党组织方牌", "书记室门方牌", "党员活动室牌", "值班牌", "去向牌", "星级授牌"} <= left
    for sign in SIGNS:
        said = library.sign[sign]
        if not said.keep_when_reduced:
            assert "CJ22" in {c.policy for s in said.mounting for c in s.basis}, sign
            assert any("村、社区" in statement.text for statement in said.mounting), sign
