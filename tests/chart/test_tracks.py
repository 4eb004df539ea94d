from __future__ import annotations

from generators.chart.tracks import Span, tracks, width


def test_lines_that_meet_get_tracks_of_their_own_the_shorter_one_inside() -> None:
    placed = tracks([Span(0, 0, 9), Span(3, 3, 5)])
    assert (placed[3].number, placed[0].number) == (0, 1)
    assert width(placed) == 2


def test_lines_that_do_not_meet_share_a_track() -> None:
    placed = tracks([Span(0, 0, 2), Span(3, 3, 5)])
    assert placed[0].number == placed[3].number == 0
    assert width(placed) == 1


def test_lines_to_one_step_are_one_line() -> None:
    placed = tracks([Span(2, 2, 5), Span(2, 2, 9), Span(4, 4, 6)])
    assert placed[2].span == Span(2, 2, 9)
    assert placed[2].number != placed[4].number


def test_without_lines_there_is_no_track() -> None:
    assert width(tracks([])) == 0
