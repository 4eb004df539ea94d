"""Binding a volume: the standing matter of its make-up, and behind it what only this branch says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generators.pdf.drawing import OWN
from generators.pdf.fields import Fields
from generators.pdf.fonts import TICK_FONT, embedded_font, tick_font, typing_font
from generators.pdf.glyphs import Letters
from generators.pdf.heads import head_stream
from generators.pdf.standing import standing
from generators.pdf.syntax import dictionary, reference, text
from generators.pdf.widgets import FONTS, INFO, RESOURCES, TYPING, typing_alias
from generators.pdf.writer import PdfFile
from generators.problems import ZhibuError

if TYPE_CHECKING:
    from generators.pdf.standing import Standing
    from generators.pdf.volume import Volume


def bind(volume: Volume) -> bytes:
    """The volume as a PDF file; the same volume gives the same bytes.

    Raises:
        ZhibuError: known values do not fit; all of them at once.
    """
    stands = standing(volume.make_up)
    file = PdfFile(stands.beginning)
    letters = Letters(OWN)
    fields = Fields(file, letters)
    for copy, values, place in zip(volume.make_up.copies(), volume.values, stands.copies, strict=True):
        if values:
            fields.add(copy, values, *place)
    if fields.problems:
        raise ZhibuError("\n".join(fields.problems))
    _write_resources(file, stands, volume.head, letters)
    _write_typing(file, stands, fields.lines)
    file.put(INFO, _about(volume))
    return file.to_bytes(root=stands.root, info=INFO)


def _write_resources(file: PdfFile, stands: Standing, says: str, letters: Letters) -> None:
    """What all pages and fields draw with: fonts, and the branch's name in running heads."""
    heads = {name: reference(file.add_once(head_stream(head, says, letters))) for head, name in stands.heads.items()}
    own = {name: reference(embedded_font(file, face, glyphs, plain=True)) for name, face, glyphs in letters.fonts()}
    file.put(FONTS, dictionary({**stands.fonts, **own}))
    file.put(RESOURCES, dictionary({"Font": reference(FONTS), "XObject": dictionary(heads) if heads else None}))


def _write_typing(file: PdfFile, stands: Standing, lines: set[int]) -> None:
    """The fonts of the fields: those of empty ones, and those of values that are smaller than their field asks for."""
    own = {line: reference(typing_font(file, line)) for line in sorted(lines - stands.typing.keys())}
    fonts = {typing_alias(line): font for line, font in {**stands.typing, **own}.items()}
    fonts[TICK_FONT] = reference(tick_font(file))
    file.put(TYPING, dictionary({"Font": dictionary(fonts)}))


def _about(volume: Volume) -> bytes:
    """What the document says of itself (14.3.3)."""
    date = text(f"D:{volume.issued.replace('-', '')}000000+08'00'")
    return dictionary(
        {
            "Title": text(volume.title),
            "Author": text(volume.author),
            "Subject": text(volume.subject),
            "Creator": text("支部标准化工具箱"),
            "Producer": b"(zhibu)",
            "CreationDate": date,
            "ModDate": date,
        }
    )
