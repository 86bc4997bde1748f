"""What an element of the model reads, in words: from its declaration."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from mpp.productiemodel import Keten
from mpp.productiemodel.onderdelen import Berekening, Voorraad
from mpp.productiemodel.verwijzing import ALLE_MAANDEN, Maandnummer, P, Pjaren, Prognosejaar, Rij, S, Som, V, Verwijzing
from mpp.uitkomsten import register

Wat = Literal["onderdeel", "parameter", "prognose", "maand"]

PROGNOSE = "prognose"
_WIJZEN = {"instroom": "som", "uitstroom": "som", "bedrag": "som", "piek": "hoogste maand"}


@dataclass(frozen=True)
class Gelezen:
    """One thing that an element reads: under which name, `hoe`, and what it is."""

    naam: str
    hoe: str
    wat: Wat
    id: str


def lezingen(model: Keten, id: str) -> tuple[Gelezen, ...]:
    """Everything an element reads, in the order of its formula; of a stock its opening and the flows in and out.

    What is a ratio or a weighted mean over the year reads what that takes as well.
    """
    onderdeel = model.onderdelen[id]
    direct = tuple(_voorraad(model, onderdeel) if isinstance(onderdeel, Voorraad) else _formule(onderdeel))
    gezien = {lezing.id for lezing in direct if lezing.wat == "onderdeel"}
    return direct + tuple(lezing for lezing in _jaar(id) if lezing.id not in gezien)


def wijze(model: Keten, id: str) -> str:
    """How the year of an element follows from its months: som, stand, laatste maand, hoogste maand, verhouding or gewogen gemiddelde."""
    i, onderdeel = register()[id], model.onderdelen[id]
    if i.teller and i.noemer:
        return "verhouding"
    if i.gewicht:
        return "gewogen gemiddelde"
    if i.soort in _WIJZEN:
        return _WIJZEN[i.soort]
    return "laatste maand" if isinstance(onderdeel, Berekening) and onderdeel.soort == "grootheid" else "stand"


def _formule(b: Berekening) -> Iterator[Gelezen]:
    for naam, ref in b.leest.items():
        yield from _verwijzing(naam, ref, stand=b.soort == "stand")


def _voorraad(model: Keten, v: Voorraad) -> Iterator[Gelezen]:
    yield Gelezen("begin", "stand bij het begin van de prognose", "parameter", v.begin)
    for parameter in v.rij.parameters if v.rij else ():
        yield Gelezen("ouderdom", "hoe lang wie er bij het begin is, al wacht", "parameter", parameter.id)
    if v.rij and v.rij.nieuw:
        yield Gelezen("nieuw", "gaat weg zonder te wachten", "onderdeel", v.rij.nieuw)
    for s in model.stromen.values():
        if s.naar == v.id:
            yield Gelezen("erbij", "in het jaar", "onderdeel", s.id)
        if s.van == v.id:
            yield Gelezen("eraf", "in het jaar", "onderdeel", s.id)


def _jaar(id: str) -> Iterator[Gelezen]:
    if i := register().get(id):
        for naam, ander in (("teller", i.teller), ("noemer", i.noemer), ("gewicht", i.gewicht)):
            if ander:
                yield Gelezen(naam, "voor het jaarcijfer", "onderdeel", ander)


def _verwijzing(naam: str, ref: Verwijzing, *, stand: bool) -> Iterator[Gelezen]:
    match ref:
        case P(id):
            yield Gelezen(naam, "in de maand", "parameter", id)
        case Pjaren(id):
            yield Gelezen(naam, "van elk jaar", "parameter", id)
        case S(id):
            yield Gelezen(naam, "in de maand", "onderdeel", id)
        case V(id):
            yield Gelezen(naam, "aan het eind van de maand" if stand else "aan het begin van de maand", "onderdeel", id)
        case Rij(id):
            yield Gelezen(naam, "de wachtrij, op volgorde van binnenkomst", "onderdeel", id)
        case Som(id, maanden, voor):
            yield Gelezen(naam, _som(maanden), "onderdeel", id)
            if voor:
                yield Gelezen(naam, "in het jaar voor de prognose", "parameter", voor.id)
        case Maandnummer():
            yield Gelezen(naam, "1 in januari van het eerste jaar", "maand", "maandnummer")
        case Prognosejaar():
            yield Gelezen(naam, "van het jaar", "prognose", PROGNOSE)
        case _:
            raise TypeError(f"{ref!r} has no words")


def _som(maanden: int) -> str:
    if maanden >= ALLE_MAANDEN:
        return "in alle maanden ervoor"
    return "in de maand ervoor" if maanden == 1 else f"in de {maanden} maanden ervoor"
