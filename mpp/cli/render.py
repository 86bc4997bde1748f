"""`mpp render`: one or more documents."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from mpp.cli.opties import UITVOER, Parameterbestand, Uitvoermap
from mpp.cli.staat import toon_redenen
from mpp.cli.voortgang import voortgang


class Machine(StrEnum):
    """What turns the chapters into pages."""

    INGEBOUWD = "built-in"
    QUARTO = "quarto"


class Vorm(StrEnum):
    """A form in which a document can be made by itself."""

    DOCX = "docx"


def render(
    documenten: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="DOCUMENT",
            help="rapportage, infographic, kamerbrief, prognose, productiemodel, monitor of open-data; anders alle. "
            "Ook een variant, of varianten.",
            show_default=False,
        ),
    ] = None,
    parameters: Parameterbestand = None,
    output: Uitvoermap = UITVOER,
    engine: Annotated[
        Machine, typer.Option(help="Waarmee de hoofdstukken worden omgezet; quarto moet dan geïnstalleerd zijn.")
    ] = Machine.INGEBOUWD,
    to: Annotated[
        Vorm | None, typer.Option("--to", help="Maak alleen deze vorm; docx is het Word-document van de rapportage.", show_default=False)
    ] = None,
    final: Annotated[bool, typer.Option("--final", help="Maak alleen definitieve documenten: stop als het slot niet klopt.")] = False,
) -> None:
    """Maak een of meer documenten. Elk komt er als PDF en als HTML uit, de rapportage ook als Word-document; de open data als bestanden."""
    from mpp.documenten.document import kies
    from mpp.plaatsen import plaats
    from mpp.projectmap import Projectmap
    from mpp.ronde.status import bepaal_status
    from mpp.uitgave.samenstellen import stel_samen, weggelaten

    project = Projectmap.hier(parameters)
    gekozen = kies(project.wortel, documenten or (), quarto=engine is Machine.QUARTO, vorm=to or "")
    with voortgang() as stappen:
        stappen.begin("rekenmodel")
        u = project.bereken()
        status = bepaal_status(u, definitief=final, beleidscontrole=any(d.beleidscontrole for d in gekozen))
        stappen.klaar("rekenmodel")
        bestanden = stel_samen(gekozen, u, status, stappen, bewaard=engine is Machine.INGEBOUWD)
    for regel in weggelaten(gekozen, u, status):
        print(f"Let op: {regel}")
    toon_redenen(status, varianten=any(d.beleidscontrole for d in gekozen))
    for pad in plaats(bestanden, output):
        print(pad)
