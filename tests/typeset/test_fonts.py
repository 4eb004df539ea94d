from __future__ import annotations

import os
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pytest
from fontTools.ttLib import TTFont

from generators.problems import ZhibuError
from generators.typeset import fonts, press
from generators.typeset.fonts import FAMILIES, Face, advance, face_path, missing_characters, only_our_fonts

if TYPE_CHECKING:
    from pathlib import Path

NAMES_FACES = (Face.NAMES, Face.NAMES_BOLD, Face.NAMES_BLACK)
TEXT_FACES = [face for face in Face if face not in NAMES_FACES]


SET_IN = [
    (Face.SONG, '40px "Zhibu Song"'),
    (Face.SONG_BLACK, '900 40px "Zhibu Song"'),
    (Face.HEI, '40px "Zhibu Hei"'),
    (Face.HEI_BOLD, '700 40px "Zhibu Hei"'),
    (Face.KAI, '40px "Zhibu Kai"'),
]


def gb2312() -> set[str]:
    pairs = (bytes([high, low]) for high in range(0xA1, 0xF8) for low in range(0xA1, 0xFF))
    return {char for pair in pairs if (char := pair.decode("gb2312", errors="ignore"))}


def characters(face: Face) -> set[str]:
    with TTFont(face_path(face), lazy=True) as font:
        return set(map(chr, font.getBestCmap()))


def embedded(pdf: bytes) -> set[str]:
    with pikepdf.open(BytesIO(pdf)) as document:
        found = document.pages[0].Resources.Font.values()
        return {str(font.BaseFont).partition("+")[2] for font in found}


@pytest.mark.parametrize("face", Face)
def every_face_has_its_file_and_our_family(face: Face) -> None:
    with TTFont(face_path(face), lazy=True) as font:
        names = font["name"]
        assert (names.getDebugName(16) or names.getDebugName(1)) in FAMILIES
        assert not any("LXGW" in str(names.getDebugName(number)) for number in (1, 3, 4, 6, 16))
        assert "SIL Open Font License" in names.getDebugName(13)


@pytest.mark.parametrize("face", TEXT_FACES)
def every_text_face_covers_gb2312_and_rare_characters_of_the_general_table(face: Face) -> None:
    table_only = set("㑇㑊㕮㘎㙍㛃㳚䲢䶮𠅤𠙶𠳐𡎚𣗋𬭊")
    signs = set("☐☑☒□■✓√×①⑳㎡℃№“”‘’—…︵︶︱︙﹁﹂★☆→←↑↓├┼")
    assert gb2312() | table_only | signs <= characters(face)


@pytest.mark.parametrize("face", NAMES_FACES)
def the_names_faces_have_what_the_text_faces_lack(face: Face) -> None:
    assert set("𠮷㐂") <= characters(face)
    assert not any("\u3400" <= char <= "\u9fff" for char in characters(face) & characters(Face.SONG))
    assert {char for char in characters(Face.NAMES) if "\u3400" <= char <= "\u9fff"} <= characters(face)


@pytest.mark.parametrize(("face", "stack"), SET_IN)
def a_rare_character_is_as_heavy_as_its_neighbours(face: Face, stack: str) -> None:
    names = {Face.NAMES: "Zhibu-Names", Face.NAMES_BOLD: "Zhibu-Names-Bold", Face.NAMES_BLACK: "Zhibu-Names-Heavy"}
    html = f"<html lang=zh><p style='font:{stack},\"Zhibu Names\"'>党𠮷"
    assert names[face.rare] in embedded(press.render_pdf(html, title="样"))


def the_fonts_stay_small_enough_for_the_repository() -> None:
    assert sum(face_path(face).stat().st_size for face in Face) < 36e6


def it_names_the_missing_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(fonts, "FOLDER", tmp_path)
    with pytest.raises(ZhibuError, match=r"缺少字体文件 templates/fonts/ZhibuKai-Regular\.ttf"):
        face_path(Face.KAI)


def it_counts_a_hanzi_as_one_em_and_a_digit_as_less() -> None:
    assert advance(Face.SONG, "党员") == 2
    assert 0 < advance(Face.HEI, "1") < 0.7
    assert advance(Face.HEI, "") == 0


def it_counts_rare_characters_as_their_fallback_sets_them() -> None:
    assert advance(Face.HEI_BOLD, "𠮷") == 1


@pytest.mark.parametrize(("face", "style"), SET_IN)
def it_measures_as_the_press_sets(face: Face, style: str) -> None:
    text = "支部AWAY 第3次，2027年——（试行）“三会”"
    document = press.layout(f"<html lang=zh><style>span{{white-space:nowrap;font:{style}}}</style><span>{text}</span>")
    boxes = [box for box in document.pages[0]._page_box.descendants() if hasattr(box, "text")]
    assert sum(box.width for box in boxes) / 40 == pytest.approx(advance(face, text), abs=0.01)


def it_finds_characters_that_no_font_has() -> None:
    assert missing_characters("党𠮷\n") == ""
    assert missing_characters("한글、한") == "한글"


def the_press_sees_no_font_of_the_machine() -> None:
    html = '<html lang=zh><p style="font-family:DejaVu Sans,Noto Sans CJK SC,serif">Abc党员<b>粗</b><i>斜</i>'
    assert all(name.startswith("Zhibu") for name in embedded(press.render_pdf(html, title="字体")))


def it_gives_each_family_and_weight_its_own_file() -> None:
    style = "".join(
        f'<p style="font:{weight} 20px {family}">党员'
        for weight, family in [
            (400, "Zhibu Song"),
            (900, "Zhibu Song"),
            (400, "Zhibu Hei"),
            (700, "Zhibu Hei"),
            (400, "Zhibu Kai"),
        ]
    )
    html = f"<html lang=zh>{style}<p style=\"font-family:'Zhibu Song','Zhibu Names'\">𠮷"
    assert len(embedded(press.render_pdf(html, title="字体"))) == 6


def it_puts_the_font_configuration_of_the_machine_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FONTCONFIG_FILE", raising=False)
    with only_our_fonts():
        assert "zhibu-fonts-" in os.environ["FONTCONFIG_FILE"]
    assert "FONTCONFIG_FILE" not in os.environ
    monkeypatch.setenv("FONTCONFIG_FILE", "/theirs")
    with only_our_fonts():
        pass
    assert os.environ["FONTCONFIG_FILE"] == "/theirs"
