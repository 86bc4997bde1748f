"""Numbers that count something of the edition: outcomes, parameters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mpp.getal.scenarios import omgekeerde_jaren
from mpp.ronde.kennis import SOORTEN, telling
from mpp.uitkomsten.register import indicatoren, niveau_van

if TYPE_CHECKING:
    from mpp.parameters import Parameterset
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


def tel_akkoorden(ps: Parameterset, wat: str) -> int:
    """How many parameters there are (`alle`), have every consent (`gegeven`), or have that of this key. Raises KeyError for no key."""
    if wat == "alle":
        return len(ps.parameters)
    if wat == "gegeven":
        return sum(all(ps.akkoorden[sleutel].gegeven for sleutel in p.akkoord.values()) for p in ps.parameters.values())
    ps.akkoorden[wat]
    return sum(wat in p.akkoord.values() for p in ps.parameters.values())


def tel_kennis(ps: Parameterset, soort: str, wat: str) -> int:
    """How many values of a kind there are, or rest on later knowledge, as `mpp.ronde.kennis.Telling` has it. Raises LookupError else."""
    gekozen = next((s for s in SOORTEN if s == soort), None)
    if gekozen is None:
        raise LookupError(soort)
    return int(getattr(telling(ps)[gekozen], wat))
