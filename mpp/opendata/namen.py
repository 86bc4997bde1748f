"""Under which name the documents have each number of the tables, read from the tables as they were published."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from mpp.opendata.tabel import Afronding, tabellen
from mpp.opendata.tijd import sleutel_van
from mpp.weergave.afronding import rond, stap

_MAP = "open-data"
_RUIS = 1e-9
_EDITIES = {"vorige": "vorige_editie", "van_editie": "van_editie"}


class Genoemd(NamedTuple):
    """A number in a table: where it stands, as it is written, under which name documents have it, and how it was rounded."""

    tabel: str
    regel: int
    tekst: str
    bron: str
    sleutel: str
    eenheid: str
    afronding: Afronding

    def is_waarde(self, waarde: float) -> bool:
        """Whether it is this value, rounded as the column says."""
        match self.afronding:
            case "eenheid" | "aandeel":
                op = stap(self.eenheid if self.afronding == "eenheid" else "aandeel")
                return _zelfde(float(self.tekst), float(rond(waarde, op)))
            case "invoer":
                return abs(float(self.tekst) - waarde) <= stap(self.eenheid) / 2 + _RUIS * abs(waarde)
        return _zelfde(float(self.tekst), waarde)


def genoemd(bestanden: Mapping[str, bytes]) -> Iterator[Genoemd]:
    """Every number of the tables that documents name; `bestanden` are those of a package by path."""
    for naam, tabel in tabellen().items():
        inhoud = bestanden.get(f"{_MAP}/{naam}.csv", b"").decode(errors="replace")
        for nr, rij in enumerate(csv.DictReader(io.StringIO(inhoud, newline="")) if tabel.oorsprong else (), start=2):
            if any(rij.get(kolom) not in waarden for kolom, waarden in tabel.genoemd.items()):
                continue
            velden = {naam: tekst or "" for naam, tekst in rij.items() if naam} | _afgeleid(rij)
            for kolom, deel in tabel.oorsprong.items():
                if tekst := rij.get(kolom):
                    bron, sleutel = deel.bron.format_map(velden), deel.sleutel.format_map(velden)
                    yield Genoemd(naam, nr, tekst, bron, sleutel, velden.get("eenheid", ""), deel.afronding)


def _afgeleid(rij: Mapping[str, str | None]) -> dict[str, str]:
    """What names have that follows from other columns: the year, the period as results name it, editions by their id."""
    periode = rij.get("periode") or ""
    edities = {veld: (rij.get(kolom) or "").removeprefix("mpp-") for veld, kolom in _EDITIES.items()}
    return {"jaar": periode[:4], "moment": sleutel_van(periode, rij.get("periodesoort") or ""), **edities}


def _zelfde(a: float, b: float) -> bool:
    return abs(a - b) <= _RUIS * max(1.0, abs(b))
