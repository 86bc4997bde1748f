"""The annex to the letter to Parliament: the figures of the edition, rounded, with what they mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mpp.getal.cijfers import n
from mpp.getal.getal import Getal
from mpp.getal.plaatshouders import lees_getallen
from mpp.getal.totalen import AFRONDING, tellen_op
from mpp.glossarium import lees_glossarium
from mpp.problemen import Fout, Probleem, probleem
from mpp.render.opmaak import Bladzijden, bronmap, stijlregels, vul
from mpp.render.teksten import Teksten
from mpp.uitkomsten import indicator

if TYPE_CHECKING:
    from pathlib import Path

    from markupsafe import Markup

    from mpp.uitgave.status import Status
    from mpp.uitkomsten import Uitkomsten

MAP = "kamerbrief"
NAAM = "kamerbrief-bijlage"


@dataclass(frozen=True)
class Scenariorij:
    """One scenario of an indicator: its numbers by year."""

    naam: str
    getallen: tuple[Getal, ...]


@dataclass(frozen=True)
class Indicatorrij:
    """One indicator of a table with the number of the note that says what is counted."""

    naam: str
    noot: int
    scenarios: tuple[Scenariorij, ...]


@dataclass(frozen=True)
class Tabel:
    """One table of the annex; `afronding` says so when rounded parts do not add up to their total."""

    titel: Markup
    indicatoren: tuple[Indicatorrij, ...]
    afronding: str


def kamerbrief(u: Uitkomsten, status: Status, wortel: Path | None = None) -> dict[str, bytes]:
    """The annex of the edition as PDF and as HTML, from the folder `kamerbrief` of the project.

    Raises Fout with every problem in the named numbers, the texts and the tables.
    """
    from mpp.render.pdf import maak_pdf

    blad = bladzijden(u, status, wortel)
    return {f"{NAAM}.pdf": maak_pdf(blad.druk, meta=blad.meta), f"{NAAM}.html": blad.web.encode()}


def bladzijden(u: Uitkomsten, status: Status, wortel: Path | None = None) -> Bladzijden:
    """The annex before it is laid out. Raises Fout with every problem in the named numbers, the texts and the tables."""
    from mpp.render.omslag import omslag
    from mpp.render.pdf.meta import PdfMeta

    wortel = wortel or u.ps.wortel
    map_ = bronmap(wortel, MAP)
    glossarium = lees_glossarium(wortel / "glossary.yml")
    teksten = Teksten(map_ / "teksten.yml", lees_getallen(map_ / "getallen.yml", u), glossarium)
    problemen: list[Probleem] = []
    noten: list[str] = []
    tabellen = [_tabel(u, teksten, f"tabellen.{i}", noten, problemen) for i in range(teksten.aantal("tabellen"))]
    titel = f"Bijlage bij de Kamerbrief – {status.naam(u.editie)}"

    def html(*, scherm: bool) -> str:
        bladen = ("kamerbrief.css", "scherm.css") if scherm else ("kamerbrief.css",)
        return vul(
            map_ / "kamerbrief.html.j2",
            titel=titel,
            scherm=scherm,
            stijl=stijlregels(*(map_ / blad for blad in bladen), letters=scherm),
            tekst=teksten,
            aantal=teksten.aantal,
            tabellen=tabellen,
            noten=noten,
            jaren=u.jaren,
            **vars(omslag(u, status)),
        )

    druk, web = html(scherm=False), html(scherm=True)
    problemen += teksten.problemen()
    if problemen:
        raise Fout(problemen)
    return Bladzijden(druk, web, PdfMeta(titel=titel, onderwerp=status.titel(u.editie), auteur="mpp", datum=status.datum(u.editie)))


def _tabel(u: Uitkomsten, teksten: Teksten, naam: str, noten: list[str], problemen: list[Probleem]) -> Tabel:
    """The table described under `naam`; its notes are added to `noten`, what is wrong with it to `problemen`."""
    ids, eigen = teksten.namen(f"{naam}.indicatoren"), teksten.namen(f"{naam}.noten")
    regel = teksten.regels.get(f"{naam}.titel")
    if len(ids) != len(eigen):
        problemen.append(probleem("tabel-noten", bestand=teksten.bestand, regel=regel, indicatoren=len(ids), noten=len(eigen)))
    rijen = []
    for i, (id, noot) in enumerate(zip(ids, eigen, strict=False)):
        if noot not in noten:
            noten.append(noot)
        try:
            rijen.append(Indicatorrij(indicator(id, "extern").naam, noten.index(noot) + 1, _scenarios(u, id)))
        except Fout as fout:
            plek = teksten.regels.get(f"{naam}.indicatoren.{i}", regel)
            problemen += [Probleem(p.code, teksten.bestand, plek, p.gegevens) for p in fout.problemen]
    return Tabel(teksten(f"{naam}.titel"), tuple(rijen), "" if tellen_op(u, ids) else AFRONDING)


def _scenarios(u: Uitkomsten, id: str) -> tuple[Scenariorij, ...]:
    return tuple(Scenariorij(s, tuple(n(id, jaar, s, u=u) for jaar in u.jaren)) for s in u.scenarios)
