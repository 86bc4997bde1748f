"""Who answers for a number: the owners of the parameters that it rests on first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Final

from mpp.herkomst.lezingen import lezingen
from mpp.herkomst.oorsprong import OnbekendeOorsprong, Verwijzing, lees_oorsprong
from mpp.productiemodel import keten
from mpp.uitkomsten.register import register
from mpp.word.kaart import Deel

if TYPE_CHECKING:
    from mpp.parameters import Parameterset

APM: Final = "APM"
"""Who makes the forecast answers for what has no owner of its own."""


def eigenaren(delen: Iterable[Deel], ps: Parameterset) -> tuple[str, ...]:
    """The owners of the parameters behind these numbers, each with the parameters that it is about."""
    per: dict[str, dict[str, None]] = {}
    for deel in delen:
        try:
            verwijzingen = list(lees_oorsprong(deel.bron, deel.sleutel).verwijzingen)
        except OnbekendeOorsprong:
            verwijzingen = []
        for verwijzing in verwijzingen:
            for wie, parameter in _van(verwijzing, ps):
                per.setdefault(wie, {}).update(dict.fromkeys([parameter] if parameter else []))
    return tuple(f"{wie} ({', '.join(namen)})" if namen else wie for wie, namen in per.items()) or (APM,)


def _van(verwijzing: Verwijzing, ps: Parameterset) -> Sequence[tuple[str, str]]:
    alle = ps.reeksen
    eigen = f"realisatie:{verwijzing.naam}" if verwijzing.soort == "realisatie" else verwijzing.naam
    if verwijzing.soort in ("parameter", "realisatie") and eigen in alle:
        return [(alle[eigen].eigenaar, eigen)]
    if gelezen := [(alle[id].eigenaar, id) for naam in verwijzing.indicatoren for id in _eerste_parameters(naam) if id in alle]:
        return gelezen
    return [(register()[verwijzing.naam].organisatie if verwijzing.naam in register() else APM, "")]


@cache
def _eerste_parameters(id: str) -> tuple[str, ...]:
    """The parameters that an element of the model reads, or else those that what it reads does."""
    model, gezien, laag = keten(), {id}, [id]
    while laag:
        alle = [lezing for ander in laag if ander in model.onderdelen for lezing in lezingen(model, ander)]
        if gevonden := dict.fromkeys(lezing.id for lezing in alle if lezing.wat == "parameter"):
            return tuple(gevonden)
        laag = [lezing.id for lezing in alle if lezing.wat == "onderdeel" and lezing.id not in gezien]
        gezien.update(laag)
    return ()
