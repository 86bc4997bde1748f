"""What the tables of the open data look like: one declaration for CSV headers, schemas, dictionary and readme."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from mpp.lezen import lees

HIER = Path(__file__).parent

Soort = Literal["tekst", "geheel", "getal", "datum"]


@dataclass(frozen=True)
class Kolom:
    """One column: its meaning, its type, whether a cell may be empty and which values it allows."""

    naam: str
    omschrijving: str
    type: Soort
    leeg: bool = False
    waarden: tuple[str, ...] = ()


@dataclass(frozen=True)
class Tabel:
    """One table: its columns in order, the columns that identify a row, and which columns refer to another table."""

    naam: str
    titel: str
    omschrijving: str
    kolommen: tuple[Kolom, ...]
    sleutel: tuple[str, ...]
    verwijzingen: dict[str, str]


@cache
def tabellen() -> dict[str, Tabel]:
    """Every table of the open data by name, in the order of publication."""
    return {naam: _tabel(naam, vorm) for naam, vorm in lees(HIER / "tabellen.yml").items()}


def _tabel(naam: str, vorm: Any) -> Tabel:
    kolommen = tuple(
        Kolom(kolom, k["omschrijving"], k["type"], k.get("leeg", False), tuple(k.get("waarden", ())))
        for kolom, k in vorm["kolommen"].items()
    )
    return Tabel(naam, vorm["titel"], vorm["omschrijving"], kolommen, tuple(vorm["sleutel"]), dict(vorm["verwijzingen"]))
