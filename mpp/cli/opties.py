"""The options that several commands share, and what they stand for."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

Parameterbestand = Annotated[
    Path | None,
    typer.Option("--parameters", metavar="BESTAND", help="Het parameterbestand; anders parameters.yml in deze map of erboven."),
]
Uitvoermap = Annotated[Path, typer.Option("--output", metavar="MAP", help="De map waarin de uitvoer komt.")]

UITVOER = Path("_output")


def kies_parameters(pad: Path | None) -> Path:
    """Make `pad`, when given, the active parameter file of this process; gives the active one."""
    from mpp.uitkomsten import parameterpad

    if pad is not None:
        os.environ["MPP_PARAMETERS"] = str(pad)
    return parameterpad()
