"""`mpp vaststellen`: the steps of an edition, from concept to public, each with its checklist."""

from __future__ import annotations

import datetime
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from mpp.cli.opties import Dag, Door, Parameterbestand, eis_door
from mpp.cli.voortgang import voortgang
from mpp.problemen import Fout, lijkt_op, probleem

if TYPE_CHECKING:
    from mpp.projectmap import Projectmap
    from mpp.ronde.staat import Nakijken, Stap
    from mpp.uitkomsten import Uitkomsten

_HEROPEN = "concept"
_TEKENS = {"goed": "goed", "signaal": "let op", "niet getoetst": "niet getoetst", "fout": "FOUT"}


class Route(StrEnum):
    """How an edition goes to the Topberaad: by consensus, or without."""

    A = "A"
    B = "B"


def vaststellen(
    stap: Annotated[
        str, typer.Argument(metavar="STAP", help="werkgroep, topberaad of openbaar; concept heropent wat de werkgroep vaststelde.")
    ],
    datum: Dag,
    door: Door = None,
    route: Annotated[
        Route | None,
        typer.Option(help="De route naar het Topberaad: B als niet elke organisatie akkoord heeft gegeven, anders A.", show_default=False),
    ] = None,
    zonder_documenten: Annotated[
        bool,
        typer.Option("--zonder-documenten", help="Maak de documenten niet om ze na te kijken; dat staat dan in het journaal."),
    ] = False,
    waarom: Annotated[
        str | None, typer.Option(metavar="TEKST", help="De reden van heropenen, of een opmerking bij de stap.", show_default=False)
    ] = None,
    parameters: Parameterbestand = None,
) -> None:
    """Zet een stap van concept naar openbaar. Toont wat daarvoor moet kloppen en legt de stap vast in het journaal."""
    from mpp.projectmap import Projectmap
    from mpp.ronde.staat import STAPPEN, Stap, nalopen, zet
    from mpp.ronde.vergrendelen import heropen

    project, vandaag, wie = Projectmap.hier(parameters), datetime.date.today(), eis_door(door)
    if stap == _HEROPEN:
        ps = project.laad()
        heropen(ps, waarom, datum.date(), wie, vandaag)
        print(f"Heropend: {ps.editie.titel} is weer concept.")
        return
    if stap not in STAPPEN:
        alle = (*STAPPEN, _HEROPEN)
        raise Fout([probleem("stap-onbekend", stap=stap, alle=", ".join(alle), suggestie=lijkt_op(stap, alle))])
    gevraagd = Stap(STAPPEN[stap], wie, datum.date(), route.value if route else None, waarom)
    u = project.bereken()
    punten = nalopen(u, gevraagd, vandaag, _nakijken(project, u, gevraagd) if not zonder_documenten else None)
    print(f"{u.editie.titel}: naar {gevraagd.naar}")
    for punt in punten:
        print(f"  {_TEKENS[punt.uitkomst] + ':':<15}{punt.tekst}")
    zet(u.ps, gevraagd, punten)
    print(f"Vastgelegd: {gevraagd.naar}, {gevraagd.datum}, door {wie}.")


def _nakijken(project: Projectmap, u: Uitkomsten, stap: Stap) -> Nakijken:
    """Looking through every document as it will be after the step."""
    from mpp.opendata.uitgever import toets_uitgever
    from mpp.ronde.status import bepaal_status
    from mpp.uitgave.nakijken import kijk_na

    def kijk() -> tuple[str, ...]:
        status = replace(bepaal_status(u), concept=False, redenen=(), gewijzigd=False, staat=stap.naar)
        with voortgang() as stappen:
            kijk_na(project, stappen, status)
        return (*map(str, toets_uitgever()), *status.redenen_varianten)

    return kijk
