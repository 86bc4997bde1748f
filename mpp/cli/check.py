"""`mpp check`: every problem that stands between the sources and the package."""

from __future__ import annotations

from mpp.cli.opties import Parameterbestand, kies_parameters
from mpp.cli.staat import toon_redenen
from mpp.cli.voortgang import voortgang


def check(parameters: Parameterbestand = None) -> None:
    """Controleer alle bronnen. Toont elk probleem in parameters, teksten, begrippenlijst en hoofdstukken."""
    from mpp.uitgave.nakijken import kijk_na

    kies_parameters(parameters)
    with voortgang() as stappen:
        status = kijk_na(stappen)
    toon_redenen(status, varianten=True)
    print("Geen problemen gevonden.")
