"""A picture in a paragraph of Word, with its alternative text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mpp.word.ooxml import PIC, Element, kaal, maak, q

if TYPE_CHECKING:
    from mpp.pdf.beeldpunten import Beeldpunten

_EMU_PER_PUNT: Final = 12_700


def tekening(beeld: Beeldpunten, nummer: int, relatie: str, alt: str, breedst: float) -> Element:
    """The picture, no wider than `breedst` points; `nummer` is its own in the document, `relatie` leads to its bytes."""
    schaal = min(1.0, breedst / beeld.breedte)
    cx, cy = (round(maat * schaal * _EMU_PER_PUNT) for maat in (beeld.breedte, beeld.hoogte))
    naam = {"id": nummer, "name": f"Figuur {nummer}", "descr": alt}
    blip = kaal("a:blip")
    blip.set(q("r:embed"), relatie)
    vorm = kaal("a:xfrm", kaal("a:off", x=0, y=0), kaal("a:ext", cx=cx, cy=cy))
    plaatje = kaal(
        "pic:pic",
        kaal("pic:nvPicPr", kaal("pic:cNvPr", **naam), kaal("pic:cNvPicPr")),
        kaal("pic:blipFill", blip, kaal("a:stretch", kaal("a:fillRect"))),
        kaal("pic:spPr", vorm, kaal("a:prstGeom", kaal("a:avLst"), prst="rect")),
    )
    in_de_regel = kaal(
        "wp:inline",
        kaal("wp:extent", cx=cx, cy=cy),
        kaal("wp:docPr", **naam),
        kaal("wp:cNvGraphicFramePr", kaal("a:graphicFrameLocks", noChangeAspect=1)),
        kaal("a:graphic", kaal("a:graphicData", plaatje, uri=PIC)),
        **{"distT": 0, "distB": 0, "distL": 0, "distR": 0},
    )
    return maak("w:r", maak("w:drawing", in_de_regel))
