"""`mpp monitor`: a delivered file of realisations beside the last adopted edition, or an earlier one."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from mpp.cli.opties import UITVOER, Uitvoermap
from mpp.cli.staat import toon_redenen
from mpp.cli.voortgang import voortgang


def monitor(
    realisaties: Annotated[
        Path, typer.Option("--realisaties", metavar="BESTAND", help="Wat er kwam: een CSV- of Excel-bestand, zie docs/monitor.md.")
    ],
    editie: Annotated[
        str | None,
        typer.Option(
            "--editie", metavar="ID", help="Een eerdere editie uit de map edities; anders de laatst vastgestelde.", show_default=False
        ),
    ] = None,
    teksten: Annotated[
        Path | None,
        typer.Option("--teksten", metavar="BESTAND", help="De teksten van de analist; anders monitor/teksten.yml.", show_default=False),
    ] = None,
    output: Uitvoermap = UITVOER,
) -> None:
    """Leg realisaties naast een vastgestelde editie. Schrijft monitor.pdf en monitor.html."""
    from mpp.documenten.monitor import van_bestand
    from mpp.plaatsen import plaats
    from mpp.projectmap import Projectmap
    from mpp.ronde.status import bepaal_status

    project = Projectmap.hier()
    with voortgang() as stappen:
        stappen.begin("rekenmodel")
        u = project.bereken()
        status = bepaal_status(u)
        stappen.klaar("rekenmodel")
        stappen.begin("monitor")
        bestanden = van_bestand(realisaties, editie, teksten, u, status)
        stappen.klaar("monitor")
    toon_redenen(status, varianten=False)
    for pad in plaats(bestanden, output):
        print(pad)
