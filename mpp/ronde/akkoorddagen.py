"""When consent is given: before the adoption, and after it only to what a correction changes."""

from __future__ import annotations

from collections.abc import Iterator

from mpp.lezen import regel_van
from mpp.parameters import Parameterset
from mpp.parameters.akkoord import SOORTEN
from mpp.parameters.akkoordbestand import NAAM
from mpp.problemen import Probleem, probleem
from mpp.ronde.journaal import lees_journaal


def toets_akkoorddagen(ps: Parameterset) -> Iterator[Probleem]:
    """Every consent of a day after the adoption in an edition that is not adopted yet."""
    if lees_journaal(ps).is_vast:
        return
    vastgesteld = ps.editie.vastgesteld
    reden = f"akkoord wordt gegeven voor de vaststelling ({vastgesteld}); daarna alleen op wat een correctie wijzigt"
    for soort in SOORTEN:
        for rij in ps.akkoorden.boom.get(soort, ()) if ps.akkoorden.boom else ():
            if rij["datum"] > vastgesteld:
                wat = f"De datum van een akkoord van {rij['organisatie']}"
                yield probleem("tijd-kan-niet", bestand=NAAM, regel=regel_van(rij, ("datum",)), wat=wat, waarde=rij["datum"], reden=reden)
