"""The bundled typeface in matplotlib, and how wide its words are."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from io import BytesIO
from pathlib import Path

from matplotlib import font_manager
from matplotlib.ft2font import FT2Font, LoadFlags

FAMILIE = "mpp-grafiek"
"""Private family name of the bundled typeface: no font of the system can answer to it."""
_SNEDEN = {400: "Regular", 600: "SemiBold"}


@cache
def letters() -> dict[int, Path]:
    """The bundled font files by weight, made known to matplotlib under FAMILIE.

    Raises FileNotFoundError when a file is missing: a chart never falls back to another font.
    """
    from mpp.render.lettertypen import truetype

    bestanden = {pad.stem.partition("-")[2]: pad for pad in truetype()}
    paden = {gewicht: bestanden[snede] for gewicht, snede in _SNEDEN.items()}
    for gewicht, pad in paden.items():
        if not pad.is_file():
            raise FileNotFoundError(pad)
        font_manager.fontManager.ttflist.append(
            font_manager.FontEntry(fname=str(pad), name=FAMILIE, style="normal", weight=gewicht, size="scalable")
        )
    return paden


@cache
def _meetletter(gewicht: int) -> FT2Font:
    letter = FT2Font(BytesIO(letters()[gewicht].read_bytes()))  # an open file has one reading position, that forks would share
    letter.set_size(100, 72)
    return letter


@cache
def tekstbreedte(tekst: str, punt: float, gewicht: int = 400) -> float:
    """The width in mm of `tekst` on one line at `punt` points."""
    letter = _meetletter(gewicht)
    letter.set_text(tekst, 0.0, flags=LoadFlags.NO_HINTING)
    return letter.get_width_height()[0] / 64 / 100 * punt * 25.4 / 72


def breek(tekst: str, breedte: float, punt: float, gewicht: int = 400) -> list[str]:
    """`tekst` in lines of at most `breedte` mm, broken at spaces."""
    regels, woorden = list[str](), tekst.split()
    while woorden:
        past = bisect_right(range(2, len(woorden) + 1), breedte, key=lambda k: tekstbreedte(" ".join(woorden[:k]), punt, gewicht))
        regels.append(" ".join(woorden[: 1 + past]))
        del woorden[: 1 + past]
    return regels or [""]
