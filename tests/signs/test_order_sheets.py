from __future__ import annotations

from typing import TYPE_CHECKING

from generators.signs.order import order_of
from generators.signs.order_sheets import order_list, proof_sheet
from tests.signs.printed import text_of

if TYPE_CHECKING:
    from generators.model.library import Library
    from tests.signs.conftest import Made


def the_list_names_every_sign(made: tuple[Made, ...], library: Library) -> None:
    signs = [one.planned for one in made]
    _, text = text_of(order_list(order_of(signs, signs[0].branch, library), library))
    for sign in signs:
        assert "".join(sign.title.split()) in text


def the_proof_sheet_shows_nine_a_page_with_a_box_to_sign(made: tuple[Made, ...], library: Library) -> None:
    shown = [(one.planned, one.pdf) for one in made][:11]
    order = order_of([sign for sign, _ in shown], shown[0][0].branch, library)
    content = proof_sheet(shown, order, library)
    pages, text = text_of(content)
    assert pages == 2
    assert text.count("上级审定") == 2
    assert "共11种" in text
    assert proof_sheet(shown, order, library) == content
