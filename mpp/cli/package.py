"""`mpp package`: everything for the Topberaad in one folder and one zip."""

from __future__ import annotations

from typing import Annotated

import typer

from mpp.cli.opties import UITVOER, Uitvoermap
from mpp.cli.staat import toon_redenen
from mpp.cli.voortgang import voortgang


def package(
    output: Uitvoermap = UITVOER,
    opruimen: Annotated[
        bool, typer.Option("--opruimen", help="Zet eerdere pakketten en losse documenten van deze editie in de map eerder.")
    ] = False,
) -> None:
    """Maak het hele pakket. Alle documenten en de open data, met een manifest, als map en als zip; de varianten apart ernaast."""
    from mpp.documenten.document import kies, varianten
    from mpp.projectmap import Projectmap
    from mpp.ronde.status import bepaal_status
    from mpp.uitgave.eerder import MAP, lot, wat_er_staat
    from mpp.uitgave.pakket import maak_pakket, pakketnaam
    from mpp.uitgave.samenstellen import weggelaten

    project = Projectmap.hier()
    with voortgang() as stappen:
        stappen.begin("rekenmodel")
        u = project.bereken()
        status = bepaal_status(u)
        stappen.klaar("rekenmodel")
        eerder = wat_er_staat(output, u.editie)
        pakket = maak_pakket(u, status, output, stappen, eerder if opruimen else ())
    met_varianten = bool(varianten(project.wortel, u.editie.id))
    gemaakt = [pakket.name, *([pakketnaam("beleidscontrole", u, status)] if met_varianten else [])]
    for regel in lot(eerder, wat_er_staat(output, u.editie), gemaakt, output / MAP if opruimen else output):
        print(f"Let op: {regel}")
    for regel in weggelaten(kies(project.wortel), u, status):
        print(f"Let op: {regel}")
    toon_redenen(status, varianten=met_varianten)
    for naam in gemaakt:
        print(f"{output / naam}/ en {output / naam}.zip")
