from __future__ import annotations

import dataclasses
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from generators.plan.sign_samples import sample_signs
from generators.signs import render_sign, settled
from generators.signs.keep import SizedSign
from generators.signs.preview import Preview
from generators.signs.setting import Fit, TooLongError, compose
from generators.site import sign_samples
from generators.site.sign_samples import SignSamples
from tests.signs.printed import text_of

if TYPE_CHECKING:
    from generators.model.library import Library
    from generators.plan.signs import PlannedSign


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Titles of the signs made, by a maker that only notes them."""
    titles: list[str] = []

    def made(planned: PlannedSign, _: Library) -> bytes:
        titles.append(planned.title)
        return b"pdf"

    monkeypatch.setattr(sign_samples, "kept_size", lambda planned, _: SizedSign(planned, 0.0))
    monkeypatch.setattr(sign_samples, "kept_sign", made)
    monkeypatch.setattr(sign_samples, "kept_preview", lambda *_, **__: Preview(b"png", 1920, 1080))
    monkeypatch.setattr(sign_samples, "_kept", [])
    return titles


def every_blank_has_an_address_of_its_own_and_is_made_once(drawn: list[str], library: Library) -> None:
    samples = SignSamples.of(library, ()).samples
    paths = [sample.file.address.path for sample in samples]
    assert len(set(paths)) == len(paths) == len(drawn)
    assert all(path.isascii() for path in paths)
    SignSamples.of(library, ())
    assert len(drawn) == len(paths)


def a_draft_keeps_what_it_has(drawn: list[str], library: Library) -> None:
    SignSamples.of(library, ())
    once = len(drawn)
    rule = next(iter(library.rule.values()))
    edited = dataclasses.replace(library, rule={**library.rule, rule.id: rule.model_copy(update={"title": "改"})})
    SignSamples.of(edited, (), draft=True)
    assert len(drawn) == once
    SignSamples.of(edited, ())
    assert len(drawn) == 2 * once


def a_rule_and_a_procedure_find_their_blanks(drawn: list[str], library: Library) -> None:
    samples = SignSamples.of(library, ())
    assert {sample.sign for sample in samples.showing("rules/three-meetings.md")} == {"S07", "S28"}
    assert [sample.sign for sample in samples.showing("procedures/dues.md")] == ["S13"]
    screens = samples.of_sign("S28")
    assert {sample.file.label for sample in screens} == {"PNG"}
    assert (screens[0].size, screens[0].unit) == ("1920×1080", "像素")
    assert drawn


def a_board_is_printed_without_a_name_and_a_plate_with_crosses(library: Library) -> None:
    group = sample_signs(library)[0]
    wanted = {"S02": "中国共产党×××支部委员会", "S07": ""}
    for one in group.signs:
        name = wanted.pop(one.planned.sign.id, None)
        if name is not None:
            _, text = text_of(render_sign(settled(one.planned, group.library), group.library))
            assert name in text
            assert ("×××" in text) is bool(name)
    assert not wanted


def every_blank_can_be_set_without_a_name(library: Library) -> None:
    for group in sample_signs(library):
        for one in group.signs:
            size, letter = one.planned.size, one.planned.kind.min_letter_mm
            with suppress(TooLongError):  # a long chart wants the sign's larger size
                assert compose(one.planned, group.library, Fit(letter, room=(size.w, size.h)))
