"""What the dataset of an edition is made of: the tables, and the data dictionary."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from mpp.opendata.bestanden import Rij
from mpp.opendata.publicatie import Publicatie
from mpp.opendata.tabel import tabellen

#: Licences, as the controlled list of licences names them.
CC0: Final = "publicdomain/zero/1.0/deed.nl"
CC_BY: Final = "licenses/by/4.0/deed.nl"


@dataclass(frozen=True)
class Gegevensset:
    """A part of the dataset: the same content in each of `bestanden` (file name -> content), over `jaren` if any."""

    naam: str
    titel: str
    omschrijving: str
    bestanden: Mapping[str, bytes]
    standaard: str
    licentie: str
    jaren: tuple[int, int] | None = None


def tabelset(naam: str, rijen: Sequence[Rij], bestanden: Mapping[str, bytes], p: Publicatie) -> Gegevensset:
    """One table, under CC0."""
    tabel, standaard = tabellen()[naam], "datapackage.org/standard/table-schema/"
    return Gegevensset(naam, tabel.titel, tabel.omschrijving, bestanden, standaard, CC0, _jaren(naam, rijen, p))


def woordenboekset(bestanden: Mapping[str, bytes]) -> Gegevensset:
    """The data dictionary; its texts are under CC BY."""
    omschrijving = "Elke indicator, eenheid, kolom, afkorting en term met zijn betekenis, als linked open data."
    standaard = "docs.geostandaarden.nl/nl-sbb/nl-sbb/"
    return Gegevensset("gegevenswoordenboek", "Gegevenswoordenboek", omschrijving, bestanden, standaard, CC_BY)


def _jaren(naam: str, rijen: Sequence[Rij], p: Publicatie) -> tuple[int, int] | None:
    jaren = [int(jaar) for rij in rijen if naam != "bronnen" and (jaar := str(rij.get("periode", ""))[:4]).isdigit()]
    if naam == "parameters":
        return p.editie.jaren[0], p.editie.jaren[-1]
    return (min(jaren), max(jaren)) if jaren else None
