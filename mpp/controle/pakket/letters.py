"""The letters of a PDF: those of the bundled typeface, each drawn as it is there and read as what it is there."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final
from unicodedata import normalize

from mpp.controle.paginatekst import Vreemd, naar_unicode

if TYPE_CHECKING:
    import pikepdf
    from fontTools.ttLib import TTFont

_SNEDEN: Final = {
    "IBM-Plex-Sans": "Regular",
    "IBM-Plex-Sans-Italic": "Italic",
    "IBM-Plex-Sans-Semi-Bold": "SemiBold",
    "IBM-Plex-Sans-Semi-Bold-Italic": "SemiBoldItalic",
    "IBM-Plex-Sans-Bold": "Bold",
}
"""The cuts of the bundled typeface by what WeasyPrint calls them."""
_KOPPELTEKEN: Final = "\N{HYPHEN}"
_ZACHT: Final = "\N{SOFT HYPHEN}"


def eis_letters(document: pikepdf.Pdf) -> None:
    """Raises Vreemd for a font that is not the bundled one, and for a letter that is drawn or read as another."""
    import pikepdf

    for ding in document.objects:
        if isinstance(ding, pikepdf.Dictionary) and "/DescendantFonts" in ding:
            _eis(ding)


def _eis(letter: Any) -> None:
    naam, onder = str(letter.BaseFont)[8:], letter.DescendantFonts[0]
    if naam not in _SNEDEN or (letter.get("/Encoding"), onder.get("/CIDToGIDMap")) != ("/Identity-H", "/Identity"):
        raise Vreemd(f"het lettertype {naam}")
    eigen = _snede(_SNEDEN[naam])
    ingesloten = _open(BytesIO(onder.FontDescriptor.FontFile2.read_bytes()))
    for nummer, tekst in naar_unicode(letter).items():
        glyph = int(nummer, 16)
        if not glyph:
            continue  # what has no letter: nothing is written with it
        zou = letters(_SNEDEN[naam]).get(glyph, "")
        if tekst != normalize("NFKC", zou) and not (tekst, zou) == (_ZACHT, _KOPPELTEKEN) and tekst != zou:
            raise Vreemd(f"het teken {zou or glyph!r} dat als {tekst!r} wordt gelezen")
        if _omtrek(ingesloten, glyph) != _omtrek(eigen, glyph):
            raise Vreemd(f"een andere vorm van het teken {zou!r}")


def _omtrek(letter: TTFont, glyph: int) -> list[object]:
    vormen = letter["glyf"]
    punten, einden, vlaggen = vormen[letter.getGlyphName(glyph)].getCoordinates(vormen)
    return [list(punten), list(einden), bytes(vlaggen), letter["hmtx"][letter.getGlyphName(glyph)][0]]


@cache
def _snede(snede: str) -> TTFont:
    from mpp.lettertypen import truetype

    return _open(next(pad for pad in truetype() if pad.stem == f"IBMPlexSans-{snede}"))


def _open(bron: Any) -> TTFont:
    from fontTools.ttLib import TTFont

    return TTFont(bron, lazy=True)


@cache
def letters(snede: str) -> Mapping[int, str]:
    """The letter of each glyph of a cut, by its number."""
    letter = _snede(snede)
    return {letter.getGlyphID(naam): chr(code) for code, naam in sorted(letter.getBestCmap().items(), reverse=True)}
