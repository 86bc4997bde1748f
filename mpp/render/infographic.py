"""The infographic: four pages A4 with the message of the edition, for everyone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mpp.getal.plaatshouders import lees_getallen
from mpp.glossarium import lees_glossarium
from mpp.problemen import Fout
from mpp.render.opmaak import Beelden, Bladzijden, bronmap, maak, stijlregels, vul
from mpp.render.teksten import Teksten

if TYPE_CHECKING:
    from pathlib import Path

    from mpp.glossarium import Afkorting
    from mpp.uitgave.status import Status
    from mpp.uitkomsten import Uitkomsten

PAGINAS = 4
MAP = "infographic"


def infographic(u: Uitkomsten, status: Status, wortel: Path | None = None) -> dict[str, bytes]:
    """The infographic of the edition as PDF and as HTML, from the folder `infographic` of the project.

    Raises Fout with every problem: in the named numbers, in the texts, and where a text does not fit its box.
    """
    pagina = _Pagina(u, status, wortel or u.ps.wortel)
    blad = pagina.bladzijden()
    problemen = list(pagina.teksten.problemen())
    try:
        pdf = maak(blad.druk, blad.meta, pagina.teksten, MAP, PAGINAS)
    except Fout as fout:
        raise Fout([*problemen, *fout.problemen]) from None
    if problemen:
        raise Fout(problemen)
    return {f"{MAP}.pdf": pdf, f"{MAP}.html": blad.web.encode()}


def bladzijden(u: Uitkomsten, status: Status) -> Bladzijden:
    """The infographic before it is laid out. Raises Fout with every problem in the named numbers and in the texts."""
    pagina = _Pagina(u, status, u.ps.wortel)
    blad = pagina.bladzijden()
    if problemen := list(pagina.teksten.problemen()):
        raise Fout(problemen)
    return blad


class _Pagina:
    """The template filled in, for paper or for the screen."""

    def __init__(self, u: Uitkomsten, status: Status, wortel: Path):
        from mpp.render.omslag import omslag

        self.map = bronmap(wortel, MAP)
        self.titel = f"Infographic – {status.naam(u.editie)}"
        self._omslag = omslag(u, status)
        self._glossarium = lees_glossarium(wortel / "glossary.yml")
        self.teksten = Teksten(self.map / "teksten.yml", lees_getallen(self.map / "getallen.yml", u), self._glossarium)
        self.beelden = Beelden(u)

    def bladzijden(self) -> Bladzijden:
        from mpp.render.pdf.meta import PdfMeta

        meta = PdfMeta(titel=self.titel, onderwerp=self._omslag.editie, auteur="mpp", datum=self._omslag.dag)
        return Bladzijden(self.html(scherm=False), self.html(scherm=True), meta)

    def html(self, *, scherm: bool) -> str:
        bladen = ("infographic.css", "scherm.css") if scherm else ("infographic.css",)
        return vul(
            self.map / "infographic.html.j2",
            titel=self.titel,
            scherm=scherm,
            stijl=stijlregels(*(self.map / blad for blad in bladen), letters=scherm),
            tekst=self.teksten,
            aantal=self.teksten.aantal,
            beeld=self.beelden,
            afkortingen=self._afkortingen,
            **vars(self._omslag),
        )

    def _afkortingen(self) -> tuple[Afkorting, ...]:
        """What the texts and the charts asked for so far abbreviate."""
        return self._glossarium.gebruikt([*self.teksten.ruw(), *self.beelden.alt.values(), *self.beelden.bronnen.values()])
