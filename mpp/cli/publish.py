"""`mpp publish`: the edition in a folder for a web server, or in a data portal."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mpp.cli.opties import Parameterbestand
from mpp.cli.voortgang import voortgang

if TYPE_CHECKING:
    from mpp.opendata.portaal.zending import Plan, Portaal

_MAP = Path("_publicatie")


def publish(
    output: Annotated[Path, typer.Option("--output", metavar="MAP", help="De map met alle gepubliceerde edities.")] = _MAP,
    ckan: Annotated[
        str | None, typer.Option("--ckan", metavar="ADRES", help="Publiceer in dit CKAN-portaal, met het token in MPP_CKAN_TOKEN.")
    ] = None,
    organisatie: Annotated[str | None, typer.Option("--organisatie", metavar="NAAM", help="De organisatie in het portaal.")] = None,
    proef: Annotated[bool, typer.Option("--dry-run", help="Zeg alleen wat er zou veranderen.")] = False,
    vervang: Annotated[bool, typer.Option("--vervang", help="Ook als deze versie er al staat met andere inhoud.")] = False,
    parameters: Parameterbestand = None,
) -> None:
    """Publiceer de editie. In een map of in een dataportaal: de documenten die openbaar mogen worden, en de open data met haar metadata."""
    from mpp.opendata.uitgever import editienaam
    from mpp.projectmap import Projectmap
    from mpp.ronde.status import bepaal_status
    from mpp.uitgave.publiceren import eis_uitgever, maak_zending, publiceerbaar

    eis_uitgever()
    portaal = _portaal(output, ckan, organisatie)
    with voortgang() as stappen:
        stappen.begin("rekenmodel")
        u = Projectmap.hier(parameters).bereken()
        status = bepaal_status(u)
        stappen.klaar("rekenmodel")
        zending = maak_zending(u, status, stappen)
    plan = publiceerbaar(zending, portaal, vervang=vervang)
    naam = editienaam(zending.versie)
    if plan.actie == "niets":
        print(f"{naam} staat al zo op {portaal.waar}; er is niets te doen.")
        return
    _toon(naam, plan, portaal, proef=proef)
    if not proef:
        portaal.publiceer(zending, plan, print)


def _portaal(output: Path, adres: str | None, organisatie: str | None) -> Portaal:
    """The portal that was named. Raises Fout for what is missing to reach it."""
    from mpp.opendata.portaal.aanroep import TOKEN, Aanroep
    from mpp.opendata.portaal.ckan import Ckan
    from mpp.opendata.portaal.map import Map
    from mpp.problemen import Fout, probleem

    if adres is None:
        return Map(output)
    token = os.environ.get(TOKEN, "")
    ontbreekt = {
        "het token": (token, f"Zet het token in de omgeving, onder de naam {TOKEN}"),
        "de organisatie": (organisatie, "Geef --organisatie"),
    }
    if problemen := [probleem("portaal-instelling", waar=adres, wat=wat, hoe=hoe) for wat, (er, hoe) in ontbreekt.items() if not er]:
        raise Fout(problemen)
    return Ckan(Aanroep(adres, token, str(organisatie)), str(organisatie))


def _toon(naam: str, plan: Plan, portaal: Portaal, *, proef: bool) -> None:
    """Print what changes."""
    wat = {"nieuw": "is nieuw", "verder": "staat er voor een deel", "vervangt": "wordt vervangen"}[plan.actie]
    print(f"{naam} {wat} op {portaal.waar}: {plan.verschil}.")
    if proef:
        print("Er is niets gewijzigd (--dry-run).")
