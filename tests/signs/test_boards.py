"""The boards, signposts, screen pages, banners and labels of the example branches: what they say and where."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pikepdf
import pymupdf
import pytest

from generators.batch.signs import sign_files
from generators.model.branch import Arrow, Pointer, Signpost
from generators.plan.signs import LeftOut, PlannedSign, plan_signs, planned_for
from generators.plan.theme import sign_theme
from generators.problems import ZhibuError
from generators.signs import render_sign, settled
from generators.signs.inks import INKS
from generators.signs.letters import verses
from generators.signs.render import fitted
from generators.signs.setting import Fit, TooLongError, compose
from tests.signs.test_render import MM, letters, text_of, trim_on_page

if TYPE_CHECKING:
    from generators.model.library import Library

OATH = "我志愿加入中国共产党，拥护党的纲领，遵守党的章程，对党忠诚，永不叛党。"
BOARDS = ("S11", "S12", "S18", "S18-2", "S18-3", "S20", "S26", "S28", "S29", "S30")
ON_THE_WALL = ("S11", "S12", "S20", "S26", "S28")
GROWS = ("S18",)
"""What is planned in a size that most texts pass."""
NO_EMBLEM = ("S18", "S18-2", "S18-3", "S29", "S30")


def planned(library: Library, sign: str, branch: str = "example-village") -> list[PlannedSign]:
    found = planned_for(library.sign[sign], library, library.branch[branch])
    plans = [one for one in found if isinstance(one, PlannedSign)]
    return [settled(one, library) for one in plans] if sign in GROWS else plans


def first(library: Library, sign: str, branch: str = "example-village") -> PlannedSign:
    return planned(library, sign, branch)[0]


@pytest.mark.parametrize(
    ("branch", "sign"),
    [
        *(("example-village", sign) for sign in ("S11", "S12", "S18", "S18-3", "S20", "S26", "S29")),
        *(("example-office", sign) for sign in ("S18", "S18-2", "S18-3", "S28", "S30")),
        *(("example-private", sign) for sign in ("S11", "S18-3", "S30")),
    ],
)
def every_board_is_legible_whole_and_within_its_edge(library: Library, branch: str, sign: str) -> None:
    one = first(library, sign, branch)
    pdf = render_sign(one, library)
    trim, scale = trim_on_page(pdf), one.scale
    assert trim.width / MM / scale == pytest.approx(one.size.w, abs=0.1)
    assert trim.height / MM / scale == pytest.approx(one.size.h, abs=0.1)
    edge = one.kind.safe_mm * MM * scale
    inside = [(height / scale, place) for height, place in letters(pdf) if place.intersects(trim)]
    assert inside, one.title
    for height, place in inside:
        assert height >= one.kind.min_letter_mm - 0.05, one.title
        assert trim.x0 + edge <= place.x0 <= place.x1 <= trim.x1 - edge + 1, one.title


def no_official_text_hangs_before_it_was_compared(library: Library) -> None:
    plan = plan_signs(library, library.branch["example-office"], everything=True)
    reasons = {left.title: left.reason for left in plan.left_out}
    assert "校对" in reasons["入党誓词牌：入党誓词"]
    assert "还没有粘贴官方原文" in reasons["党员义务牌、党员权利牌：党员义务"]
    assert "还没有粘贴官方原文" in reasons["党员义务牌、党员权利牌：党员权利"]
    assert not {"S08", "S09"} & {one.sign.id for one in plan.signs}


def a_compared_text_hangs_to_the_letter(compared: Library) -> None:
    for sign, titles in (("S08", ["入党誓词"]), ("S09", ["党员义务", "党员权利"])):
        boards = planned(compared, sign, "example-office")
        subjects: list[Any] = [board.subject for board in boards]
        assert [text.title for text in subjects] == titles
        for board, text in zip(boards, subjects, strict=True):
            shown = text_of(render_sign(board, compared))
            assert "".join("".join(line.split()) for line in text.lines) in shown
            assert text.edition in shown


def the_points_of_an_official_text_are_never_on_the_board(compared: Library) -> None:
    board = first(compared, "S08", "example-office")
    text: Any = board.subject
    shown = text_of(render_sign(board, compared))
    assert not any(point.text in shown for point in text.points)


def the_oath_breaks_where_its_clauses_end() -> None:
    assert verses(OATH) == (
        "我志愿加入中国共产党，",
        "拥护党的纲领，",
        "遵守党的章程，",
        "对党忠诚，永不叛党。",
    )
    assert "".join(verses(OATH)) == OATH
    assert [len(line) for line in verses(OATH, 2)] == [18, 17]
    assert verses("没有标点") == ("没有标点",)
    assert verses("") == ()


def the_chart_shows_officers_and_no_other_member(library: Library) -> None:
    text = text_of(render_sign(first(library, "S11"), library))
    members = library.roster["example-village"].members
    officers = [m.name for m in members if m.position and ("委员" in m.position or "书记" in m.position)]
    assert all(name in text for name in officers)
    assert not [m.name for m in members if m.name not in officers and m.name in text]
    assert "第一党小组" in text


def test_without_a_roster_only_the_public_name_is_shown(library: Library) -> None:
    public = replace(library, roster={})
    branch = library.branch["example-village"]
    names = {member.name for member in library.roster["example-village"].members} - {branch.secretary}
    for one in plan_signs(public, branch, everything=True).signs:
        if one.sign.id in BOARDS:
            html = compose(one, public, Fit(one.kind.min_letter_mm, room=(one.size.w, one.size.h)))
            assert not [name for name in names if name in html], one.title


def the_chart_is_not_hung_in_villages_by_default_but_notices_are(library: Library) -> None:
    plan = plan_signs(library, library.branch["example-village"])
    kept = {one.sign.id for one in plan.signs}
    assert {"S12", "S18", "S20", "S28", "S30"} <= kept
    assert not {"S08", "S09", "S11", "S18-2", "S18-3", "S26", "S29"} & kept
    assert any(left.title == "支部组织架构图" and "减牌" in left.reason for left in plan.left_out)


def a_field_of_the_notice_board_takes_a_sheet_of_a3(library: Library) -> None:
    html = compose(first(library, "S12"), library, Fit(20))
    fields = re.findall(
        r'class="field" style="left: [\d.]+mm; top: [\d.]+mm; width: ([\d.]+)mm; height: ([\d.]+)mm', html
    )
    assert len(fields) == 10
    rem, name_rem = 12, 6
    for width, height in fields:
        assert float(width) >= 420
        assert float(height) - name_rem * rem >= 297


def a_signpost_is_as_high_as_it_has_lines(library: Library) -> None:
    boards = planned(library, "S18", "example-office")
    subjects: list[Any] = [board.subject for board in boards]
    assert [board.size.h for board in boards] == [150 * len(post.pointers) for post in subjects]
    html = compose(boards[0], library, Fit(12))
    red, blue = (html.count(f"background: var(--{ink})") for ink in ("panel-red", "plate-blue"))
    assert (red, blue) == (1, 2)
    assert "Party Members&#39; Activity Room" in html


def every_arrow_is_drawn_and_stairs_only_where_one_climbs(library: Library) -> None:
    board = first(library, "S18")
    drawn = {}
    for arrow in Arrow:
        post = Signpost(title="示例", pointers=(Pointer(to="示例室", arrow=arrow),))
        html = compose(replace(board, subject=post), library, Fit(12))
        drawn[arrow] = (
            re.findall(r'<path d="([^"]+)"', html)[:2]
            if arrow in {Arrow.UP, Arrow.DOWN}
            else [*re.findall(r'<path d="([^"]+)" fill="none"', html)]
        )
        assert html.count(str(INKS["white"])) >= 1
    assert len({tuple(paths) for paths in drawn.values()}) == len(Arrow)
    assert all(len(paths) == 2 for arrow, paths in drawn.items() if arrow in {Arrow.UP, Arrow.DOWN})


def a_signpost_of_too_many_lines_is_refused(library: Library) -> None:
    board = first(library, "S18")
    post = Signpost(title="示例", pointers=tuple(Pointer(to="示例室", arrow=Arrow.LEFT) for _ in range(8)))
    assert settled(replace(board, subject=post), library).size.h == 1200
    small = board.sign.model_copy(update={"other_sizes": ()})
    with pytest.raises(TooLongError):
        settled(replace(board, subject=post, sign=small), library)


def a_place_too_long_for_its_line_is_refused(library: Library) -> None:
    board = first(library, "S18")
    post = Signpost(title="示例", pointers=(Pointer.model_construct(to="示例" * 14, arrow=Arrow.LEFT, english=None),))
    with pytest.raises(ZhibuError, match="放不下的是「示例示例"):
        fitted(replace(board, subject=post), library)


def the_index_marks_the_floor_it_hangs_on_and_lists_the_highest_first(library: Library) -> None:
    boards = planned(library, "S18-2", "example-office")
    assert [board.title for board in boards] == ["楼层索引：一层", "楼层索引：二层", "楼层索引：三层"]
    for board in boards[1:2]:
        pdf = render_sign(board, library)
        text = text_of(pdf)
        assert text.count("您在此") == 1
        assert text.index("三层") < text.index("二层") < text.index("一层")
        with pymupdf.open(stream=pdf, filetype="pdf") as document:
            page = document[0]
            here = page.search_for("您在此")[0]
            own = page.search_for(getattr(board.subject, "title", ""))[0]
        assert 0 < here.y0 - own.y0 < own.height * 1.2


def the_pledge_board_has_a_row_for_each_member_up_to_twenty(library: Library) -> None:
    rows = {}
    for name in ("example-village", "example-office", "example-private"):
        html = compose(first(library, "S20", name), library, Fit(12))
        rows[name] = html.count('class="row"')
        assert ("另附页" in html) is (library.branch[name].members.total > 20)
    assert rows == {"example-village": 20, "example-office": 9, "example-private": 8}


def the_pledge_board_says_both_directions_the_period_and_the_telephone(library: Library) -> None:
    text = text_of(render_sign(first(library, "S20"), library))
    for part in ("向上级党组织", "向党员和群众", "公示期", "监督电话0000-10000011"):
        assert part in text


def a_branch_without_a_telephone_gets_none(library: Library) -> None:
    board = first(library, "S20")
    silent = replace(board, branch=board.branch.model_copy(update={"phone": None}))
    assert "电话" not in compose(silent, library, Fit(12))


def the_activity_board_has_twelve_equal_months(library: Library) -> None:
    board = first(library, "S26")
    html = compose(board, library, fitted(board, library))
    assert re.findall(r"</span>(\d+)月</div>", html) == [str(number) for number in range(1, 13)]
    assert html.count('class="magnet"') == 12
    pdf = render_sign(board, library)
    with pymupdf.open(stream=pdf, filetype="pdf") as document:
        tops = sorted({round(place.y0) for place in document[0].search_for("主题") if place.width < 60})
        months = [document[0].search_for(f"{number}月")[0].y0 for number in (1, 5, 9)]
    assert months[1] - months[0] == pytest.approx(months[2] - months[1], abs=3)
    assert tops


def a_screen_page_has_screen_colours_in_pixels(library: Library) -> None:
    page = first(library, "S28", "example-office")
    pdf = render_sign(page, library)
    with pikepdf.open(BytesIO(pdf)) as document:
        used = {str(i.operator) for i in pikepdf.parse_content_stream(document.pages[0])}
        assert "/OutputIntents" not in document.Root
    assert "rg" in used
    assert not used & {"k", "K"}
    html = compose(page, library, Fit(28))
    assert sign_theme().inks["panel-red"].rgb in html
    assert "device-cmyk" not in html
    assert 'class="slug"' not in html
    assert page.file_name.endswith("_1920×1080像素_1页_电子屏.pdf")


def a_screen_page_also_comes_as_a_picture_of_its_pixels(library: Library) -> None:
    only = replace(library, sign={"S28": library.sign["S28"].model_copy(update={"rules": ("three-meetings",)})})
    files, *_ = sign_files(only, library.branch["example-village"])
    (picture,) = (content for name, content in files.items() if name.endswith(".png"))
    assert (int.from_bytes(picture[16:20]), int.from_bytes(picture[20:24])) == (1920, 1080)


def the_banner_says_the_branch_and_the_meeting_once(library: Library) -> None:
    texts = [text_of(render_sign(one, library)) for one in planned(library, "S29")]
    assert any("示例村党支部党员大会" in text for text in texts)
    assert any("示例村党支部组织生活会" in text for text in texts)
    assert not any("党支部支部" in text for text in texts)


def a_name_too_long_for_a_banner_is_refused(library: Library) -> None:
    banner = first(library, "S29")
    long = replace(banner, branch=banner.branch.model_copy(update={"short": "示例" * 30 + "党支部"}))
    with pytest.raises(TooLongError):
        fitted(long, library)


@pytest.mark.parametrize(("width", "count"), [(40, 3), (30, 4), (50, 3)])
def a_sheet_of_labels_is_a4_with_labels_of_exact_width(library: Library, width: int, count: int) -> None:
    branch = library.branch["example-village"]
    venue = branch.venue.model_copy(update={"spine_mm": width})
    sheet = next(planned_for(library.sign["S30"], library, branch.model_copy(update={"venue": venue})))
    assert isinstance(sheet, PlannedSign)
    html = compose(sheet, library, Fit(3.5))
    assert re.search(r"@page \{ size: 210(\.0)?mm 297(\.0)?mm", html)
    labels = re.findall(
        r'class="label" style="left: ([\d.]+)mm; top: [\d.]+mm; width: ([\d.]+)mm; height: ([\d.]+)mm', html
    )
    assert len(labels) == count
    assert {(float(w), float(h)) for _, w, h in labels} == {(float(width), 220.0)}
    lefts = [float(left) for left, _, _ in labels]
    assert lefts == pytest.approx([lefts[0] + n * width for n in range(count)])
    assert lefts[0] + count * width / 2 == pytest.approx(105)
    assert sheet.file_name.endswith("_办公打印.pdf")


def the_emblem_stands_on_boards_and_not_on_signposts_banners_and_labels(library: Library) -> None:
    for sign in (*ON_THE_WALL, *NO_EMBLEM):
        board = first(library, sign)
        html = compose(board, library, Fit(board.kind.min_letter_mm))
        assert (html.count('class="emblem"') == 1) is (sign in ON_THE_WALL), sign


def a_left_out_sign_says_why(library: Library) -> None:
    found = list(planned_for(library.sign["S18-2"], library, library.branch["example-private"]))
    assert found == [LeftOut("楼层索引：一层", "功能室都在这一层，不用楼层索引")]
