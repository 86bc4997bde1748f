"""`mpp package`: everything for the Topberaad in one folder and one zip."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from mpp.cli.opties import UITVOER, Uitvoermap
from mpp.cli.staat import toon_redenen
from mpp.cli.voortgang import voortgang

if TYPE_CHECKING:
    from mpp.manifest import Soort


def package(
    output: Uitvoermap = UITVOER,
    opruimen: Annotated[
        bool, typer.Option("--opruimen", help="Zet eerdere pakketten en losse documenten van deze editie in de map eerder.")
    ] = False,
    openbaar: Annotated[
        bool, typer.Option("--openbaar", help="Alleen wat volgens topberaad/agenda.yml openbaar mag worden, en zeg wat wegblijft.")
    ] = False,
) -> None:
    """Maak het hele pakket. Alle documenten en de open data, met een manifest, als map en als zip; de stukken voor het Topberaad onder
    hun nummer en de varianten apart ernaast.
    """
    from mpp.documenten.agenda import lees_agenda
    from mpp.documenten.document import DOCUMENTEN, kies, varianten
    from mpp.projectmap import Projectmap
    from mpp.ronde.status import bepaal_status
    from mpp.uitgave.eerder import MAP, lot, wat_er_staat
    from mpp.uitgave.pakket import maak_openbaar, maak_pakket, pakketnaam
    from mpp.uitgave.samenstellen import weggelaten

    project = Projectmap.hier()
    with voortgang() as stappen:
        stappen.begin("rekenmodel")
        u = project.bereken()
        status = bepaal_status(u)
        stappen.klaar("rekenmodel")
        eerder = tuple(e for e in wat_er_staat(output, u.editie) if not openbaar or e.soort == "openbaar")
        pakket = (maak_openbaar if openbaar else maak_pakket)(u, status, output, stappen, eerder if opruimen else ())
    met_varianten = bool(varianten(project.wortel, u.editie.id)) and not openbaar
    ernaast: tuple[Soort, ...] = () if openbaar else ("topberaad", "beleidscontrole") if met_varianten else ("topberaad",)
    gemaakt = [pakket.name, *(naam for soort in ernaast if (output / (naam := pakketnaam(soort, u, status))).is_dir())]
    for regel in lot(eerder, wat_er_staat(output, u.editie), gemaakt, output / MAP if opruimen else output):
        print(f"Let op: {regel}")
    for regel in weggelaten(kies(project.wortel), u, status):
        print(f"Let op: {regel}")
    toon_redenen(status, varianten=met_varianten)
    if openbaar:
        weg = [d.titel for naam, d in DOCUMENTEN.items() if naam not in lees_agenda(project.wortel).openbaar]
        print(f"Weggelaten: {', '.join([*weg, 'de stukken voor het Topberaad', 'de beleidscontroles'])}.")
    for naam in gemaakt:
        print(f"{output / naam}/ en {output / naam}.zip")
