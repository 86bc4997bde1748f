"""`mpp package`: everything for the Topberaad in one folder and one zip."""

from __future__ import annotations

from mpp.cli.opties import UITVOER, Uitvoermap
from mpp.cli.staat import toon_redenen
from mpp.cli.voortgang import voortgang


def package(output: Uitvoermap = UITVOER) -> None:
    """Maak het hele pakket. Alle documenten en de open data, met een manifest, als map en als zip; de varianten apart ernaast."""
    from mpp.projectmap import Projectmap
    from mpp.uitgave.documenten import varianten
    from mpp.uitgave.pakket import maak_pakket, pakketnaam
    from mpp.uitgave.status import bepaal_status

    project = Projectmap.hier()
    with voortgang() as stappen:
        stappen.begin("rekenmodel")
        u = project.bereken()
        status = bepaal_status(u.ps)
        stappen.klaar("rekenmodel")
        pakket = maak_pakket(u, status, output, stappen)
    beleidscontroles = varianten(project.wortel, u.editie.id)
    toon_redenen(status, varianten=bool(beleidscontroles))
    print(f"{pakket}/ en {pakket}.zip")
    if beleidscontroles:
        beleid = output / pakketnaam("beleidscontrole", u, status)
        print(f"{beleid}/ en {beleid}.zip")
