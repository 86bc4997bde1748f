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
    """A row per indicator and scenario, a column per year."""
    from rich.console import Console
    from rich.table import Table

    from mpp.getal import opmaak

    breed = tabel.pivot(index=["indicator", "eenheid", "scenario"], columns="jaar", values="waarde")
    beeld = Table("indicator", "scenario", *map(str, breed.columns), "eenheid", box=None, pad_edge=False)
    for kolom in beeld.columns[2:-1]:
        kolom.justify, kolom.no_wrap = "right", True
    for indicator, eenheid, scenario in tabel[["indicator", "eenheid", "scenario"]].drop_duplicates().itertuples(index=False):
        waarden = breed.loc[(indicator, eenheid, scenario)]
        beeld.add_row(indicator, scenario, *(opmaak(waarde, eenheid) for waarde in waarden), eenheid)
    console = Console()
    if not console.is_terminal:
        console.width = 160
    console.print(beeld)
