"""What the rows of more than one table have: a value as it is shown, its period, its sources."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from mpp.opendata.bestanden import Rij, exact
from mpp.opendata.tijd import van_jaar
from mpp.uitkomsten.register import Indicator, register
from mpp.weergave.afronding import kaal, rond, stap

if TYPE_CHECKING:
    from mpp.parameters import Parameterset
    from mpp.parameters.schema import Reeks, Waarde

PROGNOSE, REALISATIE, RAMING = "prognose", "realisatie", "raming"
ALLE: Final = "alle"
"""What stands in the place of a scenario where a value is the same in each."""
_OP_31_DECEMBER: Final = "voorraad"


def getoond(waarde: float, eenheid: str) -> Decimal:
    """A value rounded as tables round its unit."""
    return kaal(rond(waarde, stap(eenheid)))


def gemeten(waarde: float, eenheid: str) -> Rij:
    """A value rounded so, with its unit and the decimals it is shown with."""
    return {"waarde": getoond(waarde, eenheid), **in_eenheid(eenheid)}


def in_eenheid(eenheid: str) -> Rij:
    """A unit and the decimals that a value in it is shown with."""
    return {"eenheid": eenheid, "decimalen": decimalen(eenheid)}


def decimalen(eenheid: str) -> int:
    """With how many decimals a value in this unit is shown."""
    return max(0, -int(kaal(exact(stap(eenheid))).as_tuple().exponent))


def is_stand(i: Indicator) -> bool:
    """Whether an indicator holds on the last day of a year: a stock, or a share of one."""
    return i.soort == _OP_31_DECEMBER or (i.soort == "percentage" and bool(i.noemer) and register()[str(i.noemer)].soort == _OP_31_DECEMBER)


def in_jaar(id: str, jaar: int) -> Rij:
    """The period of a year of an indicator."""
    return van_jaar(int(jaar), stand=is_stand(register()[id]))


def herkomst(ps: Parameterset, reeks: Reeks, waarde: Waarde) -> Rij:
    """The sources of a value, or the assumption it is, and what there is to say of it."""
    bronnen, aanname = ps.herkomst(reeks, waarde)
    toelichting = waarde.toelichting or reeks.toelichting
    if waarde.zonder and f"zonder {waarde.zonder}" not in (toelichting or "").lower():
        toelichting = " ".join(filter(None, (f"Zonder {waarde.zonder}.", toelichting)))
    return {**bronvermelding(bronnen), "aanname": aanname, "toelichting": toelichting}


def bronvermelding(sleutels: Sequence[str]) -> Rij:
    """The first source and the others."""
    return {"bron": sleutels[0] if sleutels else None, "overige_bronnen": " ".join(sleutels[1:]) or None}


def sleutels(bron: str | Sequence[str] | None) -> Sequence[str]:
    """The keys of sources that may be one, more or none."""
    return (bron,) if isinstance(bron, str) else bron or ()


def of_leeg(waarde: float | None) -> Decimal | None:
    """A value as it was entered, where there is one."""
    return None if waarde is None else exact(waarde)
