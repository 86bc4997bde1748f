"""`mpp data`: the figures of one indicator, or of all whose name has a word, as the open data have them.

`--csv` and `--json` give the rows of the table `uitkomsten` on standard output.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from mpp.cli.opties import Parameterbestand

if TYPE_CHECKING:
    from mpp.uitkomsten.register import Indicator


def data(
    indicator: Annotated[
        str | None, typer.Argument(metavar="INDICATOR", help="De naam of een deel ervan; zonder staat er welke er zijn.")
    ] = None,
    jaar: Annotated[list[int] | None, typer.Option("--year", metavar="JAAR", help="Alleen dit jaar; mag vaker.")] = None,
    scenario: Annotated[list[str] | None, typer.Option("--scenario", metavar="NAAM", help="Alleen dit scenario; mag vaker.")] = None,
    als_csv: Annotated[bool, typer.Option("--csv", help="Schrijf de rijen als CSV naar de standaarduitvoer.")] = False,
    als_json: Annotated[bool, typer.Option("--json", help="Schrijf de rijen als JSON naar de standaarduitvoer.")] = False,
    parameters: Parameterbestand = None,
) -> None:
    """Toon de cijfers van een indicator. Per scenario en jaar, afgerond en met de band, zoals zij in de open data staan."""
    if als_csv and als_json:
        raise typer.BadParameter("kies --csv of --json, niet allebei")
    from mpp.opendata.bestanden import als_json as json_tekst
    from mpp.opendata.bestanden import csv_vormen
    from mpp.opendata.publicatie import Publicatie
    from mpp.opendata.rijen import rijen_van
    from mpp.opendata.tabel import tabellen
    from mpp.projectmap import Projectmap
    from mpp.ronde.status import bepaal_status
    from mpp.uitkomsten.register import indicatoren

    if indicator is None:
        for id, i in indicatoren("extern").items():
            print(f"{id:44} {i.naam} ({i.organisatie}, {i.eenheid})")
        return
    gekozen = _zoek(indicator, indicatoren("extern"))
    u = Projectmap.hier(parameters).bereken()
    for jaar_ in jaar or ():
        u.waarde(next(iter(gekozen)), jaar_)  # tells which years there are
    for naam in scenario or ():
        u.reeks(next(iter(gekozen)), naam)
    p = Publicatie.van(u, bepaal_status(u))
    alle = rijen_van(u, p.versie, gekozen)
    rijen = [r for r in alle if (not jaar or int(str(r["periode"])[:4]) in jaar) and (not scenario or r["scenario"] in scenario)]
    tabel = tabellen()["uitkomsten"]
    if als_csv:
        sys.stdout.write(csv_vormen(tabel, rijen)["csv"].decode().replace("\r\n", "\n"))
    elif als_json:
        sys.stdout.write(json_tekst(tabel, rijen, p.kop(tabel.titel)).decode())
    else:
        _toon(rijen, gekozen)


def _zoek(tekst: str, alle: Mapping[str, Indicator]) -> dict[str, Indicator]:
    """The indicator that is called so, or else those with the text in their id or name. Raises Fout when there is none."""
    from mpp.problemen import Fout, lijkt_op, probleem

    klein = tekst.casefold()
    precies = {id: i for id, i in alle.items() if klein in (id.casefold(), i.naam.casefold())}
    gevonden = precies or {id: i for id, i in alle.items() if klein in id.casefold() or klein in i.naam.casefold()}
    if not klein or not gevonden:
        suggestie = lijkt_op(tekst, [*alle, *(i.naam for i in alle.values())])
        raise Fout([probleem("data-indicator-onbekend", tekst=tekst, suggestie=suggestie)])
    return gevonden


def _toon(rijen: Sequence[Mapping[str, Any]], gekozen: Mapping[str, Indicator]) -> None:
    """Print each indicator with its unit, and under it a line per scenario with a column per year, and the band."""
    from mpp.uitkomsten.banden import BAND
    from mpp.weergave.opmaak import opmaak

    jaren = list(dict.fromkeys(str(rij["periode"])[:4] for rij in rijen))
    print(f"{'':12}" + "".join(f"{jaar:>18}" for jaar in jaren))
    for id, i in gekozen.items():
        van = [rij for rij in rijen if rij["indicator"] == id]
        print(f"{i.naam} ({i.eenheid}): {id}")
        for scenario in dict.fromkeys(rij["scenario"] for rij in van):
            cellen = (opmaak(float(rij["waarde"]), i.eenheid) for rij in van if rij["scenario"] == scenario)
            print(f"  {scenario:10}" + "".join(f"{cel:>18}" for cel in cellen))
        eerste = [rij for rij in van if rij["scenario"] == van[0]["scenario"]]
        banden = ("–".join(opmaak(float(rij[kant]), i.eenheid) for kant in ("ondergrens", "bovengrens")) for rij in eerste)
        kop = f"band {opmaak(BAND[1] - BAND[0], 'aandeel')}"
        print(f"  {kop:10}" + "".join(f"{band:>18}" for band in banden))
