from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from generators.signs.keep import SizedSign
from generators.signs.preview import Preview
from generators.signs.setting import Fit, compose
from generators.site import sign_pictures
from generators.site.downloads import offers

if TYPE_CHECKING:
    import pytest

    from generators.model.library import Library
    from generators.plan.signs import PlannedSign


def a_picture_is_drawn_again_when_its_text_changes_but_not_in_a_draft(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []

    def draw(planned: PlannedSign, _: Library) -> bytes:
        drawn.append(planned.title)
        return b"pdf"

    monkeypatch.setattr(sign_pictures, "kept_size", lambda planned, _: SizedSign(planned, 0.0))
    monkeypatch.setattr(sign_pictures, "kept_sign", draw)
    monkeypatch.setattr(sign_pictures, "kept_preview", lambda *_, **__: Preview(b"png", 10, 20))
    monkeypatch.setattr(sign_pictures, "_kept", {})
    signs = dataclasses.replace(library, roster={})
    once = len(sign_pictures.sign_pictures(signs, ()))
    assert 0 < once == len(drawn) <= len(library.sign)
    first = next(p for p in signs.procedure.values() if any(p.title in title for title in drawn))
    edited = dataclasses.replace(
        signs, procedure={**signs.procedure, first.id: first.model_copy(update={"summary": "改"})}
    )
    sign_pictures.sign_pictures(signs, ())
    sign_pictures.sign_pictures(edited, (), draft=True)
    assert len(drawn) == once
    sign_pictures.sign_pictures(edited, ())
    assert len(drawn) > once


def no_picture_is_drawn_of_anybody_in_a_roster(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    def draw(planned: PlannedSign, given: Library) -> bytes:
        return compose(planned, given, Fit(planned.kind.min_letter_mm)).encode()

    shown: list[str] = []
    monkeypatch.setattr(sign_pictures, "kept_size", lambda planned, _: SizedSign(planned, 0.0))
    monkeypatch.setattr(sign_pictures, "kept_sign", draw)
    monkeypatch.setattr(
        sign_pictures, "kept_preview", lambda html, **_: shown.append(html.decode()) or Preview(b"png", 10, 20)
    )
    monkeypatch.setattr(sign_pictures, "_kept", {})
    pictures = offers(dataclasses.replace(library, form={}, book={}, occasion={}, sample={})).signs
    assert {"S14", "S14-2", "S16"} <= set(pictures)
    known = {branch.secretary for branch in library.branch.values()}
    names = {member.name for roster in library.roster.values() for member in roster.members} - known
    assert names
    for text in (*shown, *(picture.label for picture in pictures.values())):
        assert not [name for name in names if name in text]
    assert any(member.model_post for roster in library.roster.values() for member in roster.members)
