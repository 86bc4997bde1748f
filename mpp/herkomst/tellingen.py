"""Numbers that count something of the edition: outcomes, consents, later knowledge."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from mpp.getal.scenarios import omgekeerde_jaren
from mpp.parameters.akkoord import STATEN
from mpp.ronde.akkoordstand import standen
from mpp.ronde.kennis import SOORTEN, telling
from mpp.uitkomsten.register import indicatoren, niveau_van

if TYPE_CHECKING:
    from mpp.parameters import Parameterset
    from mpp.parameters.akkoord import Stand
    from mpp.uitkomsten import Uitkomsten


def tel_scenarios(u: Uitkomsten, wat: str) -> int:
    """How many outcomes the edition shows (`alle`), or how many have their minimum above their maximum (`omgekeerd`).

    Raises LookupError for anything else.
    """
    getoond = indicatoren(niveau_van(u.editie.classificatie))
    if wat == "alle":
        return len(getoond)
    if wat != "omgekeerd":
        raise LookupError(wat)
    return sum(bool(omgekeerde_jaren(id, u=u)) for id in getoond)


def tel_akkoorden(u: Uitkomsten, sleutel: str) -> int:
    """How many parameters (`invoer|alle`) or outcomes (`uitkomsten|alle`) there are, or have every consent (`invoer|gegeven`); or
    how many consents of an organisation are in a state (`uitkomsten|COA|open`).

    Raises LookupError for any other key.
    """
    soort, *rest = sleutel.split("|")
    eigen = [stand for stand in _standen(u) if stand.soort == soort]
    per_onderwerp: dict[str, set[str]] = {}
    for stand in eigen:
        per_onderwerp.setdefault(stand.onderwerp, set()).add(stand.staat)
    match rest:
        case ["alle"]:
            return len(per_onderwerp)
        case ["gegeven"]:
            return sum(staten == {"gegeven"} for staten in per_onderwerp.values())
        case [organisatie, staat] if staat in STATEN and any(stand.organisatie == organisatie for stand in eigen):
            return sum((stand.organisatie, stand.staat) == (organisatie, staat) for stand in eigen)
    raise LookupError(sleutel)


@lru_cache(maxsize=4)
def _standen(u: Uitkomsten) -> tuple[Stand, ...]:
    return standen(u)


def tel_kennis(ps: Parameterset, soort: str, wat: str) -> int:
    """How many values of a kind there are, or rest on later knowledge, as `mpp.ronde.kennis.Telling` has it. Raises LookupError else."""
    gekozen = next((s for s in SOORTEN if s == soort), None)
    if gekozen is None:
        raise LookupError(soort)
    return int(getattr(telling(ps)[gekozen], wat))
