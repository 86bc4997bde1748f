"""What-ifs from the command line: `ID=VALUE` and `ID@PERIOD=VALUE`, as a file that is written nowhere.

A value far from what the edition has is refused as in a file; `ID=VALUE!` says that it is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from pathlib import Path
from typing import Final

from mpp.lezen import Blok, Rij
from mpp.parameters.overlay import leg_blok_over
from mpp.parameters.perioden import perioden
from mpp.parameters.schrijfwijze import bedoeld as bedoeld_getal
from mpp.parameters.schrijfwijze import geschreven, is_getal
from mpp.parameters.set import Parameterset
from mpp.problemen import Fout, Probleem, probleem

OPTIE: Final = "--set"
_VORM: Final = re.compile(r"(?P<id>[^@=\s]+)(?:@(?P<periode>[^=\s]+))?=(?P<waarde>[^\s!]+)(?P<bedoeld>!)?")


def stel(ps: Parameterset, wijzigingen: Sequence[str], merk: str) -> Parameterset:
    """The parameters with these changes, the later ones over the earlier; without a period a change holds for all of them.

    `merk` is what the numbers of the result are called. Raises Fout with every problem: what cannot be read, and all
    that a file with the same values would be refused for.
    """
    problemen: list[Probleem] = []
    waarden: dict[str, dict[str, float]] = {}
    zeker: set[str] = set()
    for argument in wijzigingen:
        try:
            id, periode, waarde, bedoeld = _lees(argument)
        except Fout as fout:
            problemen += fout.problemen
            continue
        waarden.setdefault(id, {}).update(dict.fromkeys([periode] if periode else _perioden(ps, id), waarde))
        zeker |= {id} if bedoeld else set()
    try:
        nieuw = leg_blok_over(ps, _blok(ps, waarden, zeker), Path(OPTIE), merk)
    except Fout as fout:
        problemen += _zoals_gezet(fout.problemen)
    if problemen:
        raise Fout(problemen)
    return nieuw


def _lees(argument: str) -> tuple[str, str | None, float, bool]:
    vorm = _VORM.fullmatch(argument.strip())
    if vorm is None:
        raise Fout([probleem("wat-als-vorm", bestand=OPTIE, argument=argument)])
    waarde = vorm["waarde"]
    if not is_getal(waarde):
        raise Fout([probleem("wat-als-geen-getal", bestand=OPTIE, waarde=waarde, id=vorm["id"], suggestie=bedoeld_getal(waarde))])
    return vorm["id"], vorm["periode"], float(waarde), bool(vorm["bedoeld"])


def _perioden(ps: Parameterset, id: str) -> Sequence[str]:
    return perioden(ps.parameters[id].periode, ps.editie) if id in ps.parameters else ("vast",)


def _zoals_gezet(problemen: Sequence[Probleem]) -> Iterator[Probleem]:
    """The same problems with the remedy that holds on the command line; a value that is far off is told of once."""
    gezien = set[object]()
    for p in problemen:
        if p.code != "getal-sprong":
            yield p
        elif p.gegevens["id"] not in gezien:
            gezien.add(p.gegevens["id"])
            yield replace(p, code="wat-als-sprong")


def _blok(ps: Parameterset, waarden: dict[str, dict[str, float]], zeker: Set[str]) -> Blok:
    return Blok(wijzigingen=Rij(_wijziging(ps, id, per_periode, id in zeker) for id, per_periode in waarden.items()))


def _wijziging(ps: Parameterset, id: str, waarden: dict[str, float], zeker: bool) -> dict[str, object]:
    """The change as a file would have it; who types a number here names it thereby."""
    gegeven = {periode: _met_band(ps, id, periode, waarde) for periode, waarde in waarden.items()}
    eenheid = ps.parameters[id].eenheid if id in ps.parameters else ""
    getallen = ", ".join(geschreven(abs(g), eenheid) for band in gegeven.values() for g in band.values())
    bevestigd = {periode: {**band, "klopt": f"Zo bedoeld: {getallen}"} for periode, band in gegeven.items()}
    return {"parameter": id, "aanname": f"Opgegeven met {OPTIE}.", "genoemd": getallen, "waarden": bevestigd if zeker else gegeven}


def _met_band(ps: Parameterset, id: str, periode: str, waarde: float) -> dict[str, float]:
    """The value with the range it had; an end that it passes moves with it."""
    eerder = ps.parameters[id].waarden.get(periode) if id in ps.parameters else None
    if eerder is None or eerder.laag is None or eerder.hoog is None:
        return {"waarde": waarde}
    return {"waarde": waarde, "laag": min(eerder.laag, waarde), "hoog": max(eerder.hoog, waarde)}
