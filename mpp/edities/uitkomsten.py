"""What an edition published with this software, as data: the file `uitkomsten.csv` in its folder, never computed again.

A row per indicator, scenario and year, of what a document of the edition could show: editie, parameters (the beginning of their
hash), indicator, eenheid, scenario, jaar and waarde, unrounded.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from itertools import product
from math import isfinite
from pathlib import Path
from typing import Final

from mpp.parameters import Parameterset
from mpp.problemen import Fout, Probleem, probleem
from mpp.uitkomsten.kubus import SCENARIOS, Uitkomsten
from mpp.uitkomsten.register import indicatoren

KOLOMMEN: Final = ("editie", "parameters", "indicator", "eenheid", "scenario", "jaar", "waarde")
_HASH: Final = 16

Uitkomst = tuple[str, int, str]
"""Which result: indicator, year and scenario."""


def schrijf_uitkomsten(u: Uitkomsten) -> bytes:
    """The results of an edition as the content of its file."""
    uit = io.StringIO()
    tabel = csv.writer(uit, lineterminator="\n")
    tabel.writerow(KOLOMMEN)
    for i, scenario in product(indicatoren("intern").values(), SCENARIOS):
        for jaar, waarde in zip(u.jaren, u.reeks(i.id, scenario).tolist(), strict=True):
            tabel.writerow((u.editie.id, u.ps.hash[:_HASH], i.id, i.eenheid, scenario, jaar, repr(waarde)))
    return uit.getvalue().encode()


def lees_uitkomsten(pad: Path, naam: str, id: str) -> dict[Uitkomst, float]:
    """The results in the file `pad` of the edition `id`, that is called `naam`; raises Fout with every problem in it."""
    rijen = list(csv.reader(io.StringIO(pad.read_text(encoding="utf-8", errors="replace"), newline="")))
    if not rijen or tuple(rijen[0]) != KOLOMMEN:
        raise Fout([probleem("editie-uitkomsten-onjuist", bestand=naam, regel=1, wat=f"de eerste regel is niet {','.join(KOLOMMEN)}")])
    uitkomsten: dict[Uitkomst, float] = {}
    problemen: list[Probleem] = []
    for regel, rij in enumerate(rijen[1:], 2):
        if wat := _onjuist(rij, id, uitkomsten):
            problemen.append(probleem("editie-uitkomsten-onjuist", bestand=naam, regel=regel, wat=wat))
        else:
            uitkomsten[rij[2], int(rij[5]), rij[4]] = float(rij[6])
    if problemen := problemen or list(_onvolledig(uitkomsten, naam)):
        raise Fout(problemen)
    return uitkomsten


def toets_uitkomsten(pad: Path, naam: str, uitkomsten: Mapping[Uitkomst, float], ps: Parameterset) -> Iterator[Probleem]:
    """Results that are not of the parameters that stand beside them, or of other years."""
    gegeven = pad.read_text(encoding="utf-8").splitlines()[1:2]
    if gegeven and (van := gegeven[0].split(",")[1]) != ps.hash[:_HASH]:
        yield probleem("editie-uitkomsten-van-andere", bestand=naam, regel=2, van=van, nu=ps.hash[:_HASH])
    elif (jaren := tuple(sorted({jaar for _, jaar, _ in uitkomsten}))) != ps.editie.jaren:
        wat = f"de jaren zijn {', '.join(map(str, jaren))}, en de editie gaat over {', '.join(map(str, ps.editie.jaren))}"
        yield probleem("editie-uitkomsten-onjuist", bestand=naam, wat=wat)


def _onjuist(rij: list[str], id: str, eerder: Mapping[Uitkomst, float]) -> str:
    """What is wrong with a row; empty when nothing is."""
    if len(rij) != len(KOLOMMEN):
        return f"er staan {len(rij)} cellen in plaats van {len(KOLOMMEN)}"
    editie, _, indicator, _, scenario, jaar, waarde = rij
    if editie != id:
        return f"deze uitkomst is van editie {editie}, en de map van {id}"
    if scenario not in SCENARIOS:
        return f"het scenario {scenario} bestaat niet"
    if not (jaar.isascii() and jaar.isdigit() and len(jaar) == 4):
        return f"{jaar} is geen jaar"
    if not _is_getal(waarde):
        return f"{waarde} is geen getal"
    return f"{indicator} staat er voor {jaar}, {scenario} nog eens" if (indicator, int(jaar), scenario) in eerder else ""


def _is_getal(tekst: str) -> bool:
    try:
        return isfinite(float(tekst))
    except ValueError:
        return False


def _onvolledig(uitkomsten: Mapping[Uitkomst, float], naam: str) -> Iterator[Probleem]:
    """The rows that are missing: every indicator has each year in each scenario."""
    ids, jaren = dict.fromkeys(id for id, _, _ in uitkomsten), sorted({jaar for _, jaar, _ in uitkomsten})
    if weg := [(id, jaar, s) for id, jaar, s in product(ids, jaren, SCENARIOS) if (id, jaar, s) not in uitkomsten]:
        id, jaar, scenario = weg[0]
        yield probleem("editie-uitkomsten-onjuist", bestand=naam, wat=f"{id} ontbreekt voor {jaar}, {scenario} (en {len(weg) - 1} meer)")
    if not uitkomsten:
        yield probleem("editie-uitkomsten-onjuist", bestand=naam, wat="er staat geen uitkomst in")
