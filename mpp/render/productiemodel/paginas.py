"""The pages: one A3 per domain as PDF, and the same as one page of HTML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from mpp.getal.cijfers import editie, jaar, rekenbegin
from mpp.problemen import Fout, Probleem, probleem
from mpp.render.opmaak import Bladzijden, stijlregels, vul
from mpp.render.productiemodel.bladen import Blad
from mpp.render.vakken import uitloop
from mpp.uitkomsten.register import OPENBAAR

if TYPE_CHECKING:
    from pathlib import Path

    from weasyprint.document import Document

    from mpp.render.omslag import Omslag
    from mpp.uitkomsten import Uitkomsten

MAP: Final = "topberaad"
_SJABLOON: Final = "productiemodel.html.j2"
_DRUK: Final = ("productiemodel.css",)
_SCHERM: Final = (*_DRUK, "productiemodel-scherm.css")


def paginas(u: Uitkomsten, bladen: Sequence[Blad], omslag: Omslag, wortel: Path) -> tuple[bytes, bytes]:
    """The PDF, of exactly one page per sheet, and the HTML.

    Raises Fout for each sheet that does not fit its page, and for a file of the layout that is not there.
    """
    from mpp.render.pdf import maak_pdf

    blad = bladzijden(u, bladen, omslag, wortel)
    return maak_pdf(blad.druk, meta=blad.meta, keuring=lambda document: _keur(document, bladen)), blad.web.encode()


def bladzijden(u: Uitkomsten, bladen: Sequence[Blad], omslag: Omslag, wortel: Path) -> Bladzijden:
    """The pages before they are laid out. Raises Fout for a file of the layout that is not there."""
    from mpp.render.pdf.meta import PdfMeta

    titel, map_ = f"Productiemodel – {omslag.naam}", wortel / MAP
    if weg := [naam for naam in (_SJABLOON, *_SCHERM) if not (map_ / naam).is_file()]:
        raise Fout(probleem("bronbestand-ontbreekt", pad=f"{MAP}/{naam}") for naam in weg)

    def html(*, scherm: bool) -> str:
        return vul(
            map_ / _SJABLOON,
            titel=titel,
            scherm=scherm,
            stijl=stijlregels(*(map_ / naam for naam in (_SCHERM if scherm else _DRUK)), letters=scherm),
            bladen=bladen,
            verklaring_editie=u.editie.verklaring,
            openbaar=u.editie.classificatie == OPENBAAR,
            scenarios=u.scenarios,
            jaren=u.jaren,
            namen={"editie": editie(u=u), "eerste": jaar(1, u=u), "laatste": jaar(-1, u=u), "rekenbegin": rekenbegin(u=u)},
            **vars(omslag),
        )

    meta = PdfMeta(titel=titel, onderwerp=omslag.editie, auteur="mpp", datum=omslag.dag)
    return Bladzijden(html(scherm=False), html(scherm=True), meta)


def _keur(document: Document, bladen: Sequence[Blad]) -> Iterable[Probleem]:
    """What does not fit: every sheet has exactly its own page."""
    te_lang = list(_te_lang(document, bladen))
    yield from te_lang
    if not te_lang and len(document.pages) != len(bladen):
        plaats = f"{MAP}/{_SJABLOON}"
        yield probleem("paginas-aantal", bestand=plaats, document="productiemodel", aantal=len(document.pages), verwacht=len(bladen))


def _te_lang(document: Document, bladen: Sequence[Blad]) -> Iterator[Probleem]:
    buiten = [u.tekst for u in uitloop(document)]
    for blad in bladen:
        rijen = [rij.indicator.id for rij in blad.rijen if rij.indicator.id in buiten]
        if rijen or blad.titel in buiten:
            rest = f"{len(rijen)} indicatoren, vanaf {rijen[0]}" if rijen else "de toelichting"
            yield probleem("bladzijde-te-lang", titel=blad.titel, rest=rest)
