"""Signs for the wall and the door: a planned sign becomes a print PDF in its real size."""

from generators.signs.render import render_sign, settled

__all__ = ["render_sign", "settled"]
