"""Numbers in words, computed: vijf jaar, een kans van een op acht, twee van de drie kansen."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from mpp.getal.getal import Getal, Woord
from mpp.parameters.schrijfwijze import TELWOORDEN
from mpp.weergave.afronding import rond

__all__ = ["TELWOORDEN", "een_op", "telwoord", "van_de"]

#: A share is told as a fraction when it differs by less than this from one that can be told.
_GELIJK: Final = 1e-6


def telwoord(a: Getal) -> Woord:
    """A whole number up to twenty as a word; raises ValueError for any other."""
    afgerond = rond(a.waarde, a.op)
    if afgerond != int(afgerond) or not 0 <= afgerond < len(TELWOORDEN):
        raise ValueError(f"{a.tekst} is not a whole number up to {len(TELWOORDEN) - 1}")
    return Woord(TELWOORDEN[int(afgerond)], a.waarde, a.herkomst, a.op)


def een_op(a: Getal) -> Woord:
    """A share as a chance: een op acht, drie op vier; raises ValueError for one that is no such fraction."""
    return _breuk(a, "op")


def van_de(a: Getal) -> Woord:
    """The same as so many of so many: twee van de drie."""
    return _breuk(a, "van de")


def _breuk(a: Getal, woord: str) -> Woord:
    breuk = Fraction(a.waarde).limit_denominator(len(TELWOORDEN) - 1)
    if abs(float(breuk) - a.waarde) > _GELIJK or not 0 < breuk < 1:
        raise ValueError(f"{a.waarde:g} is no fraction of numbers up to {len(TELWOORDEN) - 1}")
    return Woord(f"{TELWOORDEN[breuk.numerator]} {woord} {TELWOORDEN[breuk.denominator]}", float(breuk), a.herkomst, 0.001)
