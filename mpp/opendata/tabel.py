"""What the tables of the open data look like: one declaration for CSV headers, schemas, dictionary and readme."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Literal, NamedTuple

from mpp.lezen import lees

HIER = Path(__file__).parent

Soort = Literal["tekst", "geheel", "getal", "datum"]
Afronding = Literal["", "eenheid", "aandeel", "invoer"]


@dataclass(frozen=True)
class Kolom:
    """One column: its meaning in Dutch and English, its type, whether a cell may be empty, which values it allows and in what form."""

    naam: str
    omschrijving: str
    type: Soort
    leeg: bool = False
    waarden: tuple[str, ...] = ()
    patroon: str = ""
    en: str = ""


class Herkomst(NamedTuple):
    """Under which name documents have the number of a column, filled in from its row, and how the column rounds it."""

    bron: str
    sleutel: str
    afronding: Afronding


@dataclass(frozen=True)
class Tabel:
    """One table: its columns in order, those that identify a row, and which refer to another table.

    `oorsprong` tells where its numbers come from, of every row or of those that have one of the values in `genoemd`.
    """

    naam: str
    titel: str
    omschrijving: str
    kolommen: tuple[Kolom, ...]
    sleutel: tuple[str, ...]
    verwijzingen: dict[str, str]
    titel_en: str = ""
    omschrijving_en: str = ""
    oorsprong: Mapping[str, Herkomst] = field(default_factory=dict)
    genoemd: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@cache
def tabellen() -> dict[str, Tabel]:
    """Every table of the open data by name, in the order of publication."""
    vorm = lees(HIER / "tabellen.yml")
    return {naam: _tabel(naam, tabel, vorm["kolommen"]) for naam, tabel in vorm["tabellen"].items()}


@cache
def codelijsten() -> dict[str, dict[str, tuple[str, str]]]:
    """Every code by its list: what it means, in Dutch and English."""
    return {lijst: {code: (nl, en) for code, (nl, en) in codes.items()} for lijst, codes in lees(HIER / "codelijsten.yml").items()}


def _tabel(naam: str, vorm: Any, gemeen: Any) -> Tabel:
    eigen = vorm.get("eigen", {})
    kolommen = tuple(_kolom(kolom, {**gemeen.get(kolom, {}), **eigen.get(kolom, {})}) for kolom in vorm["kolommen"])
    oorsprong = {kolom: Herkomst(*deel) for kolom, deel in vorm.get("oorsprong", {}).items()}
    titels = vorm["titel"], vorm["omschrijving"]
    en = vorm["en"]["titel"], vorm["en"]["omschrijving"]
    genoemd = {kolom: tuple(waarden) for kolom, waarden in vorm.get("genoemd", {}).items()}
    return Tabel(naam, *titels, kolommen, tuple(vorm["sleutel"]), dict(vorm["verwijzingen"]), *en, oorsprong, genoemd)


def _kolom(naam: str, k: Mapping[str, Any]) -> Kolom:
    waarden = tuple(codelijsten()[k["codes"]]) if "codes" in k else ()
    return Kolom(naam, k["omschrijving"], k["type"], k.get("leeg", False), waarden, k.get("patroon", ""), k["en"])
