"""How a number is written: the Dutch point of thousands that YAML takes for decimals, and the numbers that a text names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from typing import Any, Final, TypeVar

from mpp.lezen import Blok, getallen, met_punt, regel_van
from mpp.parameters.eenheden import AANDELEN, MILJOENEN, PROCENTUEEL
from mpp.problemen import Probleem, probleem

#: A point before every three digits, as thousands are written in Dutch.
DUIZENDTALLEN: Final = re.compile(r"[+-]?[1-9]\d{0,2}(\.\d{3})+")
_GETAL: Final = re.compile(r"[+-]?\d+(\.\d+)?", re.ASCII)
#: The same, or as it is written in Dutch.
_MET_KOMMA: Final = re.compile(r"[+-]?\d+(\.\d+)?|[+-]?\d{1,3}(\.\d{3})*,\d+|[+-]?\d+,\d+", re.ASCII)
_IN_TEKST: Final = re.compile(
    r"(?<![\d.,])(?P<geheel>\d{1,3}(?:[.,\u00a0\u202f]\d{3})+(?!\d)|\d+)(?:,(?P<deel>\d+))?"
    r"(?:[ \u00a0-](?P<maal>duizend|miljoen|miljard))?"
)
TELWOORDEN: Final = (
    *("nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"),
    *("dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien", "twintig"),
)
"""The whole numbers from zero up, in words."""
_TELWOORD: Final = re.compile(rf"\b({'|'.join(TELWOORDEN[2:])})\b", re.IGNORECASE)
#: A share in words: een op acht, twee van de drie, een kwart.
_BREUK: Final = re.compile(rf"\b({'|'.join(TELWOORDEN[1:])}) (?:op|van)(?: de)? ({'|'.join(TELWOORDEN[2:])})\b", re.IGNORECASE)
_DELEN: Final = {"helft": 0.5, "kwart": 0.25, "driekwart": 0.75}
_DEEL: Final = re.compile(rf"\b({'|'.join(_DELEN)})\b", re.IGNORECASE)
_KORT: Final = r"\d+(?:[.,]\d+)?"
#: A percentage, or a row of them of which only the last has the sign: 24, 23, 26 en 27%.
_PROCENTEN: Final = re.compile(rf"(?:{_KORT}(?:, | (?:en|of|tot|naar|tegen) ))*{_KORT}(?=[ \u00a0]?(?:%|procent))")
Boom = TypeVar("Boom")
_NAMEN: Final = ("id", "parameter", "indicator")
_JAAR: Final = re.compile(r"(19|20)(?!00)\d\d")
_NEDERLANDS: Final = str.maketrans(".,", ",.")
_MAAL: Final = {None: 1, "duizend": 1000, "miljoen": 10**6, "miljard": 10**9}


def is_getal(tekst: str) -> bool:
    """Whether this is a number as it is written here: digits, and a point for decimals that cannot be one of thousands."""
    return bool(_GETAL.fullmatch(tekst)) and not DUIZENDTALLEN.fullmatch(tekst)


def bedoeld(waarde: object) -> str:
    """How a number that was written the Dutch way, or as text, is written here."""
    tekst = "".join(str(unicodedata.decimal(teken, teken)) for teken in str(waarde).strip())
    kaal = tekst.removesuffix("%").strip()
    if DUIZENDTALLEN.fullmatch(kaal):
        return f"{kaal.replace('.', '')}, of {_decimaal(kaal)} als de punt voor decimalen staat"
    if not _MET_KOMMA.fullmatch(kaal):
        return "een getal als 25000 of 0.78"
    if "," in kaal:
        return met_punt(tekst)
    return f"{float(kaal) / 100:.10g}" if tekst.endswith("%") else kaal


def in_yaml(getal: float) -> str:
    """A number as it is written here, so that it cannot be read as one of thousands: 47.9910."""
    tekst = f"{getal:.10g}"
    return f"{tekst}0" if DUIZENDTALLEN.fullmatch(tekst) else tekst


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
def opgesomd(tekst: str) -> tuple[float, ...]:
    """The numbers that a Dutch text names, in its order: 35.535, 35535, ruim 18 duizend, 2,5 miljoen; 2022 is a year, 2.022 a number."""
    uit = list[float]()
    for m in _IN_TEKST.finditer(tekst):
        heel = re.sub(r"\D", "", m["geheel"])
        if len(heel) <= 12 and not _JAAR.fullmatch(m[0]):
            uit.append(round(float(f"{heel}.{m['deel'] or 0}") * _MAAL[m["maal"]], 6))
    return tuple(uit)


def genoemd(tekst: str) -> frozenset[float]:
    """The same without their order."""
    return frozenset(opgesomd(tekst))


@cache
def genoemd_als(tekst: str, eenheid: str) -> frozenset[float]:
    """The numbers that a text names of what is counted in a unit: 78% is a share of 0.78, 55 miljoen is 55 of a million euro."""
    alle = genoemd(tekst)
    if eenheid in PROCENTUEEL:
        return alle | procenten(tekst) | _breuken(tekst)
    alle |= {float(TELWOORDEN.index(woord.lower())) for woord in _TELWOORD.findall(tekst)}
    return alle | {round(g / 10**6, 6) for g in alle} if eenheid == MILJOENEN else alle


@cache
def procenten(tekst: str) -> frozenset[float]:
    """The percentages that a text names, as shares."""
    delen = (deel for rij in _PROCENTEN.findall(tekst) for deel in re.findall(_KORT, rij))
    return frozenset(round(float(deel.replace(",", ".")) / 100, 6) for deel in delen)


def _breuken(tekst: str) -> frozenset[float]:
    tellen = ((TELWOORDEN.index(a.lower()), TELWOORDEN.index(b.lower())) for a, b in _BREUK.findall(tekst))
    return frozenset((*(round(a / b, 6) for a, b in tellen), *(_DELEN[woord.lower()] for woord in _DEEL.findall(tekst))))


def geschreven(getal: float, eenheid: str = "") -> str:
    """A number as a Dutch text writes it: 47.991, 12,5; of a unit that is a share 78%, of a million euro 55 miljoen."""
    if eenheid in AANDELEN:
        return f"{getal * 100:.10g}%".replace(".", ",")
    tekst = f"{getal:,.0f}" if float(getal).is_integer() else f"{getal:,.10g}"
    return tekst.translate(_NEDERLANDS) + (" miljoen" if eenheid == MILJOENEN else "")


def _decimaal(tekst: str) -> str:
    """The same number of a thousandth precise, written so that it cannot be one of thousands."""
    heel, _, deel = tekst.partition(".")
    return tekst.rstrip("0").rstrip(".") if tekst.endswith("0") else f"{heel}.{deel}0"
