"""What-ifs from the command line: `ID=VALUE` and `ID@PERIOD=VALUE`, as a file that is written nowhere."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from mpp.lezen import Blok, Rij
from mpp.parameters.overlay import leg_blok_over
from mpp.parameters.perioden import perioden
from mpp.parameters.schrijfwijze import bedoeld, is_getal
from mpp.parameters.set import Parameterset
from mpp.problemen import Fout, Probleem, probleem

OPTIE: Final = "--set"
_VORM: Final = re.compile(r"(?P<id>[^@=\s]+)(?:@(?P<periode>[^=\s]+))?=(?P<waarde>\S+)")


def stel(ps: Parameterset, wijzigingen: Sequence[str], merk: str) -> Parameterset:
    """The parameters with these changes, the later ones over the earlier; without a period a change holds for all of them.

    `merk` is what the numbers of the result are called. Raises Fout with every problem: what cannot be read, and all
    that a file with the same values would be refused for.
    """
    problemen: list[Probleem] = []
    waarden: dict[str, dict[str, float]] = {}
    for argument in wijzigingen:
        try:
            id, periode, waarde = _lees(argument)
        except Fout as fout:
            problemen += fout.problemen
            continue
        waarden.setdefault(id, {}).update(dict.fromkeys([periode] if periode else _perioden(ps, id), waarde))
    try:
        nieuw = leg_blok_over(ps, _blok(ps, waarden), Path(OPTIE), merk)
    except Fout as fout:
        problemen += fout.problemen
    if problemen:
        raise Fout(problemen)
    return nieuw


def _lees(argument: str) -> tuple[str, str | None, float]:
    vorm = _VORM.fullmatch(argument.strip())
    if vorm is None:
        raise Fout([probleem("wat-als-vorm", bestand=OPTIE, argument=argument)])
    waarde = vorm["waarde"]
    if not is_getal(waarde):
        raise Fout([probleem("wat-als-geen-getal", bestand=OPTIE, waarde=waarde, id=vorm["id"], suggestie=bedoeld(waarde))])
    return vorm["id"], vorm["periode"], float(waarde)


def _perioden(ps: Parameterset, id: str) -> Sequence[str]:
    return perioden(ps.parameters[id].periode, ps.editie) if id in ps.parameters else ("vast",)


def _blok(ps: Parameterset, waarden: dict[str, dict[str, float]]) -> Blok:
    return Blok(
        wijzigingen=Rij(
            {"parameter": id, "aanname": f"Opgegeven met {OPTIE}.", "waarden": {p: _met_band(ps, id, p, w) for p, w in per_periode.items()}}
            for id, per_periode in waarden.items()
        )
    )


def _met_band(ps: Parameterset, id: str, periode: str, waarde: float) -> dict[str, float]:
    """The value with the range it had; an end that it passes moves with it."""
    eerder = ps.parameters[id].waarden.get(periode) if id in ps.parameters else None
    if eerder is None or eerder.laag is None or eerder.hoog is None:
        return {"waarde": waarde}
    return {"waarde": waarde, "laag": min(eerder.laag, waarde), "hoog": max(eerder.hoog, waarde)}
