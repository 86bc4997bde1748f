"""How a number is written: the Dutch point of thousands that YAML takes for decimals, and the numbers that a text names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from mpp.lezen import Blok, getallen, met_punt, regel_van
from mpp.problemen import Probleem, probleem

#: A point before every three digits, as thousands are written in Dutch.
DUIZENDTALLEN: Final = re.compile(r"[+-]?[1-9]\d{0,2}(\.\d{3})+")
_GETAL: Final = re.compile(r"[+-]?\d+(\.\d+)?")
_IN_TEKST: Final = re.compile(
    r"(?<![\d.,])(?P<geheel>\d{1,3}(?:[.,\u00a0\u202f]\d{3})+(?!\d)|\d+)(?:,(?P<deel>\d+))?"
    r"(?:[ \u00a0-](?P<maal>duizend|miljoen|miljard))?"
)
_JAAR: Final = re.compile(r"(19|20)\d\d")
_MAAL: Final = {None: 1, "duizend": 1000, "miljoen": 10**6, "miljard": 10**9}


def is_getal(tekst: str) -> bool:
    """Whether this is a number as it is written here: digits, and a point for decimals that cannot be one of thousands."""
    return bool(_GETAL.fullmatch(tekst)) and not DUIZENDTALLEN.fullmatch(tekst)


def bedoeld(tekst: str) -> str:
    """How a number that was written the Dutch way is written here."""
    kaal = tekst.strip().removesuffix("%").strip()
    if DUIZENDTALLEN.fullmatch(kaal):
        return f"{kaal.replace('.', '')}, of {_decimaal(kaal)} als de punt voor decimalen staat"
    kaal = met_punt(kaal) if "," in kaal else kaal
    if not _GETAL.fullmatch(kaal):
        return "een getal als 25000 of 0.78"
    return f"{float(kaal) / 100:g}" if tekst.strip().endswith("%") else kaal


def toets_duizendpunten(boom: Blok, naam: str) -> Iterator[Probleem]:
    """Every number in the file that is written with a point for thousands: a value a thousand times too small."""
    for pad, tekst in getallen(boom):
        if DUIZENDTALLEN.fullmatch(tekst):
            geheel, decimaal = tekst.replace(".", ""), _decimaal(tekst)
            yield probleem(
                "getal-duizendpunt", bestand=naam, regel=regel_van(boom, pad), sleutel=pad[-1], waarde=tekst, geheel=geheel, decimaal=decimaal
            )


def zonder_gevolgen(punten: list[Probleem], andere: list[Probleem]) -> list[Probleem]:
    """Those problems and the others, without what is only said of a value because its point was read as one of decimals."""
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
