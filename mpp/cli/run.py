"""`mpp run`: the results of the model."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mpp.cli.opties import Parameterbestand, kies_parameters

if TYPE_CHECKING:
    import pandas as pd


def run(
    parameters: Parameterbestand = None,
    draws: Annotated[
        int, typer.Option(min=0, metavar="AANTAL", help="Trek zo veel keer uit de prognose en geef ook de band: p10, p50 en p90.")
    ] = 0,
    als_csv: Annotated[Path | None, typer.Option("--csv", metavar="BESTAND", help="Schrijf de uitkomsten als CSV.")] = None,
    als_json: Annotated[bool, typer.Option("--json", help="Schrijf de uitkomsten als JSON naar de standaarduitvoer.")] = False,
) -> None:
    """Reken het model door. Toont de uitkomsten per indicator, scenario en jaar."""
    if als_csv and als_json:
        raise typer.BadParameter("kies --csv of --json, niet allebei")
    from mpp.parameters import laad
    from mpp.uitgave.plaatsen import plaats
    from mpp.uitkomsten import bereken
    from mpp.uitkomsten.banden import met_banden

    u = bereken(laad(kies_parameters(parameters)), trekkingen=draws)
    tabel = met_banden(u)
    if als_csv:
        plaats({als_csv.name: tabel.to_csv(index=False, lineterminator="\n").encode()}, als_csv.parent)
    elif als_json:
        json.dump(tabel.to_dict(orient="records"), sys.stdout, ensure_ascii=False, indent=2)
        print()
    else:
        _toon(tabel)


def _toon(tabel: pd.DataFrame) -> None:
    """Print each indicator with its unit, and under it a line per scenario with a column per year."""
    from mpp.getal import opmaak

    print(f"{'':10}" + "".join(f"{jaar:12}" for jaar in tabel["jaar"].unique()))
    for (id, eenheid), indicator in tabel.groupby(["indicator", "eenheid"], sort=False):
        print(f"{id} ({eenheid})")
        for scenario, rijen in indicator.groupby("scenario", sort=False):
            print(f"  {scenario:8}" + "".join(f"{opmaak(waarde, eenheid):>12}" for waarde in rijen["waarde"]))
