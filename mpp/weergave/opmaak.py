"""How numbers, dates and lists are written in Dutch: a point for thousands, a comma for decimals, a true minus."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from mpp.parameters.dagen import MAANDEN, datum
from mpp.weergave.afronding import rond, stap

__all__ = ["MAANDEN", "MINUS", "datum", "in_een_zin", "jarenreeks", "opmaak", "opsomming"]

MINUS = "\N{MINUS SIGN}"


def opmaak(waarde: float, eenheid: str, op: float | None = None) -> str:
    """`waarde` rounded to `op` (the unit's external step unless given) and written in Dutch; a share as a percentage."""
    op = stap(eenheid) if op is None else op
    afgerond = rond(waarde, op)
    if eenheid in ("aandeel", "procentpunt"):
        tekst = _schrijf(afgerond * 100, Decimal(repr(op)) * 100)
        return tekst + "%" if eenheid == "aandeel" else tekst
    return _schrijf(afgerond, Decimal(repr(op)))


def opsomming(namen: Sequence[str]) -> str:
    """Names as a list in a sentence: IND, COA en DT&V."""
    *eerdere, laatste = namen
    return f"{', '.join(eerdere)} en {laatste}" if eerdere else laatste


def jarenreeks(jaren: Sequence[int]) -> str:
    """Years as they stand in a sentence: 2024, 2023 en 2025, 2024 tot en met 2027."""
    if len(jaren) > 2 and jaren[-1] - jaren[0] == len(jaren) - 1:
        return f"{jaren[0]} tot en met {jaren[-1]}"
    return opsomming([str(jaar) for jaar in jaren])


def in_een_zin(naam: str) -> str:
    """A name as it stands within a sentence: with a small letter, unless it begins with an abbreviation."""
    return naam if naam[1:2].isupper() else naam[:1].lower() + naam[1:]


def _schrijf(getal: Decimal, op: Decimal) -> str:
    decimalen = max(0, -int(op.normalize().as_tuple().exponent))
    tekst = f"{abs(getal):,.{decimalen}f}".translate(str.maketrans(",.", ".,"))
    return MINUS + tekst if getal < 0 else tekst
