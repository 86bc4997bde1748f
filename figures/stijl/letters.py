"""The bundled typeface in matplotlib, and how its words are measured and laid out."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any, Final

from matplotlib import font_manager
from matplotlib.ft2font import FT2Font, LoadFlags
from matplotlib.textpath import TextToPath

FAMILIE = "mpp-grafiek"
"""Private family name of the bundled typeface: no font of the system can answer to it."""
_SNEDEN = {400: "Regular", 600: "SemiBold"}
_PUNT: Final = TextToPath.FONT_SCALE
"""The size at which a text is laid out; it is drawn as much smaller as it should be."""


@cache
def letters() -> dict[int, Path]:
    """The bundled font files by weight, made known to matplotlib under FAMILIE.

    Raises FileNotFoundError when a file is missing: a chart never falls back to another font.
    """
    from mpp.lettertypen import truetype

    bestanden = {pad.stem.partition("-")[2]: pad for pad in truetype()}
    paden = {gewicht: bestanden[snede] for gewicht, snede in _SNEDEN.items()}
    for gewicht, pad in paden.items():
        if not pad.is_file():
            raise FileNotFoundError(pad)
        font_manager.fontManager.ttflist.append(
            font_manager.FontEntry(fname=str(pad), name=FAMILIE, style="normal", weight=gewicht, size="scalable")
        )
    return paden


class Zetter(TextToPath):
    """Lays out words as matplotlib does, but each text once, and with letters from memory: it reads a letter from the file each time."""

    def get_text_width_height_descent(self, s: str, prop: Any, ismath: Any) -> tuple[float, float, float]:
        """The size of a text in points; no formulas."""
        assert not ismath
        breed, hoog, staart = _maten(s, _gewicht(prop))
        schaal = prop.get_size_in_points() / _PUNT
        return breed * schaal, hoog * schaal, staart * schaal

    def _get_font(self, prop: Any) -> FT2Font:
        return _letter(_gewicht(prop))

    def get_glyphs_with_font(self, font: FT2Font, s: str, glyph_map: Any = None, return_new_glyphs_only: bool = False, **meer: Any) -> Any:
        """Where each letter of a text stands, and the shape of those that are not in `glyph_map`."""
        plaatsen, vormen = _zetsel(font, s)
        return plaatsen, {naam: vorm for naam, vorm in vormen.items() if naam not in (glyph_map or ())}, []


@cache
def _zetsel(letter: FT2Font, tekst: str) -> tuple[Any, Any]:
    plaatsen, vormen, _ = TextToPath().get_glyphs_with_font(letter, tekst)
    return plaatsen, vormen


@cache
def _letter(gewicht: int) -> FT2Font:
    letter = FT2Font(BytesIO(letters()[gewicht].read_bytes()))  # an open file has one reading position, that forks would share
    letter.set_size(_PUNT, TextToPath.DPI)
    return letter


def _gewicht(prop: Any) -> int:
    return font_manager.weight_dict.get(prop.get_weight(), prop.get_weight())


@cache
def _maten(tekst: str, gewicht: int) -> tuple[float, float, float]:
    """The width, height and depth of a text at _PUNT points."""
    letter = _letter(gewicht)
    letter.set_text(tekst, 0.0, flags=LoadFlags.NO_HINTING)
    breed, hoog = letter.get_width_height()
    return breed / 64, hoog / 64, letter.get_descent() / 64


def tekstbreedte(tekst: str, punt: float, gewicht: int = 400) -> float:
    """The width in mm of `tekst` on one line at `punt` points."""
    return _maten(tekst, gewicht)[0] / _PUNT * punt * 25.4 / 72


def breek(tekst: str, breedte: float, punt: float, gewicht: int = 400) -> list[str]:
    """`tekst` in lines of at most `breedte` mm, broken at spaces."""
    regels, woorden = list[str](), tekst.split()
    while woorden:
        past = bisect_right(range(2, len(woorden) + 1), breedte, key=lambda k: tekstbreedte(" ".join(woorden[:k]), punt, gewicht))
        regels.append(" ".join(woorden[: 1 + past]))
        del woorden[: 1 + past]
    return regels or [""]
