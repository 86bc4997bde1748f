"""A document of boxes and pages that are given: every text fits its box, and there are as many pages as there should be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from mpp.documenten.opmaak import GLOSSARIUM, Bladzijden, Keuring, maak
from mpp.documenten.vakken import uitloop
from mpp.problemen import Fout, Probleem, probleem

if TYPE_CHECKING:
    from weasyprint.document import Document

    from mpp.documenten.teksten import Teksten

AFKORTINGEN: Final = "afkortingen"
"""How the list of abbreviations is called in a layout: its words come from the glossary, not from the texts."""
_MATEN: Final = frozenset({"tekst-te-lang", "tekst-te-breed", "afkortingen-te-lang"})
_LANGE_PAGINA: Final = "@page { size: 210mm 3000mm }</style>"
"""To measure by how much a text is too long: what runs off the page itself is not laid out."""


def maak_passend(stam: str, blad: Bladzijden, teksten: Teksten, paginas: int) -> dict[str, bytes]:
    """The document as PDF and as HTML, both called `stam`, of exactly so many `paginas`.

    Raises Fout with each text that does not fit its box, measured, and all else that is wrong in it and with its pages.
    """
    try:
        bestanden, problemen = maak(stam, replace(blad, problemen=()), _keuring(teksten, stam, paginas)), []
    except Fout as fout:
        bestanden, problemen = {}, [*fout.problemen]
    if any(p.code in _MATEN for p in problemen):
        lang = Bladzijden(blad.druk.replace("</style>", _LANGE_PAGINA, 1), blad.web, blad.meta)
        problemen = [p for p in problemen if p.code not in _MATEN] + _te_lang(lang, teksten, stam)
    if alle := [*blad.problemen, *problemen]:
        raise Fout(alle)
    return bestanden


def _te_lang(blad: Bladzijden, teksten: Teksten, document: str) -> list[Probleem]:
    """Each text that does not fit, by how much, on pages that lose nothing."""
    try:
        maak(document, blad, _keuring(teksten, document, None))
    except Fout as fout:
        return [p for p in fout.problemen if p.code in _MATEN]
    return []


def _keuring(teksten: Teksten, document: str, paginas: int | None) -> Keuring:
    """A check of the laid out pages: every text fits its box, and there are so many `paginas`."""

    def keur(blad: Document) -> Iterator[Probleem]:
        for u in uitloop(blad):
            lijst = u.tekst == AFKORTINGEN
            code = "tekst-te-breed" if u.opzij else "afkortingen-te-lang" if lijst else "tekst-te-lang"
            teveel = "1 regel" if u.regels == 1 else f"{u.regels} regels"
            bestand = GLOSSARIUM if lijst else teksten.bestand
            yield probleem(code, bestand=bestand, regel=teksten.regels.get(u.tekst), sleutel=u.tekst, teveel=teveel, mm=_nl(u.mm))
        if paginas is not None and len(blad.pages) != paginas:
            yield probleem("paginas-aantal", bestand=teksten.bestand, document=document, aantal=len(blad.pages), verwacht=paginas)

    return keur


def _nl(waarde: float) -> str:
    return f"{waarde:.1f}".replace(".", ",")
