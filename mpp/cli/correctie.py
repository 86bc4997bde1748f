"""`mpp correctie`: what changed in an adopted edition becomes a version of it."""

from __future__ import annotations

import datetime
from enum import StrEnum
from functools import partial
from typing import Annotated

import typer

from mpp.cli.opties import BEHEERDER, Dag, Parameterbestand


class Soort(StrEnum):
    """What a version brings: something that was wrong, or something that is added."""

    CORRECTIE = "correctie"
    ADDENDUM = "addendum"


def correctie(
    wat: Annotated[str, typer.Option(metavar="TEKST", help="Wat er is gewijzigd, in een zin; komt op de pagina met correcties.")],
    waarom: Annotated[str, typer.Option(metavar="TEKST", help="Waarom.")],
    datum: Dag | None = None,
    door: Annotated[str, typer.Option(metavar="NAAM", help="Wie haar vastlegt, of namens wie.")] = BEHEERDER,
    soort: Annotated[Soort, typer.Option(help="Een correctie verbetert wat fout was, een addendum vult aan.")] = Soort.CORRECTIE,
    parameters: Parameterbestand = None,
) -> None:
    """Leg vast wat er na de vaststelling is gewijzigd. Berekent wat dat is, maakt er een versie van en vergrendelt die."""
    from mpp.projectmap import Projectmap
    from mpp.ronde.correctie import corrigeer
    from mpp.ronde.gevolgen import gevolgen
    from mpp.uitkomsten import bereken

    dag = datum.date() if datum else datetime.date.today()
    ps = Projectmap.hier(parameters).laad()
    u = bereken(ps)  # what the model cannot compute must not be locked
    gemaakt, pad = corrigeer(ps, soort.value, wat, waarom, dag, door, datetime.date.today(), partial(gevolgen, u))
    print(f"Versie {gemaakt.versie} van {ps.editie.naam}: {pad}")
    for cijfer in gemaakt.cijfers:
        print(f"- {cijfer.reeks} {cijfer.periode}: {_getal(cijfer.oud)} → {_getal(cijfer.nieuw)}")
    if gemaakt.over_uitkomsten:
        print(f"- {gemaakt.over_uitkomsten}")
    for cijfer in gemaakt.uitkomsten:
        print(f"  - {cijfer.naam}, {cijfer.periode}: {_getal(cijfer.oud)} → {_getal(cijfer.nieuw)}")
    for regel in gemaakt.regels[1:]:
        print(f"- {regel}")


def _getal(waarde: float | None) -> str:
    return "·" if waarde is None else f"{waarde:.12g}"
