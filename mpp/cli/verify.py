"""`mpp verify`: a package made again, and compared byte by byte."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from mpp.cli.opties import Parameterbestand
from mpp.cli.voortgang import voortgang


def verify(
    pakket: Annotated[Path, typer.Argument(metavar="PAKKET", help="De map of de zip van een pakket.")],
    parameters: Parameterbestand = None,
) -> None:
    """Maak een pakket opnieuw en vergelijk elke byte. Noemt het eerste verschil, en wat hier anders is dan toen het werd gemaakt."""
    from mpp.projectmap import Projectmap
    from mpp.uitgave.verifieren import verifieer

    project = Projectmap.hier(parameters)
    with voortgang() as stappen:
        uitslag = verifieer(pakket, project, stappen)
    for wat in uitslag.invoer:
        print(f"Anders dan toen, zonder gevolg: {wat}")
    print(f"Gelijk, byte voor byte: {uitslag.bestanden} bestanden.")
