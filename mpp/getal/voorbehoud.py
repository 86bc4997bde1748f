"""What a realisation leaves out that its series counts in other years: said wherever it stands beside those."""

from __future__ import annotations

from mpp.getal.getal import Getal, InTekst, Naam, Vervallen, Zinsdeel
from mpp.problemen import Fout, lijkt_op, probleem
from mpp.uitkomsten import Uitkomsten
from mpp.weergave.opmaak import opsomming

_JAAR = "realisatie:jaar"


def zonder(getal: Getal, *, u: Uitkomsten) -> InTekst:
    """What comes after a realisation that leaves something out: `, zonder hervestiging en relocatie`; nothing after any other."""
    soort, _, id = getal.bron.partition(":")
    wat = u.ps.realisaties[id].waarden[getal.sleutel].zonder if soort == "realisatie" else None
    return Zinsdeel((f", zonder {wat}",)) if wat else Vervallen()


def zonder_zin(id: str, *jaren: int, u: Uitkomsten) -> InTekst:
    """A sentence on the years of a realisation that leave something out, of these years or of all; nothing when there are none.

    Raises Fout for an unknown realisation.
    """
    if id not in u.ps.realisaties:
        raise Fout([probleem("getal-realisatie-onbekend", id=id, suggestie=lijkt_op(id, u.ps.realisaties))])
    per: dict[str, list[str]] = {}
    for moment, waarde in u.ps.realisaties[id].waarden.items():
        if waarde.zonder and (not jaren or moment in map(str, jaren)):
            per.setdefault(waarde.zonder, []).append(moment)
    delen: list[InTekst | str] = []
    for wat, momenten in per.items():
        delen += [" ", "De realisatie van ", Naam(opsomming(momenten), _JAAR), f" is zonder {wat}."]
    return Zinsdeel(tuple(delen[1:])) if delen else Vervallen()
