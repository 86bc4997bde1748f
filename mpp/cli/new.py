"""`mpp new`: begin the next round from the last."""

from __future__ import annotations

import datetime
import re
from typing import Annotated

import typer

from mpp.cli.opties import Parameterbestand

_JAREN = re.compile(r"(\d{4})-(\d{4})", re.ASCII)


def new(
    id: Annotated[str, typer.Argument(metavar="EDITIE", help="De naam van de nieuwe editie, zoals 2023-2.", show_default=False)],
    peildatum: Annotated[
        datetime.datetime,
        typer.Option(formats=["%Y-%m-%d"], metavar="DATUM", help="De eerste dag van een maand.", show_default=False),
    ],
    jaren: Annotated[
        str | None,
        typer.Option(
            metavar="EERSTE-LAATSTE",
            help="De jaren; anders zo veel als nu, vanaf de peildatum.",
            show_default=False,
        ),
    ] = None,
    niet_vastgesteld: Annotated[
        bool,
        typer.Option("--niet-vastgesteld", help="Bewaar een editie die niet is vastgesteld als concept, zonder uitkomsten."),
    ] = False,
    parameters: Parameterbestand = None,
) -> None:
    """Begin een nieuwe ronde. Bewaart de vorige editie heel, schuift jaren en peildatum op en vraagt wat nieuw moet worden geleverd."""
    from mpp.edities.map import UITKOMSTEN
    from mpp.problemen import Fout, probleem
    from mpp.projectmap import Projectmap
    from mpp.ronde.nieuw import begin_ronde, volgende
    from mpp.ronde.teksten import zonder_ronde
    from mpp.ronde.werkvoorraad import per_organisatie, werkvoorraad

    project = Projectmap.hier(parameters)
    grenzen = _JAREN.fullmatch(jaren or "")
    if jaren and not grenzen:
        raise Fout([probleem("ronde-jaren", jaren=jaren, eerste=peildatum.year)])
    u = project.bereken()
    nieuw = volgende(u.ps, id, peildatum.date(), (int(grenzen[1]), int(grenzen[2])) if grenzen else None)
    map_ = begin_ronde(u, nieuw, datetime.date.today(), niet_vastgesteld=niet_vastgesteld)
    als = "" if (map_ / UITKOMSTEN).is_file() else ", als concept en zonder uitkomsten"
    print(f"{nieuw.naam} is begonnen; {u.editie.naam} staat in {map_.relative_to(project.wortel).as_posix()}{als}.")
    for regel in zonder_ronde(nieuw.vorige, nieuw.id):
        print(f"Let op: {regel}.")
    for wie, posten in per_organisatie(werkvoorraad(project)).items():
        print(f"  {wie:<12}{len(posten):>5} te doen")
    print("mpp werkvoorraad toont elk, met de waarde en de bron van de vorige editie.")
