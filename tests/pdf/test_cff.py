from __future__ import annotations

import io

import pytest
from fontTools.cffLib import CFFFontSet
from fontTools.pens.recordingPen import RecordingPen
from fontTools.ttLib import TTFont

from generators.pdf.cff import cid_font
from generators.pdf.glyphs import store
from generators.typeset.fonts import Face, face_path


def parsed(program: bytes) -> CFFFontSet:
    fonts = CFFFontSet()
    fonts.decompile(io.BytesIO(program), None)
    return fonts


@pytest.mark.parametrize("text", ["党", "支部Party 12", "一二三，。"])
def it_keeps_outlines_under_the_numbers_of_the_face(text: str) -> None:
    glyphs = sorted({g.gid: g for c in text if (g := store(Face.SONG).find(c))}.values(), key=lambda g: g.gid)
    fonts = parsed(cid_font("ABCDEF+Song", glyphs))
    font = fonts[0]
    assert fonts.fontNames == ["ABCDEF+Song"]
    assert font.ROS == ("Adobe", "Identity", 0)
    assert font.charset == [".notdef", *(f"cid{g.gid:05d}" for g in glyphs)]
    source = TTFont(face_path(Face.SONG))
    order, drawn = source.getGlyphOrder(), source.getGlyphSet()
    for glyph in glyphs:
        ours, theirs = RecordingPen(), RecordingPen()
        font.CharStrings[f"cid{glyph.gid:05d}"].draw(ours)
        drawn[order[glyph.gid]].draw(theirs)
        assert contours(ours) == contours(theirs)


def contours(pen: RecordingPen) -> list[object]:
    """What is drawn; lines written as such or left to the closing of a path are the same."""
    return [step for step in pen.value if step[0] in {"moveTo", "curveTo"}]


def it_makes_a_font_of_no_letters_too() -> None:
    assert parsed(cid_font("ABCDEF+Song", []))[0].charset == [".notdef"]


def it_joins_neighbouring_numbers_into_ranges() -> None:
    song = store(Face.SONG)
    glyphs = [song.glyph(gid, "") for gid in (1, 2, 3, 9, 11, 12)]
    assert parsed(cid_font("X", glyphs))[0].charset[1:] == [f"cid{gid:05d}" for gid in (1, 2, 3, 9, 11, 12)]
