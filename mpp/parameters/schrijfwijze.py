"""How a number is written: the Dutch point of thousands that YAML takes for decimals, and the numbers that a text names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from typing import Any, Final, TypeVar

from mpp.lezen import Blok, getallen, met_punt, regel_van
from mpp.problemen import Probleem, probleem

#: A point before every three digits, as thousands are written in Dutch.
DUIZENDTALLEN: Final = re.compile(r"[+-]?[1-9]\d{0,2}(\.\d{3})+")
_GETAL: Final = re.compile(r"[+-]?\d+(\.\d+)?")
_IN_TEKST: Final = re.compile(
    r"(?<![\d.,])(?P<geheel>\d{1,3}(?:[.,\u00a0\u202f]\d{3})+(?!\d)|\d+)(?:,(?P<deel>\d+))?"
    r"(?:[ \u00a0-](?P<maal>duizend|miljoen|miljard))?"
)
Boom = TypeVar("Boom")
_NAMEN: Final = ("id", "parameter", "indicator")
_JAAR: Final = re.compile(r"(19|20)(?!00)\d\d")
_MAAL: Final = {None: 1, "duizend": 1000, "miljoen": 10**6, "miljard": 10**9}


def is_getal(tekst: str) -> bool:
    """Whether this is a number as it is written here: digits, and a point for decimals that cannot be one of thousands."""
    return bool(_GETAL.fullmatch(tekst)) and not DUIZENDTALLEN.fullmatch(tekst)


def bedoeld(waarde: object) -> str:
    """How a number that was written the Dutch way, or as text, is written here."""
    tekst = str(waarde)
    kaal = tekst.strip().removesuffix("%").strip()
    if DUIZENDTALLEN.fullmatch(kaal):
        return f"{kaal.replace('.', '')}, of {_decimaal(kaal)} als de punt voor decimalen staat"
    kaal = met_punt(kaal) if "," in kaal else kaal
    if not _GETAL.fullmatch(kaal):
        return "een getal als 25000 of 0.78"
    return f"{float(kaal) / 100:g}" if tekst.strip().endswith("%") else kaal


def toets_duizendpunten(boom: object, naam: str) -> Iterator[Probleem]:
    """Every number in the file that is written with a point for thousands: a value a thousand times too small."""
    for pad, tekst in getallen(boom):
        if DUIZENDTALLEN.fullmatch(tekst):
            geheel, decimaal = tekst.replace(".", ""), _decimaal(tekst)
            gegevens = {"wat": _wat(boom, pad), "waarde": tekst, "geheel": geheel, "decimaal": decimaal}
            yield probleem("getal-duizendpunt", bestand=naam, regel=regel_van(boom, pad), **gegevens)


def _wat(boom: Any, pad: tuple[Any, ...]) -> str:
    """What a number in a file is called: the record that it stands in, and its keys there."""
    wie, stappen = "", list[str]()
    for stap in pad:
        boom = boom[stap]
        if isinstance(boom, Blok) and isinstance(stap, int):
            wie, stappen = str(next((boom[veld] for veld in _NAMEN if veld in boom), wie)), []
        elif not isinstance(stap, int) and stap != "waarden":
            stappen.append(str(stap))
    return f"{wie} ({', '.join(stappen)})" if wie else ".".join(stappen)


def zoals_bedoeld(boom: Boom) -> Boom:
    """The tree with every number that is written with a point for thousands as it will be meant: what else is wrong shows then."""
    punten = [(pad, tekst) for pad, tekst in getallen(boom) if DUIZENDTALLEN.fullmatch(tekst)]
    boom = deepcopy(boom) if punten else boom
    for pad, tekst in punten:
        boven: Any = boom
        for stap in pad[:-1]:
            boven = boven[stap]
        boven[pad[-1]] = int(tekst.replace(".", ""))
    return boom


def zonder_gevolgen(punten: list[Probleem], andere: list[Probleem]) -> list[Probleem]:
    """Those problems and the others, without those on the same line: what is said of such a number may not hold of what is meant."""
    regels = {p.regel for p in punten}
    return [*punten, *(p for p in andere if p.regel not in regels)]


@cache
def genoemd(tekst: str) -> frozenset[float]:
    """The numbers that a Dutch text names: 35.535, 35535, ruim 18 duizend, 2,5 miljoen; 2022 is a year, 2.022 a number."""
    uit = set[float]()
    for m in _IN_TEKST.finditer(tekst):
        heel = re.sub(r"\D", "", m["geheel"])
        if len(heel) <= 12 and not _JAAR.fullmatch(m[0]):
            uit.add(round(float(f"{heel}.{m['deel'] or 0}") * _MAAL[m["maal"]], 6))
    return frozenset(uit)


def geschreven(getal: float) -> str:
    """A whole number as a Dutch text writes it: 47.991."""
    return f"{getal:,.0f}".replace(",", ".")


def _decimaal(tekst: str) -> str:
    """The same number of a thousandth precise, written so that it cannot be one of thousands."""
    heel, _, deel = tekst.partition(".")
    return tekst.rstrip("0").rstrip(".") if tekst.endswith("0") else f"{heel}.{deel}0"
