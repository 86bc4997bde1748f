"""`mpp lock`: lock the parameters of an edition."""

from __future__ import annotations

import datetime
from typing import Annotated

import typer

from mpp.cli.opties import BEHEERDER, Dag, Parameterbestand


def lock(
    waarom: Annotated[
        str | None, typer.Option(metavar="TEKST", help="Waarom varianten zijn gewijzigd na de vaststelling.", show_default=False)
    ] = None,
    door: Annotated[str, typer.Option(metavar="NAAM", help="Wie de varianten wijzigde, of namens wie.")] = BEHEERDER,
    datum: Dag | None = None,
    parameters: Parameterbestand = None,
) -> None:
    """Vergrendel de parameters. Legt vast waarmee de editie wordt gemaakt; wat is vastgesteld, wordt niet opnieuw vergrendeld."""
    from mpp.parameters.slot import controleer_slot
    from mpp.projectmap import Projectmap
    from mpp.ronde.journaal import lees_journaal
    from mpp.ronde.vergrendelen import Herziening, vergrendel
    from mpp.uitkomsten import bereken

    ps, vandaag = Projectmap.hier(parameters).laad(), datetime.date.today()
    bereken(ps)  # what the model cannot compute must not be locked
    lees_journaal(ps)  # nor what was adopted, when nobody can tell any more what that was
    alles, varianten = controleer_slot(ps)
    redenen = (*alles, *varianten)
    if not redenen:
        print(f"Het slot van {ps.editie.titel} klopt al.")
        return
    dag = datum.date() if datum else vandaag
    pad = vergrendel(ps, Herziening(waarom, door, dag, vandaag) if waarom is not None else None)
    for reden in redenen:
        print(f"- {reden}")
    print(f"Vergrendeld: {ps.editie.titel} in {pad}")
