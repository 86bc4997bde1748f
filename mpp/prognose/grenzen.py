"""The numbers of people of which the prognosis tells how likely it is that more come."""

from __future__ import annotations

from math import ceil, floor
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from mpp.prognose.prognose import Prognose

ZELDEN: Final = 0.01
"""A chance below this is no longer told apart from none, nor one that is as near to certain."""
_STAPPEN: Final = (10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000, 25_000, 50_000, 100_000)
_MEESTE: Final = 18


def grenzen(prognose: Prognose) -> tuple[int, ...]:
    """Rising numbers of people in equal steps, at most eighteen: up to the first that every year exceeds with a chance below ZELDEN.

    They begin at the last that every year exceeds almost surely.
    """
    laag = min(prognose.kwantiel(jaar, ZELDEN) for jaar in prognose.jaren)
    hoog = max(prognose.kwantiel(jaar, 1 - ZELDEN) for jaar in prognose.jaren)
    stap = next((s for s in _STAPPEN if _tot(hoog, s) - _van(laag, s) < _MEESTE), _STAPPEN[-1])
    return tuple(k * stap for k in range(_van(laag, stap), _tot(hoog, stap) + 1))


def _van(laag: float, stap: int) -> int:
    return max(1, floor(laag / stap))


def _tot(hoog: float, stap: int) -> int:
    return max(_van(0, stap), ceil(hoog / stap + 1e-9))
