"""The one rounding policy: half up, in steps, the same number the same in every product.

Parts are rounded one by one, so that a number reads the same everywhere; where rounded parts do not add up
to the rounded total, the table says so in a note.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import Final

#: The external rounding step per unit: what readers outside the chain see. Tens for people, cases and places.
STAPPEN: Final[dict[str, float]] = {
    "aandeel": 0.01,
    "procentpunt": 0.01,
    "factor": 0.1,
    "jaren": 1,
    "maanden": 1,
    "weken": 1,
    "dagen": 1,
    "miljoen euro": 1,
    "euro": 1,
    "euro per dag": 1,
    "personen per dag": 1,
    "personen per week": 1,
    "fte": 1,
}
_STAP_AANTALLEN: Final = 10.0
_WEINIG: Final = 10
_CIJFERS: Final = 13
"""So many digits of a number tell something; those after them come of the way along which it was reckoned."""
#: The finest step of a relative change: a tenth of a percent, so that a reader sees on which side of a threshold it lies.
STAP_VERANDERING: Final = 0.001


def stap(eenheid: str) -> float:
    """The external rounding step of a unit."""
    return STAPPEN.get(eenheid, _STAP_AANTALLEN)


def eenheid_verschil(eenheid: str) -> str:
    """The unit of a difference between two values of a unit: percentage points between shares."""
    return "procentpunt" if eenheid == "aandeel" else eenheid


def stap_klein(waarde: float, eenheid: str) -> float:
    """The usual step of a unit; of a value below ten such steps the one that it was entered with, lest half of it be lost."""
    return stap(eenheid) if abs(waarde) >= _WEINIG * stap(eenheid) else min(stap(eenheid), stap_ingevoerd(waarde, eenheid))


def stap_ingevoerd(waarde: float, eenheid: str) -> float:
    """The step at which a value reads exactly as it was entered; a share to a whole percent at least."""
    decimalen = len(f"{waarde:.10f}".rstrip("0").partition(".")[2])
    return 10.0 ** -max(decimalen, 2 if eenheid == "aandeel" else 0)


@lru_cache(maxsize=100_000, typed=True)
def rond(waarde: float, op: float) -> Decimal:
    """`waarde` rounded half up (away from zero) to a multiple of `op`, exactly.

    The value is first read as the decimal a person sees, not as the binary it is stored in: 0.125 and
    2.675 round up, and so does 844.9999999999999, which is 845 reckoned along another way. Raises ValueError
    for a step that is not positive or a value that is not finite.
    """
    if op <= 0:
        raise ValueError(f"a rounding step is positive, not {op}")
    grens, maat = Decimal(f"{waarde:.{_CIJFERS}g}"), Decimal(repr(op))
    if not grens.is_finite():
        raise ValueError(f"{waarde} cannot be rounded")
    afgerond = (grens / maat).quantize(Decimal(1), rounding=ROUND_HALF_UP) * maat
    return afgerond if afgerond else Decimal(0)


def getoond(waarde: float, op: float) -> str:
    """`waarde` as it is shown, for software to read: rounded to `op`, a point for decimals."""
    return f"{kaal(rond(waarde, op)):f}"


def kaal(getal: Decimal) -> Decimal:
    """The same number without trailing zeros."""
    return Decimal(0) if getal.is_zero() else getal.normalize()


def sluit(totaal: float, delen: Sequence[float], op: float) -> bool:
    """Whether the rounded parts add up to the rounded total."""
    return sum((rond(deel, op) for deel in delen), Decimal(0)) == rond(totaal, op)
