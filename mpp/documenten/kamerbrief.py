"""The annex to the letter to Parliament: the figures of the edition, rounded, with what they mean."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from mpp.documenten.document import DOCUMENTEN
from mpp.documenten.opmaak import Bladzijden, Opmaak, maak
from mpp.documenten.reeksen import Reeksen, reeksen
from mpp.getal.totalen import AFRONDING, tellen_op
from mpp.problemen import Fout, Probleem, probleem
from mpp.render.omslag import omslag
from mpp.uitkomsten import indicator

if TYPE_CHECKING:
    from pathlib import Path

    from markupsafe import Markup

    from mpp.documenten.teksten import Teksten
    from mpp.ronde.status import Status
    from mpp.uitkomsten import Uitkomsten

NAAM: Final = "kamerbrief"


@dataclass(frozen=True)
class Indicatorrij:
    """One indicator of a table with the number of the note that says what is counted."""

    naam: str
    noot: int
    reeksen: Reeksen


@dataclass(frozen=True)
class Tabel:
    """One table of the annex; `afronding` says so when rounded parts do not add up to their total."""

    titel: Markup
    indicatoren: tuple[Indicatorrij, ...]
    afronding: str


def kamerbrief(u: Uitkomsten, status: Status, wortel: Path | None = None) -> dict[str, bytes]:
    """The annex of the edition as PDF and as HTML, from the folder `kamerbrief` of the project.

    Raises Fout with every problem in the named numbers, the texts, the tables and the pages.
    """
    return maak(DOCUMENTEN[NAAM].bestandsstam, bladzijden(u, status, wortel))


def bladzijden(u: Uitkomsten, status: Status, wortel: Path | None = None) -> Bladzijden:
    """The annex before it is laid out. Raises Fout with every problem in the named numbers."""
    opmaak = Opmaak(wortel or u.ps.wortel, NAAM, NAAM)
    teksten = opmaak.teksten(u)
    problemen: list[Probleem] = []
    noten: list[str] = []
    tabellen = [_tabel(u, teksten, f"tabellen.{i}", noten, problemen) for i in range(teksten.aantal("tabellen"))]
    velden = {"tekst": teksten, "aantal": teksten.aantal, "tabellen": tabellen, "noten": noten, "jaren": u.jaren}
    blad = opmaak.bladzijden(f"Bijlage bij de Kamerbrief – {status.naam(u.editie)}", omslag(u, status), teksten, **velden)
    return replace(blad, problemen=(*problemen, *blad.problemen))


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
            rijen.append(Indicatorrij(indicator(id, "extern").naam, noten.index(noot) + 1, reeksen(id, u)))
        except Fout as fout:
            plek = teksten.regels.get(f"{naam}.indicatoren.{i}", regel)
            problemen += [Probleem(p.code, teksten.bestand, plek, p.gegevens) for p in fout.problemen]
    return Tabel(teksten(f"{naam}.titel"), tuple(rijen), "" if tellen_op(u, ids) else AFRONDING)
