"""`mpp check`: every problem that stands between the sources and the package, or in a package that was made."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mpp.cli.opties import Parameterbestand
from mpp.cli.staat import toon_akkoord, toon_latere_kennis, toon_redenen
from mpp.cli.voortgang import voortgang

if TYPE_CHECKING:
    from mpp.controle.pakket.geheel import Uitslag
    from mpp.projectmap import Projectmap

Pakketmap = Annotated[
    Path | None,
    typer.Option(
        "--pakket",
        metavar="MAP",
        help="Controleer in plaats daarvan een gemaakt pakket: elk getal in elk bestand. De map van een pakket, of die met pakketten.",
        show_default=False,
    ),
]


def check(parameters: Parameterbestand = None, pakket: Pakketmap = None) -> None:
    """Controleer alle bronnen, of een gemaakt pakket. Toont elk probleem in parameters, teksten, begrippenlijst en hoofdstukken."""
    from mpp.projectmap import Projectmap

    project = Projectmap.hier(parameters)
    if pakket is None:
        _bronnen(project)
    else:
        _pakket(pakket, project)


def _pakket(pakket: Path, project: Projectmap) -> None:
    from mpp.uitgave.pakketcontrole import kijk_pakket_na

    for map_, uitslag in kijk_pakket_na(pakket, project):
        _vertel(map_, uitslag)
    print("Elk getal is verantwoord.")


def _bronnen(project: Projectmap) -> None:
    from mpp.opendata.uitgever import toets_uitgever
    from mpp.ronde.teksten import oude_dagen, overgenomen, sinds_de_vorige, te_vernieuwen
    from mpp.uitgave.nakijken import kijk_na

    with voortgang() as stappen:
        status = kijk_na(project, stappen)
    toon_redenen(status, varianten=True)
    toon_akkoord(status)
    ps = project.laad()
    if teksten := te_vernieuwen(ps.wortel, ps.editie.id, ps.bronnen):
        print(f"Let op: {len(teksten)} teksten zijn van een andere editie en staan in geen document; mpp werkvoorraad toont ze.")
    if teksten := overgenomen(ps.wortel, ps.editie.id, vorige := ps.editie.vorige):
        print(f"Let op: {len(teksten)} feiten zijn ongewijzigd overgenomen uit {vorige} en niet nagelezen; mpp werkvoorraad toont ze.")
    for regel in sinds_de_vorige(ps):
        print(f"Let op: {regel}.")
    if ids := oude_dagen(ps):
        print(f"Let op: nog de peildatum van {vorige} staat in de tekst bij: {', '.join(ids)}.")
    for signaal in toets_uitgever():
        print(f"Let op: {signaal}")
    toon_latere_kennis(ps)
    print("Geen problemen gevonden.")


def _vertel(map_: Path, uitslag: Uitslag) -> None:
    """How many numbers each document has, and how many of them are accounted for. Raises Fout with those that are not."""
    from mpp.problemen import Fout
    from mpp.weergave.opmaak import opmaak

    print(f"{map_.name}:")
    for document, (gezien, verantwoord) in {**uitslag.per_document, "samen": (uitslag.gezien, uitslag.verantwoord)}.items():
        print(f"  {document:<36}{opmaak(gezien, '', 1):>9} getallen,{opmaak(verantwoord, '', 1):>9} verantwoord")
    if uitslag.problemen:
        raise Fout(uitslag.problemen)
