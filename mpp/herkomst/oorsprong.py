"""The origin of a number as it stands in a document, read back: names, and sums over them.

Written by `mpp.getal` (`indicator:coa.bezetting` with key `2024|medio`; `a[k] / b[k] - 1`), read here and nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from mpp.uitkomsten.register import register
from mpp.varianten import MERK

_TEKEN = re.compile(r"\s*(?:(?P<naam>[^\W\d][^\s()\[\]]*)(?:\[(?P<sleutel>[^\]]*)\])?|(?P<cijfers>\d+)|(?P<teken>[-+/()]))")
_VARIANT = re.compile(rf"{MERK}:([^:]+):(.+)")
_ID = re.compile(r"[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)+")
_GEEN_INDICATOR = ("parameter", "realisatie", "model")
"""The kinds of which the names may be those of indicators, and tell no number of one."""


class OnbekendeOorsprong(LookupError):
    """An origin that cannot be read, or that names what is not there."""


@dataclass(frozen=True)
class Verwijzing:
    """One name in an origin, and which of its values: `indicator:coa.bezetting` and `2024|medio`; of a variant with its name."""

    soort: str
    naam: str
    sleutel: str
    variant: str = ""

    @property
    def indicatoren(self) -> tuple[str, ...]:
        """The indicators of which it tells something."""
        return () if self.soort in _GEEN_INDICATOR else tuple(id for id in _ID.findall(self.naam) if id in register())


@dataclass(frozen=True)
class Oorsprong:
    """A name, or what a sum does with others: `+`, `-`, `/`, `abs`; a `getal` is a number in the sum itself."""

    verwijzing: Verwijzing | None = None
    bewerking: str = ""
    delen: tuple[Oorsprong, ...] = ()
    getal: float = 0.0

    @property
    def verwijzingen(self) -> Iterator[Verwijzing]:
        """Every name in it, from left to right."""
        if self.verwijzing:
            yield self.verwijzing
        for deel in self.delen:
            yield from deel.verwijzingen

    def reken(self, waarde: Callable[[Verwijzing], float]) -> float:
        """The value, when each name has the value that `waarde` gives; raises ZeroDivisionError."""
        if self.verwijzing:
            return waarde(self.verwijzing)
        delen = [deel.reken(waarde) for deel in self.delen]
        match self.bewerking:
            case "+":
                return delen[0] + delen[1]
            case "-":
                return delen[0] - delen[1]
            case "/":
                return delen[0] / delen[1]
            case "abs":
                return abs(delen[0])
        return self.getal


@lru_cache(maxsize=100_000)
def lees_oorsprong(bron: str, sleutel: str = "") -> Oorsprong:
    """The origin `bron`, with its key when it is a single name. Raises OnbekendeOorsprong for what is not written so."""
    tekens: list[re.Match[str]] = []
    plaats = 0
    while plaats < len(bron):
        teken = _TEKEN.match(bron, plaats)
        if teken is None:
            raise OnbekendeOorsprong(bron)
        tekens.append(teken)
        plaats = teken.end()
    try:
        oorsprong = _som(lezer := _Lezer(tekens))
        lezer.eind()
    except (IndexError, ValueError):
        raise OnbekendeOorsprong(bron) from None
    if oorsprong.verwijzing and sleutel:
        v = oorsprong.verwijzing
        return Oorsprong(Verwijzing(v.soort, v.naam, sleutel, v.variant))
    return oorsprong


@dataclass
class _Lezer:
    tekens: list[re.Match[str]]
    plaats: int = 0

    def volgende(self) -> re.Match[str]:
        self.plaats += 1
        return self.tekens[self.plaats - 1]

    def neem(self, *keuze: str) -> str:
        """The sign that comes next when it is one of these; else empty."""
        if self.plaats < len(self.tekens) and self.tekens[self.plaats]["teken"] in keuze:
            return self.volgende()["teken"]
        return ""

    def eind(self) -> None:
        if self.plaats != len(self.tekens):
            raise ValueError


def _som(lezer: _Lezer) -> Oorsprong:
    links = _deling(lezer)
    while teken := lezer.neem("+", "-"):
        links = Oorsprong(bewerking=teken, delen=(links, _deling(lezer)))
    return links


def _deling(lezer: _Lezer) -> Oorsprong:
    links = _deel(lezer)
    while lezer.neem("/"):
        links = Oorsprong(bewerking="/", delen=(links, _deel(lezer)))
    return links


def _deel(lezer: _Lezer) -> Oorsprong:
    teken = lezer.volgende()
    if teken["teken"] == "(":
        binnen = _som(lezer)
        if not lezer.neem(")"):
            raise ValueError
        return binnen
    if teken["cijfers"]:
        return Oorsprong(getal=float(teken["cijfers"]))
    if not teken["naam"]:
        raise ValueError
    if teken["naam"] == "abs":
        return Oorsprong(bewerking="abs", delen=(_deel(lezer),))
    return Oorsprong(_verwijzing(teken["naam"], teken["sleutel"] or ""))


def _verwijzing(naam: str, sleutel: str) -> Verwijzing:
    variant = ""
    if deel := _VARIANT.fullmatch(naam):
        variant, naam = deel[1], deel[2]
    soort, _, rest = naam.partition(":")
    return Verwijzing(soort, rest, sleutel, variant)
