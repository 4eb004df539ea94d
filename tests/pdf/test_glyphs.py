from __future__ import annotations

from generators.pdf.glyphs import Letters, set_line, store, width
from generators.typeset.fonts import Face
from tests.pdf.nouns import RARE


def it_takes_common_letters_from_the_face_itself() -> None:
    line = set_line("支部 A1", Face.SONG)
    assert [run.face for run in line.runs] == [Face.SONG]
    assert "".join(glyph.text for run in line.runs for glyph in run.glyphs) == "支部 A1"


def it_finds_rare_characters_of_names() -> None:
    line = set_line(RARE, Face.SONG)
    assert "".join(glyph.text for run in line.runs for glyph in run.glyphs) == RARE
    assert {run.face for run in line.runs} == {Face.SONG, Face.NAMES}
    assert all(len(glyph.outline) > 50 for run in line.runs for glyph in run.glyphs)


def it_shows_a_square_for_a_character_nobody_has() -> None:
    glyphs = [glyph for run in set_line("\U0001f600", Face.SONG).runs for glyph in run.glyphs]
    assert [glyph.text for glyph in glyphs] == ["□"]


def it_passes_over_variation_selectors() -> None:
    assert set_line("葛\U000e0100", Face.SONG) == set_line("葛", Face.SONG)
    assert width("葛\U000e0100", Face.SONG) == 1


def it_measures_in_ems() -> None:
    assert width("支部", Face.HEI) == 2
    assert 0.4 < width("1", Face.SONG) < 0.6
    assert set_line("支部1", Face.SONG).width == width("支部1", Face.SONG)


def it_draws_truetype_faces_on_the_same_scale() -> None:
    glyph = store(Face.KAI).find("党")
    assert glyph
    assert glyph.width == 1000


def it_collects_letters_by_face_in_order() -> None:
    letters = Letters(b"1")
    letters.write(Face.SONG, "部支支")
    ((name, face, used),) = letters.fonts()
    assert (name, face) == ("SONG1", Face.SONG)
    assert [glyph.gid for glyph in used] == sorted({glyph.gid for glyph in used})
    assert {glyph.text for glyph in used} == {"支", "部"}


def it_adds_what_is_written_to_what_forms_are_printed_with() -> None:
    (run,) = set_line("支", Face.SONG).runs
    letters = Letters()
    letters.add(Face.SONG, run.glyphs)
    letters.write(Face.SONG, f"部{RARE}\ufe00")
    assert [name for name, _, _ in letters.fonts()] == ["NAMES", "SONG"]
    assert {glyph.text for _, _, used in letters.fonts() for glyph in used} == set(f"支部{RARE}")


def it_numbers_letters_as_strings_show_them() -> None:
    (run,) = set_line("支部", Face.SONG).runs
    assert run.codes == b"".join(b"%04X" % glyph.gid for glyph in run.glyphs)
